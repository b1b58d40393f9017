#pragma once
/// For tests: what people send to the desk, in short, and a small ledger as they would send it.
#include "imports/test_desk.h"

namespace zr::imports::made {

using Texts = std::vector<std::string>;

inline const std::string head = "单位：元\n借据号,放款金额,贷款余额,放款日期,联系人,备注\n";
inline const std::string two =
    head + "A1,1000,500,2026-01-05,示例张三,续贷\nA2,2000,2000,2026-02-01,,\n";

inline json::Object only(std::int64_t id) {
  return {{"id", id}};
}

inline json::Object answers(std::int64_t id, const std::string& key, const std::string& answer) {
  return {{"id", id}, {"answers", json::List{json::Object{{"key", key}, {"answer", answer}}}}};
}

inline json::Object correction(std::int64_t id, std::int64_t row, const std::string& field,
                               const std::string& value) {
  return {
      {"id", id},
      {"corrections", json::List{json::Object{{"row", row}, {"field", field}, {"value", value}}}}};
}

inline json::Object take(std::int64_t id, const std::string& what) {
  return {{"id", id}, {"accept", what}};
}

inline json::Value dated(const std::string& day) {
  return json::Value(day);
}

inline std::int64_t number(const json::Value& of, std::string_view name) {
  const json::Value* value = of.find(name);
  REQUIRE(value);
  REQUIRE(value->integer());
  return *value->integer();
}

}  // namespace zr::imports::made

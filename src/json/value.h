#pragma once
/// JSON as the house uses it: null, true/false, integers, text, lists, objects. A number that is
/// not a plain 64-bit integer (1e3, 100.0, 2^64) is kept as its text, so that the field which holds
/// it can refuse it by name; no value is ever rounded.
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace zr::json {

class Value;
using List = std::vector<Value>;
/// Members in the order written; keys are unique.
using Object = std::vector<std::pair<std::string, Value>>;

/// The text of a number that is not a 64-bit integer.
struct OddNumber {
  std::string text;
  bool operator==(const OddNumber&) const = default;
};

/// Any JSON value.
class Value {
 public:
  using Held =
      std::variant<std::monostate, bool, std::int64_t, std::string, OddNumber, List, Object>;

  Value() = default;
  Value(bool truth) : held_(truth) {}
  Value(std::int64_t number) : held_(number) {}
  Value(int number) : held_(std::int64_t{number}) {}
  Value(std::string text) : held_(std::move(text)) {}
  Value(std::string_view text) : held_(std::string(text)) {}
  Value(const char* text) : held_(std::string(text)) {}
  Value(OddNumber number) : held_(std::move(number)) {}
  Value(List list) : held_(std::move(list)) {}
  Value(Object object) : held_(std::move(object)) {}

  bool is_null() const { return std::holds_alternative<std::monostate>(held_); }
  const bool* truth() const { return std::get_if<bool>(&held_); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&held_); }
  const std::string* text() const { return std::get_if<std::string>(&held_); }
  const OddNumber* odd_number() const { return std::get_if<OddNumber>(&held_); }
  const List* list() const { return std::get_if<List>(&held_); }
  const Object* object() const { return std::get_if<Object>(&held_); }
  List* list() { return std::get_if<List>(&held_); }
  Object* object() { return std::get_if<Object>(&held_); }
  /// The member of that name; a null pointer where this is no object or lacks it.
  const Value* find(std::string_view key) const;
  /// Adds or replaces a member; this becomes an object if it was null.
  Value& set(std::string_view key, Value value);

  bool operator==(const Value&) const = default;

 private:
  Held held_;
};

/// What a text may cost. Broken caps are refusals, never crashes.
struct ParseLimits {
  std::size_t bytes = 1 << 20;
  std::size_t depth = 32;
  std::size_t keys = 1000;  ///< Members of all objects together.
};

inline constexpr Refusal malformed_json{"malformed_json", "请求内容不是有效的 JSON",
                                        "The body is not valid JSON", RefusalKind::bad_input};
inline constexpr Refusal json_too_deep{"json_too_deep", "JSON 嵌套层数过多",
                                       "The JSON is nested too deeply", RefusalKind::bad_input};
inline constexpr Refusal json_too_many_keys{"json_too_many_keys", "JSON 字段数量过多",
                                            "The JSON has too many members",
                                            RefusalKind::bad_input};
inline constexpr Refusal json_repeated_key{"json_repeated_key", "JSON 中同一字段出现两次",
                                           "A member occurs twice in the JSON",
                                           RefusalKind::bad_input};

/// Reads one JSON text: UTF-8 without NUL, no repeated member.
Result<Value> parse(std::string_view text, const ParseLimits& limits = {});
/// The shortest text of a value: no blanks, members in their order, only the escapes JSON demands.
std::string write(const Value& value);
void write(const Value& value, std::string& out);
/// Appends a JSON string literal.
void write_text(std::string_view text, std::string& out);

}  // namespace zr::json

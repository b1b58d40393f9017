#pragma once
/// A set of tables that law or programme fills: which tables it has, the described row of each, and
/// what must hold between them. The module that computes with a set declares it; what does not fit
/// is refused before anybody can publish it, with the place of every fault.
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/names.h"
#include "json/describe.h"

namespace zr::rulebook {

/// How sure the house is of a value (data/README).
enum class Confidence {
  confirmed,  ///< Seen in an independent look-up or recomputed.
  source,     ///< One public page, as named.
  knowledge,  ///< Expert knowledge.
  weak,       ///< Keep editable.
  ours,       ///< Our proposal.
};
std::span<const Name> names_of(Confidence);

struct RuleTable {
  std::string_view name;
  std::string_view zh;
  std::string_view en;
  const json::Struct& (*row)();
  std::string_view file;  ///< Its first contents in the data folder.
};

struct RuleSet {
  std::string_view code;
  std::string_view zh;
  std::string_view en;
  std::vector<RuleTable> tables;
  /// Everything that must hold, with places below the content: "/days/3/date".
  Result<Done> (*check)(const json::Value& content);
  /// What is said of the first contents when a city begins.
  Date effective;
  std::string_view clause;
  Confidence confidence = Confidence::source;
};

inline constexpr Refusal bad_rules{"bad_rules", "规则表有误，请按提示修改",
                                   "The tables have faults", RefusalKind::bad_input};
inline constexpr Refusal no_such_set{"no_such_set", "没有这一规则表，或该日尚未生效",
                                     "There is no such set, or none in force on that day"};

/// No table of law is longer.
inline constexpr std::size_t table_limit = 10'000;

/// The list under a table's name; appends a fault where there is none or it is too long.
const json::List* list_of(const json::Value& content, std::string_view table,
                          std::vector<FieldError>& errors);

/// The rows of one table; every fault of every row is appended.
template <class Row>
std::vector<Row> rows_of(const json::Value& content, std::string_view table,
                         std::vector<FieldError>& errors) {
  std::vector<Row> rows;
  const json::List* list = list_of(content, table, errors);
  if (!list) return rows;
  rows.resize(list->size());
  for (std::size_t i = 0; i < list->size(); ++i)
    json::read(json::struct_of<Row>(), (*list)[i], &rows[i], errors,
               "/" + std::string(table) + "/" + std::to_string(i));
  return rows;
}

/// A content that fits its set: its tables and no others, and all that the set demands.
Result<Done> check(const RuleSet& set, const json::Value& content);

/// The rows of a table whose cells are texts (a file), as its description has them: whole numbers,
/// yes or no, JSON.
json::List typed_rows(const RuleTable& table, const json::List& texts);

}  // namespace zr::rulebook

#pragma once
/// The quarterly return as a published set: its cells, each a figure over a reader, and the rules
/// between them (the policy; 银保监发〔2019〕34号). Cells and rules are published together, for
/// rules name cells.
#include <optional>
#include <string>

#include "rulebook/rule_set.h"

namespace zr::rulebook {

inline constexpr std::string_view return_code = "quarterly_return";

enum class Measure { sum, count, distinct, weighted, ratio, formula, entered };
std::span<const Name> names_of(Measure);

/// A row of data/return_form.csv.
struct ReturnCell {
  std::string id;
  std::string title_zh;
  std::string title_en;
  std::string unit;
  std::optional<std::string> reader;  ///< "ledger.notes", "ledger.notes@quarter_begin".
  Measure measure = Measure::entered;
  std::optional<std::string> field;
  std::optional<json::Any> filter;  ///< A predicate tree over facts of the reader's row.
  std::optional<std::string> meaning;
};
const json::Struct& describe(const ReturnCell*);

enum class MissingCells {
  skip_if_any_missing,
  missing_is_zero,
  error_if_any_missing,
  never_skip,
};
std::span<const Name> names_of(MissingCells);

enum class Severity {
  error,      ///< Stops signing 强制性.
  justify,    ///< Signs only with a reason 核实性.
  warning,    ///< Asks for a remark.
  late_flag,  ///< Marks.
  reconcile,  ///< Lists differences line by line.
};
std::span<const Name> names_of(Severity);

/// A row of data/return_rules.csv.
struct ReturnRule {
  std::string id;
  std::string title_zh;
  std::string title_en;
  std::string when;
  std::string left;
  std::string comparison;
  std::string right;
  MissingCells missing = MissingCells::skip_if_any_missing;
  Severity severity = Severity::warning;
};
const json::Struct& describe(const ReturnRule*);

struct ReturnTables {
  std::vector<ReturnCell> cells;
  std::vector<ReturnRule> rules;
};

/// Refused with every fault at its place: a cell or rule twice, a filter that is no predicate tree,
/// a rule that names an unknown cell.
Result<ReturnTables> return_tables_from(const json::Value& content);
RuleSet return_set();

}  // namespace zr::rulebook

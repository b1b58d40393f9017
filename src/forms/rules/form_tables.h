#pragma once
/// A form as data 表式: its cells and the rules between them, as they are published. Whose figure a
/// cell is, its owner knows (reader, measure, field, filter are his); what is entered and what is
/// computed from other cells, the form knows. No layout, no script; the kinds of cell are closed.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/names.h"
#include "base/result.h"
#include "json/describe.h"

namespace zr::forms {

/// What a cell holds. Follows from its unit: fen, ppm, date, choice, text, file; any other unit
/// counts something.
enum class CellKind { amount, count, ratio, date, choice, text, file };
std::span<const Name> names_of(CellKind);

/// Who gives the value of a cell.
enum class CellOrigin {
  entered,  ///< Typed by whoever fills in.
  figure,   ///< Computed by the form's owner from his rows.
  formula,  ///< Computed here from other cells.
};
std::span<const Name> names_of(CellOrigin);

enum class Measure { sum, count, distinct, weighted, ratio, formula, entered };
std::span<const Name> names_of(Measure);

/// A published cell.
struct FormCell {
  std::string id = {};
  std::string title_zh = {};
  std::string title_en = {};
  std::string unit = {};
  std::optional<std::string> reader = {};  ///< "ledger.notes", "ledger.notes@quarter_begin".
  Measure measure = Measure::entered;
  std::optional<std::string> field = {};    ///< Of a formula or ratio: the expression over cells.
  std::optional<json::Any> filter = {};     ///< A predicate tree over facts of the reader's row.
  std::optional<std::string> choices = {};  ///< Of a choice: its values, separated by "|".
  std::optional<std::string> meaning = {};
};
const json::Struct& describe(const FormCell*);
CellKind kind_of(const FormCell& cell);
CellOrigin origin_of(const FormCell& cell);

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

/// A published rule.
struct FormRule {
  std::string id = {};
  std::string title_zh = {};
  std::string title_en = {};
  std::string when = {};
  std::string left = {};
  std::string comparison = {};
  std::string right = {};
  MissingCells missing = MissingCells::skip_if_any_missing;
  Severity severity = Severity::warning;
};
const json::Struct& describe(const FormRule*);

struct FormTables {
  std::vector<FormCell> cells = {};
  std::vector<FormRule> rules = {};
};

/// Values by the id of their cell: fen, a count or ppm as a number; a date, choice, text or the
/// digest of a file as a text. A cell that is missing is not there.
using Cells = std::map<std::string, json::Scalar, std::less<>>;

/// {"balance_end":12300,…}, cells by name; the same cells always give the same text.
json::Value to_json(const Cells& cells);
/// The way back of what `to_json` wrote; members of other kinds are left out.
Cells cells_of(const json::Value& stored);

/// The number in a cell; empty where the cell is missing or holds a text.
std::optional<std::int64_t> number_in(const Cells& cells, std::string_view id);

/// What became of one cell between two versions.
struct CellChange {
  std::string cell = {};
  json::Scalar before = {};
  json::Scalar after = {};
  std::optional<std::int64_t> difference = {};  ///< after - before, where both are numbers.
  bool operator==(const CellChange&) const = default;
};
/// Every cell whose value differs, by name.
std::vector<CellChange> difference(const Cells& before, const Cells& after);

}  // namespace zr::forms

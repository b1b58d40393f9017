#pragma once
/// What a table to be written consists of, alike for CSV and XLSX. Values are the house's own
/// types: money stays fen and a share stays ppm until the moment a cell is written.
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/money.h"

namespace zr::documents {

/// How the numbers of a column are shown; a text is a text in any column.
enum class ColumnKind {
  text,
  yuan,       ///< Money in yuan, two decimals.
  wan,        ///< Money in wan yuan 万元, two decimals, rounded half even as in the returns.
  wan_exact,  ///< Money in wan yuan, two decimals shown, the fen kept in the cell.
  integer,    ///< Counts and days.
  percent,    ///< A Ppm as percent.
  date,
};

struct Column {
  std::string title;
  ColumnKind kind = ColumnKind::text;
};

/// A number that came in a file and goes out as it was, to the 16 digits a sheet keeps.
struct Decimal {
  std::string text;
};

using Value = std::variant<std::monostate, std::string, Money, std::int64_t, Ppm, Date, Decimal>;

/// How a cell stands out: in an annotated file the faults are red, the doubts yellow.
enum class Mark { none, wrong, doubtful };

struct OutCell {
  Value value;
  Mark mark = Mark::none;
};

/// The value as text in its column: what CSV holds, and what fixes the amount a sheet must show.
/// Texts are not guarded here.
std::string text_of(const Value& value, ColumnKind kind);

}  // namespace zr::documents

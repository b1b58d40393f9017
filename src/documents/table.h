#pragma once
/// The one shape in which every reader gives a table: rows of cells, streamed, and afterwards the
/// facts of the file. A cell says what stands in the file; what it means (money, a code, which of
/// two dates) is the importer's. Views in a row end with the call that brought it.
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "documents/sniff.h"

namespace zr::documents {

enum class CellKind : std::uint8_t {
  empty,
  text,    ///< As it stands; truth values are TRUE and FALSE, spreadsheet errors #N/A and so on.
  number,  ///< The shortest decimal that reads back as the same double, never with an exponent.
  date,    ///< A number shown as a date: `text` is the serial, `date` the day where there is one.
  unread,  ///< A formula stored without its value: the file must be saved by a spreadsheet first.
};

struct Cell {
  CellKind kind = CellKind::empty;
  std::string_view text;
  std::optional<Date> date;
};

struct Row {
  int number = 0;  ///< As a spreadsheet counts: from 1, blank rows counted, not delivered.
  std::span<const Cell> cells;  ///< Without empty cells at its end.
  /// Past the end all cells are empty.
  Cell at(std::size_t column) const { return column < cells.size() ? cells[column] : Cell{}; }
};

enum class Continue { yes, no };
using RowSink = std::function<Continue(const Row&)>;

enum class Encoding { utf8, utf8_marked, gb18030 };  ///< utf8_marked: with a byte order mark.
enum class DateSystem { from_1900, from_1904 };
enum class Visibility { shown, hidden };

/// A merged range; rows from 1, columns from 0 like the cells of a row.
struct Merged {
  int first_row;
  int last_row;
  int first_column;
  int last_column;
  bool operator==(const Merged&) const = default;
};

struct SheetFacts {
  std::string name;  ///< Empty for CSV.
  Visibility visibility = Visibility::shown;
  int rows = 0;  ///< Rows delivered; 0 where the sheet was not read.
  std::vector<Merged> merged;
};

/// What a file turned out to be.
struct TableFacts {
  FileKind kind = FileKind::unknown;
  std::optional<Encoding> encoding;  ///< CSV only.
  char separator = 0;                ///< CSV only.
  DateSystem date_system = DateSystem::from_1900;
  std::vector<SheetFacts> sheets;
};

}  // namespace zr::documents

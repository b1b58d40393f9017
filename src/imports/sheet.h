#pragma once
/// One sheet of a file in memory: every cell as it stands, in a few bytes each. At most 20,000 rows
/// and what may stand around them; a longer file is refused while it is read.
#include <string>
#include <vector>

#include "base/result.h"
#include "documents/documents.h"

namespace zr::imports {

inline constexpr std::size_t most_rows = 20'000;

class Sheet {
 public:
  /// `sheet` counts from 1; the first shown one where it is not said.
  static Result<Sheet> read(const documents::Source& source, std::optional<std::int64_t> sheet);

  std::size_t size() const { return rows_.size(); }
  /// As a spreadsheet counts, from 1.
  int number(std::size_t row) const { return rows_[row].number; }
  std::size_t width(std::size_t row) const { return rows_[row].cells; }
  /// Column from 0; empty past the end. Valid while the sheet is.
  documents::Cell at(std::size_t row, std::size_t column) const;
  /// The first cell with something in it.
  std::string_view first_text(std::size_t row) const;

  std::int64_t place() const { return place_; }  ///< from 1
  const std::string& name() const { return name_; }
  documents::DateSystem dates() const { return dates_; }
  /// Names of the sheets of the book; one empty name for CSV.
  const std::vector<std::string>& sheets() const { return sheets_; }

 private:
  struct Kept {
    std::uint32_t offset;
    std::uint32_t size;
    std::int32_t day;  ///< days since 1970; no_day where there is none
    documents::CellKind kind;
  };
  struct Line {
    int number;
    std::uint32_t first;
    std::uint32_t cells;
  };
  void keep(const documents::Row& row);

  std::string text_;
  std::vector<Kept> cells_;
  std::vector<Line> rows_;
  std::int64_t place_ = 1;
  std::string name_;
  documents::DateSystem dates_ = documents::DateSystem::from_1900;
  std::vector<std::string> sheets_;
};

}  // namespace zr::imports

#pragma once
/// Excel workbooks that people print, file and send back: title, frozen header with filter, typed
/// columns as real numbers and dates, A4 landscape. Texts are guarded and never formulas. The same
/// calls give the same bytes: the creation time is a parameter.
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "documents/outgoing.h"

namespace zr::documents {

/// A sheet as it begins; its rows follow one by one.
struct SheetPlan {
  std::string name;
  std::string title;               ///< One line over all columns; none if empty.
  std::vector<std::string> notes;  ///< Lines below the title: unit, data date, source.
  std::vector<Column> columns;
};

class XlsxWriter {
 public:
  explicit XlsxWriter(Instant created);
  ~XlsxWriter();
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  /// Begins a sheet; the one before is complete.
  void sheet(SheetPlan plan);
  /// One cell for each column, in order; missing ones at the end are empty.
  void row(std::span<const OutCell> cells);
  /// A line over all columns below the rows: who filled in, who checked, place for the seal.
  void line(std::string_view text);
  /// The file. Refused where a sheet or a cell holds more than Excel can (too_many_rows,
  /// text_too_long); throws where the disk fails.
  Result<std::string> finish();

 private:
  struct Book;
  std::unique_ptr<Book> book_;
};

}  // namespace zr::documents

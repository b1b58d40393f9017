#pragma once
/// An Excel workbook (.xlsx) from outside, read as a stream with caps. Sheets are listed on
/// opening; their cells are read only on demand. No formula is computed, no link followed, no macro
/// looked at: such books are refused.
#include <memory>

#include "base/result.h"
#include "documents/limits.h"
#include "documents/source.h"
#include "documents/table.h"

namespace zr::documents {

class Workbook {
 public:
  /// The source must outlive the workbook.
  static Result<Workbook> open(const Source& source, const Limits& limits = {});

  /// Kind, date system and the sheets in their order, hidden ones too; not yet their rows.
  const TableFacts& facts() const;
  /// Rows of one sheet to the sink, in order, until it has enough. A refusal may come after rows
  /// were given: then none of them count. All reading of one workbook shares one budget, so open it
  /// again for a second pass.
  Result<SheetFacts> read(std::size_t sheet, const RowSink& sink);

 private:
  struct Book;
  explicit Workbook(std::shared_ptr<Book> book) : book_(std::move(book)) {}
  std::shared_ptr<Book> book_;
};

}  // namespace zr::documents

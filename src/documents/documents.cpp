#include "documents/documents.h"

#include "documents/csv_read.h"
#include "documents/refusals.h"
#include "documents/xlsx_read.h"

namespace zr::documents {

namespace {

/// Why a file of this kind is no table; for text and xlsx, which are, never asked.
const Refusal& refusal_of(FileKind kind) {
  switch (kind) {
    case FileKind::empty:
      return empty_file;
    case FileKind::markup:
      return web_page;
    case FileKind::xls:
      return old_spreadsheet;
    case FileKind::encrypted:
      return encrypted_file;
    case FileKind::unknown:
    case FileKind::text:
    case FileKind::xlsx:
    case FileKind::zip:
    case FileKind::pdf:
    case FileKind::png:
    case FileKind::jpeg:
      break;
  }
  return not_a_table;
}

Result<TableFacts> read_sheet(Workbook& book, std::size_t sheet, const RowSink& sink) {
  auto read = book.read(sheet, sink);
  if (!read) return read.problem();
  TableFacts facts = book.facts();
  facts.sheets[sheet] = std::move(*read);
  return facts;
}

}  // namespace

std::optional<std::size_t> first_shown(const TableFacts& facts) {
  for (std::size_t i = 0; i < facts.sheets.size(); ++i)
    if (facts.sheets[i].visibility == Visibility::shown) return i;
  return std::nullopt;
}

Result<TableFacts> read_table(const Source& source, const ReadOptions& options,
                              const RowSink& sink) {
  const FileKind kind = kind_of(source);
  if (kind == FileKind::text) {
    if (options.sheet.value_or(0) != 0) return no_such_sheet;
    return read_csv(source, sink, options.limits);
  }
  if (kind != FileKind::xlsx) return refusal_of(kind);
  auto book = Workbook::open(source, options.limits);
  if (!book) return book.problem();
  const auto sheet = options.sheet ? options.sheet : first_shown(book->facts());
  if (!sheet) return no_such_sheet;
  return read_sheet(*book, *sheet, sink);
}

Result<TableFacts> survey(const Source& source, const Limits& limits) {
  const RowSink count = [](const Row&) { return Continue::yes; };
  const FileKind kind = kind_of(source);
  if (kind == FileKind::text) return read_csv(source, count, limits);
  if (kind != FileKind::xlsx) return refusal_of(kind);
  auto book = Workbook::open(source, limits);
  if (!book) return book.problem();
  TableFacts facts = book->facts();
  for (std::size_t i = 0; i < facts.sheets.size(); ++i) {
    auto read = book->read(i, count);
    if (!read) return read.problem();
    facts.sheets[i] = std::move(*read);
  }
  return facts;
}

}  // namespace zr::documents

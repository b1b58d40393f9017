#include "documents/xlsx_read.h"

#include <optional>
#include <utility>

#include "documents/archive.h"
#include "documents/refusals.h"
#include "documents/xlsx_parts.h"
#include "documents/xlsx_sheet.h"

namespace zr::documents {

struct Workbook::Book {
  Archive archive;
  BookParts parts;
  TableFacts facts;
  std::optional<BookContext> context;  ///< Loaded with the first sheet.
};

Result<Workbook> Workbook::open(const Source& source, const Limits& limits) {
  auto archive = Archive::open(source, limits);
  if (!archive) return archive.problem();
  auto parts = find_parts(*archive);
  if (!parts) return parts.problem();
  auto book = std::make_shared<Book>(
      Book{.archive = *archive, .parts = std::move(*parts), .facts = {}, .context = {}});
  book->facts.kind = FileKind::xlsx;
  book->facts.date_system = book->parts.date_system;
  for (const SheetPart& sheet : book->parts.sheets)
    book->facts.sheets.push_back(
        {.name = sheet.name, .visibility = sheet.visibility, .rows = 0, .merged = {}});
  return Workbook(std::move(book));
}

const TableFacts& Workbook::facts() const {
  return book_->facts;
}

Result<SheetFacts> Workbook::read(std::size_t sheet, const RowSink& sink) {
  Book& book = *book_;
  if (sheet >= book.parts.sheets.size()) return no_such_sheet;
  if (!book.context) {
    auto styles = DateStyles::read(book.archive, book.parts.styles);
    if (!styles) return styles.problem();
    auto strings = SharedStrings::read(book.archive, book.parts.shared_strings);
    if (!strings) return strings.problem();
    book.context = BookContext{.strings = std::move(*strings),
                               .styles = std::move(*styles),
                               .date_system = book.parts.date_system};
  }
  SheetReader reader(*book.context, sink, book.archive.limits(), book.archive.budget());
  const auto done = read_xml(book.archive, book.parts.sheets[sheet].part, reader);
  if (!done) return done.problem();
  SheetFacts facts = book.facts.sheets[sheet];
  facts.rows = reader.rows();
  facts.merged = std::move(reader.merged());
  return facts;
}

}  // namespace zr::documents

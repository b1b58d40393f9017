#include "documents/documents.h"

#include <doctest/doctest.h>

#include "documents/refusals.h"
#include "documents/test_book.h"

using namespace zr::documents;

namespace {

/// A book with this many sheets, all of them one and the same part.
std::string sheets_of_one_part(int sheets, const std::string& state) {
  auto parts = made::book(made::sheet("<row><c t=\"s\"><v>0</v></c></row>"));
  std::string list;
  for (int i = 1; i <= sheets; ++i)
    list += "<sheet name=\"" + std::to_string(i) + "\" r:id=\"rId1\"" + state + "/>";
  parts["xl/workbook.xml"] = "<workbook><sheets>" + list + "</sheets></workbook>";
  return made::zip_of(parts);
}

}  // namespace

TEST_CASE("a survey counts the rows of every sheet, and of a text") {
  const auto csv = survey(Source::memory("a;b\n1;2\n\n3;4\n"));
  REQUIRE(csv);
  CHECK(csv->kind == FileKind::text);
  CHECK(csv->separator == ';');
  CHECK(csv->sheets[0].rows == 3);
  const auto book = survey(Source::memory(sheets_of_one_part(3, "")));
  REQUIRE(book);
  CHECK(book->kind == FileKind::xlsx);
  REQUIRE(book->sheets.size() == 3);
  for (const auto& sheet : book->sheets) CHECK(sheet.rows == 1);
  CHECK(survey(Source::memory("%PDF-1.7")) == not_a_table);
}

TEST_CASE("all sheets of a survey share one budget, even where they are one part read again") {
  const std::string bytes = sheets_of_one_part(100, "");
  Limits limits;
  limits.unpacked_bytes = 20'000;
  CHECK(survey(Source::memory(bytes), limits) == unpacked_too_large);
  limits.unpacked_bytes = 200'000;
  CHECK(survey(Source::memory(bytes), limits));
}

TEST_CASE("a book whose every sheet is hidden is read only by naming one") {
  const std::string bytes = sheets_of_one_part(2, " state=\"hidden\"");
  made::Read read;
  CHECK(made::read(bytes, read) == no_such_sheet);
  CHECK(made::read(bytes, read, {.sheet = 1}));
  CHECK(read.rows == std::vector<std::string>{"1: 借据号"});
}

TEST_CASE("a text has one sheet and no other") {
  made::Read read;
  CHECK(made::read("a\n", read, {.sheet = 0}));
  CHECK(made::read("a\n", read, {.sheet = 1}) == no_such_sheet);
}

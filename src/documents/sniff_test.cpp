#include "documents/sniff.h"

#include <doctest/doctest.h>

#include <string>

#include "documents/refusals.h"
#include "documents/test_book.h"

using namespace zr::documents;
using namespace std::string_literals;

namespace {

/// An OLE header whose directory, in the sector after it, names one stream.
std::string ole_file(std::string_view stream) {
  std::string bytes(512 * 3, '\0');
  bytes.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s);
  bytes[0x1E] = 9;
  bytes[0x30] = 1;
  for (std::size_t i = 0; i < stream.size(); ++i) bytes[1024 + 2 * i] = stream[i];
  return bytes;
}

}  // namespace

TEST_CASE("a file is known by its bytes, not by its name") {
  CHECK(kind_of(made::zip_of(made::book(made::sheet("")))) == FileKind::xlsx);
  CHECK(kind_of(made::zip_of({{"a.txt", "a"}})) == FileKind::zip);
  CHECK(kind_of(made::zip_of({{"[Content_Types].xml", ""}, {"word/document.xml", ""}})) ==
        FileKind::zip);
  CHECK(kind_of(ole_file("Workbook")) == FileKind::xls);
  CHECK(kind_of(ole_file("EncryptedPackage")) == FileKind::encrypted);
  CHECK(kind_of("%PDF-1.7\n") == FileKind::pdf);
  CHECK(kind_of("\x89PNG\r\n\x1A\n\0\0"s) == FileKind::png);
  CHECK(kind_of("\xFF\xD8\xFF\xE0"s) == FileKind::jpeg);
  CHECK(kind_of("借据号,金额\n") == FileKind::text);
  CHECK(kind_of("\xBD\xE8\xBE\xDD\xBA\xC5,1\n") == FileKind::text);
  CHECK(kind_of("a\0b"s) == FileKind::unknown);
  CHECK(kind_of("") == FileKind::empty);
  CHECK(kind_of("\xEF\xBB\xBF\n <html><table>") == FileKind::markup);
  CHECK(kind_of("<?xml version=\"1.0\"?><Workbook/>") == FileKind::markup);
}

TEST_CASE("a file that is no table is refused with what to do about it") {
  CHECK(made::outcome("") == empty_file);
  CHECK(made::outcome("%PDF-1.7\n") == not_a_table);
  CHECK(made::outcome(made::zip_of({{"a.txt", "a"}})) == not_a_table);
  CHECK(made::outcome(ole_file("Workbook")) == old_spreadsheet);
  CHECK(made::outcome(ole_file("EncryptedPackage")) == encrypted_file);
  CHECK(made::outcome("<html><table><tr><td>1</td></tr></table></html>") == web_page);
  CHECK(made::outcome("a\0b"s) == not_a_table);
}

TEST_CASE("every kind of file has a name in both languages") {
  for (const auto& row : names_of(FileKind{})) {
    CHECK_FALSE(row.zh.empty());
    CHECK_FALSE(row.en.empty());
    CHECK(zr::value_named<FileKind>(row.name) == static_cast<FileKind>(row.value));
  }
}

TEST_CASE("a shortened OLE header does not mislead the reader beyond the file") {
  const std::string whole = ole_file("Workbook");
  for (std::size_t size = 8; size < 64; ++size)
    CHECK(kind_of(whole.substr(0, size)) == FileKind::xls);
  std::string far = whole;
  far.replace(0x30, 4, "\xFF\xFF\xFF\xFF");
  CHECK(kind_of(far) == FileKind::xls);
}

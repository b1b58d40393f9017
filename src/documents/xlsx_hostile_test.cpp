#include <doctest/doctest.h>
#include <sys/resource.h>
#include <zip.h>

#include <algorithm>
#include <cstring>
#include <ctime>

#include "documents/refusals.h"
#include "documents/test_book.h"

using namespace zr::documents;
using namespace std::string_literals;

namespace {

/// The sound book with one part changed.
std::string with(const std::string& part, const std::string& text) {
  auto parts = made::book(made::sheet("<row><c><v>1</v></c></row>"));
  parts[part] = text;
  return made::zip_of(parts);
}

std::string with_sheet(const std::string& data) {
  return with("xl/worksheets/sheet1.xml", made::sheet(data));
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

/// Overwrites the size that the archive's directory claims for a member.
std::string claiming(std::string bytes, std::string_view member, std::uint32_t size) {
  const auto directory = bytes.find("PK\x01\x02");
  const auto name = bytes.find(member, directory);
  REQUIRE(name != std::string::npos);
  std::memcpy(bytes.data() + name - 46 + 24, &size, sizeof size);
  return bytes;
}

long peak_kilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Refused within the promise of 5 s and 200 MB.
void refused_cheaply(const std::string& bytes, const zr::Refusal& ground,
                     const Limits& limits = {}) {
  const long before = peak_kilobytes();
  const double start = cpu_seconds();
  CHECK(made::outcome(bytes, limits) == ground);
  CHECK(cpu_seconds() - start < 5.0);
  CHECK(peak_kilobytes() - before < 200 * 1024);
}

}  // namespace

TEST_CASE("control 40: a billion laughs is refused at its document type") {
  const std::string laughs =
      "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"lol\"><!ENTITY b "
      "\"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
      "<worksheet><sheetData><row><c><v>&c;</v></c></row></sheetData></worksheet>";
  refused_cheaply(with("xl/worksheets/sheet1.xml", laughs), has_document_type);
}

TEST_CASE("control 40: an external entity is refused wherever it stands, and nothing is fetched") {
  const std::string outside =
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
  for (const char* part : {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
                           "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"})
    CHECK(made::outcome(with(part, outside)) == has_document_type);
  CHECK(made::outcome(
            with("xl/workbook.xml", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\"><x/>")) ==
        has_document_type);
}

TEST_CASE("control 40: XML nested deeper than any spreadsheet's is refused") {
  refused_cheaply(with_sheet(repeated("<a>", 1'000'000)), too_complex);
  CHECK(made::outcome(with_sheet(repeated("<a>", 62) + repeated("</a>", 62))));
  CHECK(made::outcome(with_sheet(repeated("<a>", 63) + repeated("</a>", 63))) == too_complex);
}

TEST_CASE("control 40: a million columns are refused, far references too") {
  refused_cheaply(with_sheet("<row>" + repeated("<c><v>1</v></c>", 1'000'000) + "</row>"),
                  too_many_columns);
  CHECK(made::outcome(with_sheet(R"(<row><c r="ZZZZ1"><v>1</v></c></row>)")) == too_many_columns);
  CHECK(made::outcome(with_sheet(R"(<row><c r="GR1"><v>1</v></c></row>)")));
  const auto refused = made::outcome(with_sheet(R"(<row r="9"><c r="GS9"><v>1</v></c></row>)"));
  CHECK(refused == too_many_columns);
  CHECK(refused.problem().detail_zh == "第 9 行");
}

TEST_CASE("control 40: rows beyond a sheet, out of order or out of sense are refused") {
  CHECK(made::outcome(with_sheet(R"(<row r="1048576"><c><v>1</v></c></row>)")));
  CHECK(made::outcome(with_sheet(R"(<row r="1048577"/>)")) == too_many_rows);
  CHECK(made::outcome(with_sheet(R"(<row r="1048576"/><row/>)")) == too_many_rows);
  for (const char* number : {"0", "-1", "99999999999", "x"})
    CHECK(made::outcome(with_sheet("<row r=\""s + number + "\"/>")) == damaged_file);
  CHECK(made::outcome(with_sheet(R"(<row r="2"/><row r="2"/>)")) == damaged_file);
  CHECK(made::outcome(with_sheet(R"(<row><c r="1A"/></row>)")) == damaged_file);
}

TEST_CASE("control 40: a workbook cut short is refused at every length") {
  const std::string whole = with_sheet("<row><c t=\"s\"><v>0</v></c></row>");
  REQUIRE(made::outcome(whole));
  for (std::size_t size = 4; size < whole.size(); size += 7)
    CHECK_FALSE(made::outcome(std::string_view(whole).substr(0, size)));
  CHECK(made::outcome(std::string_view(whole).substr(0, whole.size() - 30)) == damaged_file);
}

TEST_CASE("control 40: a huge shared string is refused, and one string used too often too") {
  const auto strings = [](const std::string& inside) {
    return with("xl/sharedStrings.xml", "<sst><si><t>" + inside + "</t></si></sst>");
  };
  auto parts = made::book(made::sheet("<row><c t=\"s\"><v>0</v></c></row>"));
  refused_cheaply(strings(std::string(40u << 20, 'x')), text_too_long);
  CHECK(made::outcome(strings(std::string(128u << 10, 'x'))));
  CHECK(made::outcome(strings(std::string((128u << 10) + 1, 'x'))) == text_too_long);

  parts["xl/sharedStrings.xml"] = "<sst><si><t>" + std::string(100'000, 'x') + "</t></si></sst>";
  parts["xl/worksheets/sheet1.xml"] =
      made::sheet(repeated("<row>" + repeated("<c t=\"s\"><v>0</v></c>", 100) + "</row>", 100));
  refused_cheaply(made::zip_of(parts), unpacked_too_large);
}

TEST_CASE("control 40: shared strings beyond the caps, and references to none, are refused") {
  const std::string two = with("xl/sharedStrings.xml", "<sst><si><t>a</t></si><si><t/></si></sst>");
  Limits limits;
  limits.shared_strings = 2;
  CHECK(made::outcome(two, limits));
  limits.shared_strings = 1;
  CHECK(made::outcome(two, limits) == too_complex);
  limits = {};
  limits.shared_string_bytes = 4;
  CHECK(made::outcome(two, limits) == too_complex);
  for (const char* index : {"2", "-1", "x", "99999999999999999999"})
    CHECK(made::outcome(with_sheet("<row><c t=\"s\"><v>"s + index + "</v></c></row>")) ==
          damaged_file);
}

TEST_CASE("control 40: a cell or a row longer than any spreadsheet's is refused") {
  const auto cell = [](std::size_t size) {
    return "<c t=\"str\"><v>" + std::string(size, 'x') + "</v></c>";
  };
  CHECK(made::outcome(with_sheet("<row>" + cell(128u << 10) + "</row>")));
  CHECK(made::outcome(with_sheet("<row>" + cell((128u << 10) + 1) + "</row>")) == text_too_long);
  CHECK(made::outcome(with_sheet("<row>" + repeated(cell(100'000), 11) + "</row>")) ==
        text_too_long);
}

TEST_CASE("control 40: an encrypted workbook is refused with the way out") {
  std::string ole(4096, '\0');
  ole.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s);
  ole[0x1E] = 9;
  ole.replace(600, 32, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s);
  CHECK(made::outcome(ole) == encrypted_file);
  CHECK(made::outcome(ole).problem().refusal.zh.find("密码") != std::string_view::npos);

  std::string flagged = with_sheet("");  // the flag that a member is encrypted, in both headers
  for (const char* header : {"PK\x03\x04", "PK\x01\x02"})
    for (auto at = flagged.find(header); at != std::string::npos; at = flagged.find(header, at + 4))
      flagged[at + (header[2] == '\x03' ? 6u : 8u)] |= 1;
  CHECK(made::outcome(flagged) == encrypted_file);
}

TEST_CASE("control 40: macros and links to other files are refused, each by name or relationship") {
  CHECK(made::outcome(with("xl/vbaProject.bin", "x")) == has_macros);
  CHECK(made::outcome(with("XL/VBAPROJECT.BIN", "x")) == has_macros);
  CHECK(made::outcome(with("xl/externalLinks/externalLink1.xml", "<x/>")) == has_external_links);
  const auto linked = [](const std::string& type) {
    return with("xl/_rels/workbook.xml.rels",
                made::links(made::link("rId1", "worksheet", "worksheets/sheet1.xml") +
                            made::link("rId2", type, "odd.bin")));
  };
  CHECK(made::outcome(linked("vbaProject")) == has_macros);
  CHECK(made::outcome(linked("externalLink")) == has_external_links);
  CHECK(made::outcome(linked("theme")));
}

TEST_CASE("control 40: binary workbooks and books without a shown sheet are refused") {
  CHECK(made::outcome(with("_rels/.rels",
                           made::links(made::link("r", "officeDocument", "xl/workbook.bin")))) ==
        old_spreadsheet);
  CHECK(made::outcome(with("xl/workbook.xml", "<workbook><sheets/></workbook>")) == no_such_sheet);
  CHECK(made::outcome(with("xl/workbook.xml", "<workbook><sheets><sheet/></sheets></workbook>")) ==
        damaged_file);
}

TEST_CASE("control 40: more sheets, styles or members than allowed are refused") {
  Limits limits;
  limits.sheets = 0;
  CHECK(made::outcome(with_sheet(""), limits) == too_many_sheets);
  limits = {};
  limits.styles = 3;
  CHECK(made::outcome(with_sheet("<row/>"), limits) == too_complex);
  limits = {};
  limits.archive_entries = 6;
  CHECK(made::outcome(with_sheet(""), limits) == too_complex);
  limits.archive_entries = 7;
  CHECK(made::outcome(with_sheet(""), limits));
}

TEST_CASE("control 40: names that climb, links and doubles inside the archive are never followed") {
  auto parts = made::book(made::sheet("<row><c><v>1</v></c></row>"));
  parts["../../../../tmp/zhirong-slipped"] = "x";
  parts["/etc/zhirong-slipped"] = "x";
  CHECK(made::outcome(made::zip_of(parts)));
  CHECK(made::outcome(with("xl/_rels/workbook.xml.rels",
                           made::links(made::link("rId1", "worksheet", "../../../etc/passwd")))) ==
        damaged_file);
  CHECK(made::outcome(with("xl/worksheets/sheet1.xml", "/etc/passwd")) == damaged_file);
}

TEST_CASE("control 40: a size that lies is found, whether too small, too large or enormous") {
  const std::string sound = with_sheet(repeated("<row><c><v>1</v></c></row>", 1'000));
  REQUIRE(made::outcome(sound));
  const char* member = "xl/worksheets/sheet1.xml";
  CHECK(made::outcome(claiming(sound, member, 10)) == damaged_file);
  CHECK(made::outcome(claiming(sound, member, 1'000'000)) == damaged_file);
  CHECK(made::outcome(claiming(sound, member, 0xF0000000u)) == unpacked_too_large);
  Limits limits;
  limits.unpacked_bytes = 32u << 20;
  const std::string bomb = with_sheet(std::string(40u << 20, ' '));
  CHECK(bomb.size() < 200'000);
  refused_cheaply(claiming(bomb, member, 10), unpacked_too_large, limits);
  limits.unpacked_bytes = 48u << 20;
  CHECK(made::outcome(bomb, limits));
}

TEST_CASE("control 40: an endless list of members is counted before it is loaded") {
  std::string bytes = with_sheet("");
  const auto end = bytes.rfind("PK\x05\x06");
  bytes[end + 10] = '\xFF';
  bytes[end + 11] = '\x7F';
  CHECK(made::outcome(bytes) == too_complex);
  CHECK(made::outcome(with_sheet("") + repeated("PK\x05\x06"s + std::string(18, '\0'), 10)) ==
        damaged_file);
}

TEST_CASE("control 40: names without end fill no memory, tags without end take no time") {
  std::string names;
  for (int i = 0; i < 800'000; ++i) names += "<a" + std::to_string(i) + "/>";
  refused_cheaply(with_sheet(names), too_complex);
  std::string attributes = "<row";
  for (int i = 0; i < 200'000; ++i) attributes += " a" + std::to_string(i) + "=\"\"";
  refused_cheaply(with_sheet(attributes + "/>"), too_complex);
  refused_cheaply(with_sheet("<row r=\"" + std::string(20u << 20, '1') + "\"/>"), too_complex);
  refused_cheaply(with_sheet("<!--" + std::string(20u << 20, 'x')), too_complex);
}

TEST_CASE("control 40: work without end is cut at its budget") {
  Limits limits;
  limits.xml_marks = 40;
  const std::string sound = with_sheet("");
  CHECK(made::outcome(sound));
  CHECK(made::outcome(with_sheet(repeated("<row/>", 1'000)), limits) == too_complex);
}

TEST_CASE("every refusal of a file speaks both languages and says what to do") {
  for (const zr::Refusal& refusal :
       {file_too_large, empty_file, not_a_table, old_spreadsheet, web_page, encrypted_file,
        damaged_file, has_macros, has_external_links, has_document_type, unpacked_too_large,
        too_complex, too_many_sheets, no_such_sheet, too_many_rows, too_many_columns, text_too_long,
        bad_encoding, unclosed_quote}) {
    CAPTURE(refusal.code);
    CHECK(refusal.zh.size() > 10);
    CHECK(refusal.en.size() > 10);
    CHECK(
        (refusal.kind == zr::RefusalKind::bad_input || refusal.kind == zr::RefusalKind::too_large));
  }
}

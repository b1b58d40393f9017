#include "documents/xlsx_read.h"

#include <doctest/doctest.h>

#include "documents/refusals.h"
#include "documents/test_book.h"
#include "documents/xlsx_parts.h"
#include "documents/xlsx_sheet.h"

using namespace zr;
using namespace zr::documents;
using Lines = std::vector<std::string>;

namespace {

Lines rows(const made::Parts& parts) {
  made::Read read;
  const auto facts = made::read(made::zip_of(parts), read);
  REQUIRE(facts);
  return read.rows;
}

Lines rows(const std::string& data) {
  return rows(made::book(made::sheet(data)));
}

std::string row(const std::string& cells) {
  return "<row>" + cells + "</row>";
}

}  // namespace

TEST_CASE("shared, inline, formula and rich texts are the text a reader sees") {
  CHECK(rows(row(R"(<c t="s"><v>0</v></c><c t="s"><v>1</v></c>)"
                 R"(<c t="inlineStr"><is><t>行内</t></is></c>)"
                 R"(<c t="inlineStr"><is><r><t>两</t></r><r><t>段</t></r>)"
                 R"(<rPh sb="0" eb="1"><t>liang</t></rPh></is></c>)"
                 R"(<c t="str"><f>A1&amp;"x"</f><v>a&amp;b</v></c>)")) ==
        Lines{"1: 借据号| 郑州 |行内|两段|a&b"});
}

TEST_CASE("phonetic runs of shared strings are left out, rich runs joined") {
  auto parts = made::book(made::sheet(row(R"(<c t="s"><v>0</v></c><c t="s"><v>1</v></c>)")));
  parts["xl/sharedStrings.xml"] =
      made::head + "<sst" + made::main_space +
      "><si><r><t>郑</t></r><r><rPr><b/></rPr><t>州</t></r><rPh sb=\"0\" eb=\"2\"><t>zheng "
      "zhou</t></rPh></si><si><t>a_x000D_b_x005F_x0041_ _x0000_ _xD800_ _x12_</t></si></sst>";
  CHECK(rows(parts) == Lines{"1: 郑州|a\rb_x0041_ _x0000_ _xD800_ _x12_"});
}

TEST_CASE("a number is the shortest decimal of its double, never with an exponent") {
  CHECK(shortest_decimal("0.1") == "0.1");
  CHECK(shortest_decimal("0.10000000000000001") == "0.1");
  CHECK(shortest_decimal("100000") == "100000");
  CHECK(shortest_decimal("1E5") == "100000");
  CHECK(shortest_decimal("1.5e-3") == "0.0015");
  CHECK(shortest_decimal("12345678901234567890") == "12345678901234567168");
  CHECK(shortest_decimal("90071992547409.91") == "90071992547409.9");
  CHECK(shortest_decimal("007") == "7");
  CHECK(shortest_decimal("-0") == "0");
  CHECK(shortest_decimal("9.9e20") == "990000000000000000000");
  CHECK(shortest_decimal("1e-15") == "0.000000000000001");
  for (const char* text :
       {"", "abc", "1,5", "inf", "-inf", "nan", "1e999", "0x10", "1 2", "1e21", "-1e21", "9e-16",
        "5e-324", "0.00000000000000000000000000000000000000001"})
    CHECK_FALSE(shortest_decimal(text));
}

TEST_CASE("numbers, truth values, errors and odd values of a cell") {
  CHECK(rows(row(R"(<c><v>1.50</v></c><c t="n"><v> 7 </v></c><c t="b"><v>1</v></c>)"
                 R"(<c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c><v>abc</v></c>)")) ==
        Lines{"1: 1.5|7|TRUE|FALSE|#N/A|abc"});
}

TEST_CASE("a formula gives its stored value; one stored without a value is named, not blank") {
  CHECK(rows(row(R"(<c><f>1+1</f><v>2</v></c><c><f>SUM(A1)</f></c><c><f>B1</f><v></v></c>)"
                 R"(<c t="str"><f>""</f><v></v></c><c><v>3</v></c>)")) == Lines{"1: 2|?|?||3"});
}

TEST_CASE("pitfall 35: a date-styled number gives its serial and its day, Chinese formats too") {
  CHECK(rows(row(R"(<c s="1"><v>46027</v></c><c s="2"><v>46027.5</v></c><c s="3"><v>46027</v></c>)"
                 R"(<c s="1"><v>60</v></c><c s="99"><v>46027</v></c>)"
                 R"(<c s="1" t="inlineStr"><is><t>2026/1/5</t></is></c>)"
                 R"(<c t="d"><v>2026-01-05T00:00:00</v></c><c t="d"><v>soon</v></c>)")) ==
        Lines{"1: 46027[2026-01-05]|46027.5[2026-01-05]|46027|60[]|46027|2026/1/5|"
              "2026-01-05T00:00:00[2026-01-05]|soon"});
}

TEST_CASE("a book of the 1904 system counts its dates from there, and says so") {
  auto parts = made::book(made::sheet(row(R"(<c s="1"><v>44565</v></c>)")));
  auto& book = parts["xl/workbook.xml"];
  book.insert(book.find("<sheets>"), "<workbookPr date1904=\"1\"/>");
  CHECK(rows(parts) == Lines{"1: 44565[2026-01-05]"});
  made::Read read;
  CHECK((*made::read(made::zip_of(parts), read)).date_system == DateSystem::from_1904);
}

TEST_CASE("cells and rows stand where their references say, gaps and styled blanks are empty") {
  CHECK(rows(R"(<row r="2"><c r="B2"><v>1</v></c><c r="D2" s="1"/></row><row r="3"/>)"
             R"(<row r="5" hidden="1"><c r="C5"><v>2</v></c><c><v>3</v></c></row>)"
             R"(<row r="7"><c r="XFD7" s="1"/></row><row><c r="A8"><v>4</v></c></row>)") ==
        Lines{"2: |1", "5: ||2|3", "8: 4"});
  CHECK(reference("XFD1048576")->column == 16'384);
  for (const char* text : {"", "A", "1", "a1", "A0", "A-1", "A1B", "AAAAA1"})
    CHECK_FALSE(reference(text));
}

TEST_CASE("elements may carry a namespace prefix") {
  auto parts = made::book(
      made::head +
      R"(<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
      R"(<x:sheetData><x:row r="1"><x:c t="s"><x:v>0</x:v></x:c></x:row></x:sheetData>)"
      R"(</x:worksheet>)");
  CHECK(rows(parts) == Lines{"1: 借据号"});
}

TEST_CASE("merged ranges are reported, so that a title row can be known") {
  const auto bytes = made::zip_of(
      made::book(made::sheet(row(R"(<c t="s"><v>0</v></c>)"),
                             R"(<mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="bad"/>)"
                             R"(<mergeCell ref="B3:B4"/></mergeCells>)")));
  made::Read read;
  const auto facts = made::read(bytes, read);
  REQUIRE(facts);
  CHECK(facts->sheets[0].merged ==
        std::vector<Merged>{{.first_row = 1, .last_row = 1, .first_column = 0, .last_column = 5},
                            {.first_row = 3, .last_row = 4, .first_column = 1, .last_column = 1}});
}

TEST_CASE("hidden sheets are listed; the first shown one is read unless another is named") {
  auto parts = made::book(made::sheet(row("<c><v>1</v></c>")));
  parts["xl/worksheets/sheet2.xml"] = made::sheet(row("<c><v>2</v></c>") + row("<c><v>3</v></c>"));
  parts["xl/workbook.xml"] =
      made::head + "<workbook" + made::main_space + " xmlns:q=\"" + made::link_space +
      "\"><sheets><sheet name=\"隐藏\" sheetId=\"1\" state=\"veryHidden\" q:id=\"rId1\"/>"
      "<sheet name=\"图\" sheetId=\"2\" q:id=\"rId8\"/>"
      "<sheet name=\"台账\" sheetId=\"3\" q:id=\"rId9\"/></sheets></workbook>";
  parts["xl/_rels/workbook.xml.rels"] =
      made::links(made::link("rId1", "worksheet", "/xl/worksheets/sheet1.xml") +
                  made::link("rId8", "chartsheet", "chartsheets/sheet1.xml") +
                  made::link("rId9", "worksheet", "worksheets/../worksheets/sheet2.xml"));
  const auto bytes = made::zip_of(parts);
  made::Read read;
  const auto facts = made::read(bytes, read);
  REQUIRE(facts);
  CHECK(read.rows == Lines{"1: 2", "2: 3"});
  REQUIRE(facts->sheets.size() == 2);
  CHECK(facts->sheets[0].name == "隐藏");
  CHECK(facts->sheets[0].visibility == Visibility::hidden);
  CHECK(facts->sheets[0].rows == 0);
  CHECK(facts->sheets[1].rows == 2);
  made::Read hidden;
  CHECK(made::read(bytes, hidden, {.sheet = 0}));
  CHECK(hidden.rows == Lines{"1: 1"});
  CHECK(made::read(bytes, hidden, {.sheet = 2}) == no_such_sheet);
  const auto counted = survey(Source::memory(bytes));
  REQUIRE(counted);
  CHECK(counted->sheets[0].rows == 1);
  CHECK(counted->sheets[1].rows == 2);
}

TEST_CASE("a relationship's target names a member or nothing, never a place on disk") {
  CHECK(resolve("xl/workbook.xml", "worksheets/sheet1.xml") == "xl/worksheets/sheet1.xml");
  CHECK(resolve("xl/workbook.xml", "/xl/styles.xml") == "xl/styles.xml");
  CHECK(resolve("xl/workbook.xml", "../../../etc/passwd") == "etc/passwd");
  CHECK(resolve("", "./xl//workbook.xml") == "xl/workbook.xml");
}

TEST_CASE("the sink may stop at any row, and an exception of its own comes through") {
  const auto bytes = made::zip_of(
      made::book(made::sheet(row("<c><v>1</v></c>") + row("<c><v>2</v></c>") + "<broken")));
  int seen = 0;
  const auto facts = read_table(Source::memory(bytes), {}, [&](const Row&) {
    return ++seen == 2 ? Continue::no : Continue::yes;
  });
  CHECK(facts);
  CHECK(seen == 2);
  CHECK_THROWS_AS(
      (void)read_table(Source::memory(bytes), {},
                       [](const Row&) -> Continue { throw std::runtime_error("full"); }),
      std::runtime_error);
}

TEST_CASE("a sink may itself read another workbook") {
  const auto bytes = made::zip_of(made::book(made::sheet(row("<c><v>1</v></c>"))));
  made::Read inner;
  CHECK(read_table(Source::memory(bytes), {}, [&](const Row&) {
    CHECK(made::read(bytes, inner));
    return Continue::yes;
  }));
  CHECK(inner.rows == Lines{"1: 1"});
}

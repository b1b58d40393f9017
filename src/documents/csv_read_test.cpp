#include "documents/csv_read.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "documents/refusals.h"
#include "documents/test_book.h"

using namespace zr::documents;
using namespace std::string_literals;
using Lines = std::vector<std::string>;

namespace {

Lines rows(std::string_view bytes) {
  made::Read read;
  const auto facts = made::read(bytes, read);
  REQUIRE(facts);
  CHECK(facts->sheets[0].rows == static_cast<int>(read.rows.size()));
  return read.rows;
}

zr::Result<TableFacts> facts_of(std::string_view bytes, const Limits& limits = {}) {
  return read_csv(
      Source::memory(bytes), [](const Row&) { return Continue::yes; }, limits);
}

}  // namespace

TEST_CASE("pitfall 36: the last line counts with or without its newline") {
  CHECK(rows("a,b\n1,2") == Lines{"1: a|b", "2: 1|2"});
  CHECK(rows("a,b\n1,2\n") == Lines{"1: a|b", "2: 1|2"});
  CHECK(rows("a,b\n1,") == Lines{"1: a|b", "2: 1"});
}

TEST_CASE("pitfall 36: CRLF, LF and CR end a record alike, also mixed") {
  CHECK(rows("a,b\r\n1,2\r\n") == Lines{"1: a|b", "2: 1|2"});
  CHECK(rows("a,b\r1,2\r") == Lines{"1: a|b", "2: 1|2"});
  CHECK(rows("a\r\nb\rc\nd") == Lines{"1: a", "2: b", "3: c", "4: d"});
}

TEST_CASE("pitfall 36: a byte order mark is no part of the first title") {
  CHECK(rows("\xEF\xBB\xBF借据号,金额\n") == Lines{"1: 借据号|金额"});
  CHECK((*facts_of("\xEF\xBB\xBF借据号\n")).encoding == Encoding::utf8_marked);
  CHECK((*facts_of("借据号\n")).encoding == Encoding::utf8);
}

TEST_CASE("pitfall 36: a GB18030 file is read as Chinese") {
  // 借据号,郑州 in GBK, then U+20BB7 (𠮷) in four bytes.
  CHECK(rows("\xBD\xE8\xBE\xDD\xBA\xC5,\xD6\xA3\xD6\xDD\n\x95\x34\xB2\x35,1") ==
        Lines{"1: 借据号|郑州", "2: 𠮷|1"});
  CHECK((*facts_of("\xD6\xA3\xD6\xDD\n")).encoding == Encoding::gb18030);
}

TEST_CASE("the encoding is one decision for the whole file: valid UTF-8 wins") {
  std::string late = "title\n";
  for (int i = 0; i < 30'000; ++i) late += "plain ascii\n";
  CHECK((*facts_of(late + "郑州\n")).encoding == Encoding::utf8);
  CHECK((*facts_of(late + "\xD6\xA3\xD6\xDD\n")).encoding == Encoding::gb18030);
}

TEST_CASE("characters cut by a piece of the file stay whole in both encodings") {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string utf8 = std::string(shift, 'x') + "\n";
    std::string gbk = utf8;
    for (int i = 0; i < 60'000; ++i) {
      utf8 += "郑州\n";
      gbk += "\xD6\xA3\xD6\xDD\n";
    }
    made::Read first;
    made::Read second;
    REQUIRE(made::read(utf8, first));
    REQUIRE(made::read(gbk, second));
    CHECK(first.rows == second.rows);
    CHECK(first.rows.back() == "60001: 郑州");
  }
}

TEST_CASE("a text in neither encoding is refused and the row is named") {
  const auto refused = facts_of("a\nb\n\xFF\xFF\n");
  CHECK(refused == bad_encoding);
  CHECK(refused.problem().detail_zh == "第 3 行");
  CHECK(facts_of("郑州\nb\n\xD6") == bad_encoding);
  CHECK(facts_of("\xD6\xA3\n\xD6").problem().detail_en == "row 2");
}

TEST_CASE("a zero byte anywhere is refused: no store could keep it") {
  const auto refused = facts_of("a\nb\nc\0d\n"s);
  CHECK(refused == bad_encoding);
  CHECK(refused.problem().detail_zh == "第 3 行");
  CHECK(facts_of("\xD6\xA3\n\0"s) == bad_encoding);
  CHECK(facts_of("\0"s) == bad_encoding);
}

TEST_CASE("quoted fields hold separators, line ends and doubled quotes") {
  CHECK(rows("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\nx,\"\",y") ==
        Lines{"1: a,b|say \"hi\"|two\nlines", "2: x||y"});
  CHECK(rows("\"\"\"\"\n") == Lines{"1: \""});
}

TEST_CASE("quotes out of place are kept as spreadsheets keep them") {
  CHECK(rows("5\" disc,\"a\"b,\"c\" \"d\"\n") == Lines{"1: 5\" disc|ab|c \"d\""});
}

TEST_CASE("pitfall 36: empty trailing columns do not widen a row") {
  CHECK(rows("a,b\n1,2,,,,\n,,\n3") == Lines{"1: a|b", "2: 1|2", "4: 3"});
  CHECK(rows("a" + std::string(300, ',') + "\n") == Lines{"1: a"});
}

TEST_CASE("blank rows are counted as a spreadsheet counts them, and not delivered") {
  CHECK(rows("\n\na\n\r\n\r\nb") == Lines{"3: a", "6: b"});
}

TEST_CASE("tab, semicolon and comma are told apart from the header area") {
  CHECK(separator_of("a\tb\tc\n1,000\t2,000\t3,000\n") == '\t');
  CHECK(separator_of("a;b;c\n1,5;2,5;3,5\n1;2;3\n") == ';');
  CHECK(separator_of("某某银行台账\n借据号,金额;元,日期\n1,2,3\n") == ',');
  CHECK(separator_of("one column\n") == ',');
  CHECK(separator_of("\"a;b;c\",x\n\"d\"\";;;\",y\n") == ',');
  CHECK(rows("a\tb\n1,000\t2") == Lines{"1: a|b", "2: 1,000|2"});
}

TEST_CASE("a quote never closed is refused at the row that opened it") {
  const auto refused = facts_of("a\nb,\"c\nd\ne\n");
  CHECK(refused == unclosed_quote);
  CHECK(refused.problem().detail_zh == "第 2 行");
  CHECK(facts_of("\"" + std::string(3'000'000, 'x')) == unclosed_quote);
}

TEST_CASE("a row or cell longer than any spreadsheet's is refused") {
  CHECK(facts_of(std::string(3'000'000, 'x')) == text_too_long);
  Limits limits;
  limits.cell_bytes = 10;
  CHECK(facts_of("0123456789\n", limits));
  CHECK(facts_of("0123456789a\n", limits) == text_too_long);
}

TEST_CASE("rows, columns and bytes beyond the caps are refused, at the caps they are read") {
  Limits limits;
  limits.rows = 3;
  limits.used_columns = 4;
  limits.columns = 6;
  CHECK(facts_of("a\nb\nc\n", limits));
  CHECK(facts_of("a\nb\nc\nd", limits) == too_many_rows);
  CHECK(facts_of("a,b,c,d,,\n", limits));
  CHECK(facts_of("a,b,c,d,e\n", limits) == too_many_columns);
  CHECK(facts_of("a,,,,,,\n", limits) == too_many_columns);
  CHECK(facts_of(std::string(1'000'000, ',')) == too_many_columns);
  limits.file_bytes = 4;
  CHECK(facts_of("a\nb\n", limits));
  CHECK(facts_of("a\nbb\n", limits) == file_too_large);
}

TEST_CASE("the sink may stop at any row") {
  int seen = 0;
  const auto facts = read_csv(Source::memory("a\nb\nc\n"), [&](const Row&) {
    return ++seen == 2 ? Continue::no : Continue::yes;
  });
  REQUIRE(facts);
  CHECK(seen == 2);
  CHECK(facts->sheets[0].rows == 2);
}

TEST_CASE("a file on disk reads like the same bytes in memory") {
  std::string bytes = "借据号,金额\n";
  for (int i = 0; i < 100'000; ++i) bytes += std::to_string(i) + ",\"1,000\"\r\n";
  const auto path = std::filesystem::temp_directory_path() /
                    ("zhirong-csv-" + std::to_string(reinterpret_cast<std::uintptr_t>(&bytes)));
  std::ofstream(path, std::ios::binary) << bytes;
  made::Read memory;
  made::Read disk;
  REQUIRE(made::read(bytes, memory));
  REQUIRE(read_table(Source::file(path), {}, disk.sink()));
  std::filesystem::remove(path);
  CHECK(memory.rows.size() == 100'001);
  CHECK(memory.rows == disk.rows);
  CHECK_THROWS_AS(Source::file(path), std::system_error);
}

#include "documents/xlsx_write.h"

#include <doctest/doctest.h>

#include "documents/archive.h"
#include "documents/guard.h"
#include "documents/refusals.h"
#include "documents/test_book.h"

using namespace zr;
using namespace zr::documents;
using Lines = std::vector<std::string>;

namespace {

const Instant created = Instant::start_of(Date(2026, 9, 30));

std::string finished(XlsxWriter& writer) {
  auto bytes = writer.finish();
  REQUIRE(bytes);
  return std::move(*bytes);
}

/// The text of one member of the file.
std::string member(const std::string& bytes, const std::string& name) {
  auto archive = Archive::open(Source::memory(bytes), Limits{});
  REQUIRE(archive);
  auto part = archive->part(name);
  REQUIRE(part);
  std::string text;
  std::string buffer(4096, '\0');
  for (;;) {
    const auto got = part->read(buffer);
    REQUIRE(got);
    if (*got == 0) return text;
    text.append(buffer, 0, *got);
  }
}

SheetPlan ledger() {
  return {.name = "台账",
          .title = "知识产权质押融资台账",
          .notes = {"单位：元", "数据日期：2026-09-30"},
          .columns = {{"企业", ColumnKind::text},
                      {"余额", ColumnKind::yuan},
                      {"余额（万元）", ColumnKind::wan},
                      {"笔数", ColumnKind::integer},
                      {"占比", ColumnKind::percent},
                      {"放款日期", ColumnKind::date}}};
}

std::string example() {
  XlsxWriter writer(created);
  writer.sheet(ledger());
  writer.row(std::vector<OutCell>{{"郑州示例科技有限公司"},
                                  {Money{-123'456}},
                                  {Money{1'234'565'000}},
                                  {std::int64_t{3}},
                                  {Ppm{123'456}},
                                  {Date(2026, 1, 5)}});
  writer.row(std::vector<OutCell>{{"乙"}, {}, {Money{0}}});
  writer.line("填表人：　　复核人：　　负责人：　　（盖章）");
  writer.sheet({.name = "说明", .title = {}, .notes = {}, .columns = {{"项目"}, {"内容"}}});
  writer.row(std::vector<OutCell>{{"口径"}, {"期末余额"}});
  return finished(writer);
}

}  // namespace

TEST_CASE("an amount in wan yuan that keeps its fen shows two decimals and holds six") {
  XlsxWriter writer(created);
  writer.sheet(
      {.name = "表", .title = {}, .notes = {}, .columns = {{"万元", ColumnKind::wan_exact}}});
  for (const std::int64_t fen : {0, 1, -1, 100, 1'234'567'890}) {
    const OutCell cell{Money{fen}};
    writer.row({&cell, 1});
  }
  made::Read read;
  REQUIRE(made::read(finished(writer), read));
  CHECK(read.rows ==
        Lines{"1: 万元", "2: 0", "3: 0.000001", "4: -0.000001", "5: 0.0001", "6: 1234.56789"});
  CHECK(text_of(Money{1'234'567'890}, ColumnKind::wan_exact) == "1234.56789");
  CHECK(text_of(Money{5'000'000}, ColumnKind::wan_exact) == "5.00");
}

TEST_CASE("what is written is read back: Chinese, money, shares and dates as real values") {
  const std::string bytes = example();
  made::Read read;
  const auto facts = made::read(bytes, read);
  REQUIRE(facts);
  CHECK(read.rows == Lines{"1: 知识产权质押融资台账", "2: 单位：元", "3: 数据日期：2026-09-30",
                           "4: 企业|余额|余额（万元）|笔数|占比|放款日期",
                           "5: 郑州示例科技有限公司|-1234.56|1234.56|3|0.123456|46027[2026-01-05]",
                           "6: 乙||0", "7: 填表人：　　复核人：　　负责人：　　（盖章）"});
  REQUIRE(facts->sheets.size() == 2);
  CHECK(facts->sheets[0].name == "台账");
  CHECK(facts->sheets[1].name == "说明");
  CHECK(facts->sheets[0].merged.front() ==
        Merged{.first_row = 1, .last_row = 1, .first_column = 0, .last_column = 5});
  made::Read second;
  REQUIRE(made::read(bytes, second, {.sheet = 1}));
  CHECK(second.rows == Lines{"1: 项目|内容", "2: 口径|期末余额"});
}

TEST_CASE("every amount of two decimals survives the sheet's doubles, or is written as text") {
  XlsxWriter writer(created);
  writer.sheet({.name = "a", .title = {}, .notes = {}, .columns = {{"元", ColumnKind::yuan}}});
  const std::vector<std::int64_t> amounts{0,
                                          1,
                                          -1,
                                          10,
                                          99,
                                          100,
                                          123'456'789,
                                          -29,
                                          1'000'01,
                                          999'999'999'999'99,
                                          6'999'999'999'999'999,
                                          money_limit.fen,
                                          -money_limit.fen};
  for (const auto fen : amounts) writer.row(std::vector<OutCell>{{Money{fen}}});
  const std::string bytes = finished(writer);
  std::size_t at = 0;
  REQUIRE(read_table(Source::memory(bytes), {}, [&](const Row& row) {
    if (row.number == 1) return Continue::yes;
    std::string text(row.at(0).text);
    if (row.at(0).kind == CellKind::number) {
      auto point = text.find('.');
      if (point == std::string::npos) text += '.', point = text.size() - 1;
      text.append(3 - (text.size() - point), '0');
      CHECK(text == yuan_text(Money{amounts[at]}));
    } else {
      CHECK(unguard(text) == yuan_text(Money{amounts[at]}));
    }
    ++at;
    return Continue::yes;
  }));
  CHECK(at == amounts.size());
}

TEST_CASE("the sheet is ready to print and to work in") {
  const std::string sheet = member(example(), "xl/worksheets/sheet1.xml");
  for (const char* expected :
       {"paperSize=\"9\"", "orientation=\"landscape\"", "fitToHeight=\"0\"", "state=\"frozen\"",
        "topLeftCell=\"A5\"", "<autoFilter ref=\"A4:F6\"", "<mergeCell ref=\"A1:F1\"",
        "<mergeCell ref=\"A7:F7\""}) {
    CAPTURE(std::string(expected));
    CHECK(sheet.find(expected) != std::string::npos);
  }
  const std::string book = member(example(), "xl/workbook.xml");
  CHECK(book.find("Print_Titles") != std::string::npos);
  const std::string styles = member(example(), "xl/styles.xml");
  CHECK(styles.find("yyyy\\-mm\\-dd") + styles.find("yyyy-mm-dd") != 2 * std::string::npos);
}

TEST_CASE("a column is as wide as its Chinese text needs, within bounds") {
  XlsxWriter writer(created);
  writer.sheet({.name = "a", .title = {}, .notes = {}, .columns = {{"甲"}, {"企业"}, {"注"}}});
  writer.row(std::vector<OutCell>{{"1"}, {"郑州示例科技有限公司"}, {std::string(500, 'x')}});
  const std::string sheet = member(finished(writer), "xl/worksheets/sheet1.xml");
  const auto width = [&](const std::string& column) {
    const auto at = sheet.find("<col min=\"" + column + "\"");
    REQUIRE(at != std::string::npos);
    const auto from = sheet.find("width=\"", at) + 7;
    return std::stod(sheet.substr(from));
  };
  CHECK(width("1") == doctest::Approx(8).epsilon(0.1));
  CHECK(width("2") == doctest::Approx(22).epsilon(0.1));
  CHECK(width("3") == doctest::Approx(48).epsilon(0.1));
}

TEST_CASE("the same calls give the same bytes, and the creation time is the one passed in") {
  const std::string first = example();
  CHECK(first == example());
  CHECK(member(first, "docProps/core.xml").find("2026-09-29T16:00:00Z") != std::string::npos);
}

TEST_CASE("control 42: texts in a sheet are guarded strings, never formulas, and come back") {
  const std::vector<std::string> hostile{"=1+1",          "-5",      "@SUM(A1)", "＝cmd",
                                         " +1",           "'=1",     "<&>\"",    "_x0041_",
                                         "_x005F_x0041_", "_x0000_", "a\x01z",   "\t=1"};
  XlsxWriter writer(created);
  writer.sheet({.name = "a", .title = {}, .notes = {}, .columns = {{"=标题"}}});
  for (const auto& text : hostile) writer.row(std::vector<OutCell>{{text}});
  const std::string bytes = finished(writer);
  CHECK(member(bytes, "xl/worksheets/sheet1.xml").find("<f>") == std::string::npos);
  std::vector<std::string> back;
  REQUIRE(read_table(Source::memory(bytes), {}, [&](const Row& row) {
    if (row.number > 1) back.emplace_back(unguard(row.at(0).text));
    return Continue::yes;
  }));
  auto expected = hostile;
  expected[10] = "az";  // a control character is nothing a sheet can hold
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(back.at(i) == expected[i]);
}

TEST_CASE("an annotated file shows its faults in colour and keeps numbers and dates as they came") {
  XlsxWriter writer(created);
  writer.sheet(
      {.name = "台账", .title = {}, .notes = {}, .columns = {{"余额"}, {"日期"}, {"问题"}}});
  writer.row(std::vector<OutCell>{{Decimal{"12.345"}, Mark::wrong},
                                  {Date(2026, 1, 5), Mark::doubtful},
                                  {"第 2 行：余额应为整分", Mark::wrong}});
  const std::string bytes = finished(writer);
  made::Read read;
  REQUIRE(made::read(bytes, read));
  CHECK(read.rows[1] == "2: 12.345|46027[2026-01-05]|第 2 行：余额应为整分");
  const std::string styles = member(bytes, "xl/styles.xml");
  CHECK(styles.find("FFFFC7CE") != std::string::npos);
  CHECK(styles.find("FFFFEB9C") != std::string::npos);
  CHECK(member(example(), "xl/styles.xml").find("FFFFC7CE") == std::string::npos);
}

TEST_CASE("a day before the sheet's first is written as text") {
  XlsxWriter writer(created);
  writer.sheet({.name = "a", .title = {}, .notes = {}, .columns = {{"日期", ColumnKind::date}}});
  writer.row(std::vector<OutCell>{{Date(1899, 12, 31)}});
  writer.row(std::vector<OutCell>{{Date(1900, 1, 1)}});
  made::Read read;
  REQUIRE(made::read(finished(writer), read));
  CHECK(read.rows == Lines{"1: 日期", "2: 1899-12-31", "3: 1[1900-01-01]"});
}

TEST_CASE("a name Excel would reject is made one it accepts") {
  XlsxWriter writer(created);
  writer.sheet({.name = "2026/09 [汇总]*?:'" + std::string(40, 'x'),
                .title = {},
                .notes = {},
                .columns = {{"a"}}});
  writer.row(std::vector<OutCell>{{"b"}});
  made::Read read;
  const auto facts = made::read(finished(writer), read);
  REQUIRE(facts);
  CHECK(facts->sheets[0].name == "2026 09  汇总     " + std::string(15, 'x'));
}

TEST_CASE("a text longer than a cell holds is refused, at the limit it is written") {
  const auto result = [](std::size_t size) {
    XlsxWriter writer(created);
    writer.sheet({.name = "a", .title = {}, .notes = {}, .columns = {{"a"}}});
    writer.row(std::vector<OutCell>{{std::string(size, 'x')}});
    return writer.finish();
  };
  CHECK(result(32'767));
  const auto refused = result(32'768);
  CHECK(refused == text_too_long);
  CHECK(refused.problem().detail_zh == "第 2 行");
}

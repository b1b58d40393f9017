#include "documents/csv_write.h"

#include <doctest/doctest.h>

#include "documents/guard.h"
#include "documents/test_book.h"

using namespace zr;
using namespace zr::documents;

TEST_CASE("a CSV for people has a byte order mark, CRLF, and typed values as text") {
  CsvWriter csv({{"企业", ColumnKind::text},
                 {"余额（元）", ColumnKind::yuan},
                 {"余额（万元）", ColumnKind::wan},
                 {"笔数", ColumnKind::integer},
                 {"占比", ColumnKind::percent},
                 {"日期", ColumnKind::date}});
  csv.row(std::vector<OutCell>{{"郑州示例"},
                               {Money{-123'456}},
                               {Money{1'234'565'000}},
                               {std::int64_t{3}},
                               {Ppm{123'456}},
                               {Date(2026, 1, 5)}});
  csv.row(std::vector<OutCell>{{}, {Money{0}}});
  CHECK(csv.take() ==
        "\xEF\xBB\xBF企业,余额（元）,余额（万元）,笔数,占比,日期\r\n"
        "郑州示例,-1234.56,1234.56,3,12.3456%,2026-01-05\r\n"
        ",0.00,,,,\r\n");
}

TEST_CASE("a percentage keeps what ppm hold, and at least two decimals") {
  const auto text = [](std::int64_t ppm) { return text_of(Ppm{ppm}, ColumnKind::percent); };
  CHECK(text(500'000) == "50.00%");
  CHECK(text(1) == "0.0001%");
  CHECK(text(12'340) == "1.234%");
  CHECK(text(-5'000) == "-0.50%");
  CHECK(text(INT64_MIN) == "-922337203685477.5808%");
}

TEST_CASE("control 42: texts are guarded in CSV, negative numbers stay numbers, both come back") {
  const std::vector<std::string> hostile{
      "=1+1", "-5",        "@SUM(A1)",   "\t=1",    "＝cmd",  " +1",         "'=1",
      "a,b",  "say \"x\"", "two\nlines", " blank ", "\"=1\"", "=\"a\",\"b\""};
  CsvWriter csv({{"=标题", ColumnKind::text}, {"金额", ColumnKind::yuan}});
  for (const auto& text : hostile) csv.row(std::vector<OutCell>{{text}, {Money{-500}}});
  const std::string bytes = csv.take();
  std::vector<std::string> back;
  REQUIRE(read_table(Source::memory(bytes), {}, [&](const Row& row) {
    if (row.number == 1) {
      CHECK(row.at(0).text == "'=标题");
      return Continue::yes;
    }
    CHECK(row.at(1).text == "-5.00");
    CHECK((row.at(0).text[0] == '\'' || !looks_like_formula(row.at(0).text)));
    back.emplace_back(unguard(row.at(0).text));
    return Continue::yes;
  }));
  CHECK(back == hostile);
}

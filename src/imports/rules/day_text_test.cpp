#include "imports/rules/day_text.h"

#include <doctest/doctest.h>

using namespace zr;
using namespace zr::imports;

namespace {

std::string read(std::string_view text) {
  const DayText found = read_day(text);
  if (found.day) return found.day->text();
  return found.meant ? "?" + found.meant->text() : "";
}

std::string serial(std::string_view number,
                   documents::DateSystem system = documents::DateSystem::from_1900) {
  const DayText found = read_day_number(number, system);
  return found.day ? found.day->text() : "";
}

std::string spoken(const std::vector<std::string>& lines) {
  const auto day = day_spoken_of(lines);
  return day ? day->text() : "";
}

}  // namespace

TEST_CASE("item 10: dates as people write them") {
  for (const auto* text : {"2026-01-05", "2026/1/5", "2026.1.5", "2026年1月5日", "2026年01月05日",
                           "20260105", "２０２６－０１－０５", " 2026-1-5 ", "2026-01-05 00:00:00",
                           "2026/1/5 8:30", "2026年 1月 5日"}) {
    INFO(text);
    CHECK(read(text) == "2026-01-05");
  }
  CHECK_FALSE(read_day("2026-01-05").tidied);
  CHECK(read_day("2026/1/5").tidied);
}

TEST_CASE("a day that is not there or not clear is held, never guessed") {
  for (const auto* text : {"2026-02-30", "2026-13-01", "2026年1月", "2026-1", "2026/1-5", "昨天",
                           "", "5/6/2026", "2026-01-05x", "99999-1-1", "20261301"}) {
    INFO(text);
    CHECK(read(text).empty());
  }
  CHECK(read("26.1.5") == "?2026-01-05");
  CHECK(read("13/5/2026") == "?2026-05-13");
  CHECK(read("5/13/2026") == "?2026-05-13");
}

TEST_CASE("item 10: a spreadsheet serial is a day, in both date systems") {
  CHECK(serial("46027") == "2026-01-05");
  CHECK(serial("46027.5") == "2026-01-05");
  CHECK(serial("44565", documents::DateSystem::from_1904) == "2026-01-05");
  CHECK(serial("20260105") == "2026-01-05");
  CHECK(serial("32874") == "1990-01-01");
  CHECK(serial("32873").empty());
  CHECK(serial("73050") == "2099-12-31");
  CHECK(serial("73051").empty());
  CHECK(serial("2026").empty());
}

TEST_CASE("the data date is proposed from what stands above the table") {
  CHECK(spoken({"某行台账", "数据日期：2026年9月30日"}) == "2026-09-30");
  CHECK(spoken({"截至2026-09-30"}) == "2026-09-30");
  CHECK(spoken({"2026年9月末贷款台账"}) == "2026-09-30");
  CHECK(spoken({"2026年三季度知识产权质押贷款台账"}) == "2026-09-30");
  CHECK(spoken({"２０２６年第3季度"}) == "2026-09-30");
  CHECK(spoken({"2024年2月"}) == "2024-02-29");
  CHECK(spoken({"2026年度"}).empty());
  CHECK(spoken({"编号120260930"}).empty());
  CHECK(spoken({}).empty());
}

#include "rulebook/calendar_table.h"

#include <doctest/doctest.h>

#include "rulebook/rules/calendar_fixture.h"

using zr::Date;
using namespace zr::rulebook;  // NOLINT: a test of this namespace's small vocabulary

namespace {

/// A content whose days are given as "2026-01-01 holiday".
zr::json::Value days(std::initializer_list<std::string_view> texts) {
  zr::json::List rows;
  for (const std::string_view text : texts)
    rows.emplace_back(zr::json::Object{
        {"date", text.substr(0, 10)}, {"kind", text.substr(11)}, {"name", "元旦"}});
  return zr::json::Object{{"days", std::move(rows)}};
}

std::string faults(const zr::json::Value& content) {
  std::string all;
  const auto answer = check(calendar_set(), content);
  if (!answer)
    for (const auto& error : answer.problem().errors) all += error.pointer + " " + error.code + " ";
  return all;
}

std::optional<int> missing(Date today, std::vector<int> years) {
  return calendar_missing(today, *WorkingCalendar::of({}, std::move(years)));
}

}  // namespace

TEST_CASE("the calendar is read from its published table, with the years that stand in it") {
  const auto calendar =
      calendar_from(days({"2026-12-31 holiday", "2027-01-01 holiday", "2027-01-02 workday"}));
  REQUIRE(calendar);
  CHECK(calendar->knows(2026));
  CHECK(calendar->knows(2027));
  CHECK_FALSE(calendar->knows(2028));
  CHECK_FALSE(calendar->is_working_day(Date(2027, 1, 1)));
  CHECK(calendar->is_working_day(Date(2027, 1, 2)));
}

TEST_CASE("a calendar with faults is refused with the place of each") {
  CHECK(faults(days({"2026-01-01 holiday"})) == "");
  CHECK(faults(days({"2026-01-03 holiday", "2026-01-05 workday"})) ==
        "/days/0/date holiday_on_weekend /days/1/date workday_on_weekday ");
  CHECK(faults(days({"2026-01-01 holiday", "2026-01-01 holiday"})) == "/days/1/date day_twice ");
  CHECK(faults(days({"2026-02-30 holiday", "2026-01-01 leave"})) ==
        "/days/0/date date /days/1/kind enum ");
  CHECK(faults(zr::json::Object{}) == "/days required ");
  CHECK(faults(zr::json::Object{{"days", zr::json::List{}}, {"weeks", zr::json::List{}}}) ==
        "/weeks unknown_field ");
  CHECK(faults("none") == " type ");
}

TEST_CASE("a mistyped year leaves a gap and is seen") {
  CHECK(faults(days({"2026-01-01 holiday", "2028-01-03 holiday"})) == "/days year_gap ");
  CHECK(faults(days({"2026-01-01 holiday", "2027-01-01 holiday"})) == "");
}

TEST_CASE("a table longer than the limit is refused before its rows are read") {
  CHECK(faults(zr::json::Object{{"days", zr::json::List(table_limit + 1)}}) == "/days too_many ");
}

TEST_CASE("next year's calendar missing on 1 December is due, the day before it is not") {
  CHECK(missing({2026, 11, 30}, {2026}) == std::nullopt);
  CHECK(missing({2026, 12, 1}, {2026}) == 2027);
  CHECK(missing({2026, 12, 31}, {2026}) == 2027);
  CHECK(missing({2026, 12, 1}, {2026, 2027}) == std::nullopt);
  // Still missing when the year has begun, whatever the month.
  CHECK(missing({2027, 1, 1}, {2026}) == 2027);
  CHECK(missing({2027, 6, 30}, {}) == 2027);
  CHECK(missing({2027, 1, 1}, {2027}) == std::nullopt);
}

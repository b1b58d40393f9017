#include "base/date.h"

#include <doctest/doctest.h>

using namespace std::chrono_literals;
using zr::Date;
using zr::Instant;
using zr::Quarter;

TEST_CASE("a date is read only in its one form and only where the day exists") {
  CHECK(Date::parse("2024-02-29") == Date(2024, 2, 29));
  CHECK_FALSE(Date::parse("2026-02-29"));
  CHECK_FALSE(Date::parse("2026-2-01"));
  CHECK_FALSE(Date::parse("２０２６-02-01"));
  CHECK_FALSE(Date::parse("1899-12-31"));
  CHECK(Date(2026, 1, 5).text() == "2026-01-05");
}

TEST_CASE("months added keep the day, or take the month's last") {
  CHECK(Date(2024, 1, 31).plus_months(1) == Date(2024, 2, 29));
  CHECK(Date(2026, 1, 31).plus_months(1) == Date(2026, 2, 28));
  CHECK(Date(2024, 2, 29).plus_months(12) == Date(2025, 2, 28));
  CHECK(Date(2026, 12, 15).plus_months(-12) == Date(2025, 12, 15));
}

TEST_CASE("a quarter knows its first and last day") {
  CHECK(Quarter::parse("2026Q3") == Quarter{2026, 3});
  CHECK_FALSE(Quarter::parse("2026Q5"));
  CHECK(Quarter{2026, 3}.first() == Date(2026, 7, 1));
  CHECK(Quarter{2026, 3}.last() == Date(2026, 9, 30));
  CHECK(Quarter{2026, 4}.next() == Quarter{2027, 1});
  CHECK(Quarter::of(Date(2026, 10, 1)) == Quarter{2026, 4});
  CHECK(Quarter::of(Date(2026, 9, 30)) == Quarter{2026, 3});
}

TEST_CASE("the day changes at midnight in China, not in Greenwich") {
  const Instant midnight = Instant::start_of(Date(2026, 10, 11));
  CHECK(midnight.text() == "2026-10-11T00:00:00.000000+08:00");
  CHECK(midnight.date() == Date(2026, 10, 11));
  CHECK((midnight + -1us).date() == Date(2026, 10, 10));
  CHECK(Instant::parse("2026-10-10T23:59:59.999999+08:00") == midnight + -1us);
  CHECK_FALSE(Instant::parse("2026-10-10T24:00:00.000000+08:00"));
  CHECK(Instant{-1}.date() == Date(1970, 1, 1));
}

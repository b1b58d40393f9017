#include "forms/rules/period.h"

#include <doctest/doctest.h>

using namespace zr::forms;  // NOLINT: a test of this namespace's small vocabulary
using zr::Date;

TEST_CASE("a period is a year, a quarter or a month, and knows the one before") {
  const auto quarter = period_of("2026Q1");
  REQUIRE(quarter);
  CHECK(quarter->first == Date(2026, 1, 1));
  CHECK(quarter->last == Date(2026, 3, 31));
  CHECK(quarter->previous == "2025Q4");
  CHECK(quarter->quarter == 1);
  const auto year = period_of("2024");
  REQUIRE(year);
  CHECK(year->last == Date(2024, 12, 31));
  CHECK(year->previous == "2023");
  CHECK_FALSE(year->quarter);
  const auto month = period_of("2024-02");
  REQUIRE(month);
  CHECK(month->first == Date(2024, 2, 1));
  CHECK(month->last == Date(2024, 2, 29));
  CHECK(month->previous == "2024-01");
  CHECK(period_of("2024-01")->previous == "2023-12");
}

TEST_CASE("what is no period is none") {
  for (const char* text :
       {"", "2026Q5", "2026-13", "26", "2026-1", "2026-02-01", "abcd", "2026/01"})
    CHECK_FALSE(period_of(text));
}

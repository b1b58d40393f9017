#include "base/money.h"

#include <doctest/doctest.h>

#include <stdexcept>

using zr::Money;

TEST_CASE("sums are exact at the limit and refuse to wrap") {
  CHECK(Money{999'999'999'999} + Money{1} == Money{1'000'000'000'000});
  CHECK_THROWS_AS(Money{INT64_MAX} + Money{1}, std::overflow_error);
  CHECK_THROWS_AS(Money{INT64_MIN} - Money{1}, std::overflow_error);
}

TEST_CASE("a ratio rounds half even once and is empty without a denominator") {
  CHECK(zr::ratio(Money{1}, Money{3}) == zr::Ppm{333'333});
  CHECK(zr::ratio(Money{1}, Money{2'000'000}) == zr::Ppm{0});
  CHECK(zr::ratio(Money{3}, Money{2'000'000}) == zr::Ppm{2});
  CHECK_FALSE(zr::ratio(Money{1}, Money{0}));
}

TEST_CASE("amounts print at the precision of their unit") {
  CHECK(zr::yuan_text(Money{-5}) == "-0.05");
  CHECK(zr::yuan_text(Money{123'456'789}) == "1234567.89");
  CHECK(zr::wan_text(Money{15'625'000}) == "15.62");
  CHECK(zr::wan_text(Money{5'000}) == "0.00");
  CHECK(zr::wan_text(Money{15'000}) == "0.02");
}

TEST_CASE("a share of an amount is rounded down") {
  CHECK(zr::Share{8000}.down(Money{199}) == Money{159});
  CHECK(zr::Share{10000}.down(zr::money_limit) == zr::money_limit);
}

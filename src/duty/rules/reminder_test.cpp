#include "duty/rules/reminder.h"

#include <doctest/doctest.h>

#include <vector>

using zr::Date;
using zr::duty::reminder;

namespace {

constexpr Date due{2026, 12, 31};

std::optional<std::int64_t> on(int left, const std::vector<std::int64_t>& given = {}) {
  return reminder(due, due - left, given);
}

}  // namespace

TEST_CASE("issue 2, item 7: reminders 90, 30, 7 and 1 days before, both sides of each boundary") {
  CHECK(on(91) == std::nullopt);
  CHECK(on(90) == 90);
  CHECK(on(31, {90}) == std::nullopt);
  CHECK(on(30, {90}) == 30);
  CHECK(on(8, {90, 30}) == std::nullopt);
  CHECK(on(7, {90, 30}) == 7);
  CHECK(on(2, {90, 30, 7}) == std::nullopt);
  CHECK(on(1, {90, 30, 7}) == 1);
  CHECK(on(0, {90, 30, 7, 1}) == std::nullopt);
}

TEST_CASE("issue 2, item 7: a late start gives the nearest reminder only") {
  CHECK(on(89) == 90);
  CHECK(on(10) == 30);
  CHECK(on(10, {30}) == std::nullopt);
  CHECK(on(0) == 1);
  CHECK(on(-1) == std::nullopt);
}

TEST_CASE("issue 2, item 7: followed day by day each is given once, whatever day it begins") {
  for (int begin = 120; begin >= 0; --begin) {
    std::vector<std::int64_t> given;
    for (int left = begin; left >= -3; --left)
      if (const auto one = on(left, given)) given.push_back(*one);
    for (std::size_t i = 1; i < given.size(); ++i) CHECK(given[i] < given[i - 1]);
    CHECK(given.back() == 1);
    CHECK(given.size() == (begin > 30 ? 4U : begin > 7 ? 3U : begin > 1 ? 2U : 1U));
  }
}

TEST_CASE("issue 2, item 7: a date that moves away is not reminded of twice") {
  CHECK(on(9, {90, 30, 7}) == std::nullopt);
  CHECK(on(40, {7}) == std::nullopt);
  CHECK(on(1, {7}) == 1);
}

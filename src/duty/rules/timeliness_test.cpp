#include "duty/rules/timeliness.h"

#include <doctest/doctest.h>

using namespace zr;
using duty::Timeliness;
using duty::timeliness;

namespace {

Timeliness received(std::string_view text) {
  return timeliness(Date(2026, 10, 10), *Instant::parse(text));
}

}  // namespace

TEST_CASE("peers 16: the tenth day until 23:59:59 is on time, 00:00:00 of the next is late") {
  CHECK(received("2026-10-10T23:59:59.999999+08:00") == Timeliness::on_time);
  CHECK(received("2026-10-11T00:00:00.000000+08:00") == Timeliness::late);
  CHECK(received("2026-10-01T09:00:00.000000+08:00") == Timeliness::on_time);
}

TEST_CASE("peers 15: the day is China's, also where the server counts in UTC") {
  // 00:30 in China is still the day before in UTC.
  CHECK(Instant::start_of(Date(2026, 10, 11)) ==
        *Instant::parse("2026-10-11T00:00:00.000000+08:00"));
  CHECK(received("2026-10-11T00:30:00.000000+08:00") == Timeliness::late);
  CHECK(Instant::parse("2026-10-11T00:30:00.000000+08:00")->date() == Date(2026, 10, 11));
}

TEST_CASE("peers 19: whoever meets every due date is on time in short months and short years too") {
  int on_time = 0;
  int all = 0;
  for (int year = 2022; year <= 2026; ++year)
    for (unsigned month = 1; month <= 12; ++month, ++all) {
      const Date due = Date(year, month, 1).plus_months(1) - 1;
      const Instant last = Instant::start_of(due + 1) + std::chrono::microseconds(-1);
      on_time += timeliness(due, last) == Timeliness::on_time ? 1 : 0;
    }
  CHECK(on_time == all);
}

#include "app/clocks.h"

#include "journal/test_city.h"

using namespace zr;
using app::CityFacts;
using app::Listening;
using app::Mode;

TEST_CASE("a moment is written with minutes, seconds or in full") {
  const auto nine = *Instant::parse("2026-10-05T09:00:00.000000+08:00");
  for (const char* text :
       {"2026-10-05T09:00", "2026-10-05T09:00:00", "2026-10-05T09:00:00.000000+08:00"})
    CHECK(app::moment_of(text) == nine);
  for (const char* text : {"2026-10-05", "9:00", "2026-13-05T09:00", "2026-10-05T09:00Z"})
    CHECK(app::moment_of(text) == app::clock_form);
}

TEST_CASE("a running clock begins at its moment and runs on") {
  const auto nine = *app::moment_of("2026-10-05T09:00");
  const auto clock = app::clock_of("2026-10-05T09:00");
  REQUIRE(clock);
  const Instant first = (*clock)->now();
  CHECK(first >= nine);
  CHECK(first < nine + std::chrono::minutes(1));
  CHECK((*clock)->now() >= first);
  CHECK(app::clock_of("soon") == app::clock_form);
  const auto machine = app::clock_of("");
  CHECK(machine);
}

TEST_CASE("a clock of its own is for demo and test cities, on loopback, and never runs backwards") {
  test::on_both_engines([](const db::Url& url) {
    const test::TestCity city(url);
    const auto connection = city.connect();
    db::Tx tx(*connection, nullptr);
    const Instant last = city.clock.now() + std::chrono::seconds(-1);  // the last record's
    const auto may = [&](Mode mode, Instant moment, Listening listening) {
      return app::may_begin_at(tx, {.begun = true, .city = {}, .mode = mode, .public_key = {}},
                               moment, listening);
    };
    CHECK(may(Mode::test, last, Listening::loopback));
    CHECK(may(Mode::demo, last, Listening::loopback));
    CHECK(may(Mode::production, last, Listening::loopback) == app::clock_not_here);
    CHECK(may(Mode::test, last, Listening::beyond) == app::clock_needs_loopback);
    CHECK(may(Mode::test, last + std::chrono::microseconds(-1), Listening::loopback) ==
          app::clock_backwards);
  });
}

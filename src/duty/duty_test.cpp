#include "duty/duty.h"

#include "duty/test_office.h"

namespace {

using namespace zr;
using duty::Outcome;
using duty::Timeliness;
using test::Office;

/// The bank's quarterly return 十日内报送: calendar days, and the date does not move.
duty::Opening filing(Date quarter_end) {
  return {.kind = "returns.file",
          .subject = 501,
          .organisation = test::bank,
          .right = "returns.submit",
          .term = {.from = quarter_end, .amount = 10},
          .clause = "示例办法第十条",
          .period = "2026Q3"};
}

Date due_of(Office& office, const duty::Term& term) {
  auto in = office.at({2026, 9, 30});
  auto opening = filing({2026, 9, 30});
  opening.term = term;
  static std::int64_t subject = 1000;
  opening.subject = ++subject;
  REQUIRE(duty::open(in, opening));
  return duty::duty_of(office.tx, "returns.file", subject)->due;
}

}  // namespace

TEST_CASE("a duty is open until its fact is there, and the whole tenth day counts") {
  test::on_both_engines([](const db::Url& url) {
    Office office(url);
    auto in = office.at({2026, 9, 30});
    const auto id = duty::open(in, filing({2026, 9, 30}));
    REQUIRE(id);
    auto found = duty::duty_of(office.tx, "returns.file", 501);
    REQUIRE(found);
    CHECK(found->id == *id);
    CHECK(found->open());
    CHECK(found->due == Date(2026, 10, 10));
    CHECK_FALSE(found->provisional);
    CHECK_FALSE(found->timeliness());

    const Instant last = *Instant::parse("2026-10-10T23:59:59.000000+08:00");
    auto closing = office.at({2026, 10, 10}, last);
    CHECK(duty::close(closing, "returns.file", 501, {.outcome = Outcome::done}));
    found = duty::duty_of(office.tx, "returns.file", 501);
    CHECK(found->outcome == Outcome::done);
    CHECK(found->timeliness() == Timeliness::on_time);
    CHECK(found->closed_by == closing.sequence);

    // Asked for again, then met one second later: late.
    auto again = office.at({2026, 10, 10});
    REQUIRE(duty::open(again, filing({2026, 9, 30})));
    CHECK(duty::duty_of(office.tx, "returns.file", 501)->open());
    auto late = office.at({2026, 10, 11}, last + std::chrono::seconds(1));
    CHECK(duty::close(late, "returns.file", 501, {.outcome = Outcome::done}));
    CHECK(duty::duty_of(office.tx, "returns.file", 501)->timeliness() == Timeliness::late);
    CHECK(duty::close(late, "returns.file", 501,
                      {.outcome = Outcome::done}));  // nothing is open: nothing done
    CHECK_FALSE(duty::duty_of(office.tx, "returns.file", 502));
  });
}

TEST_CASE("a second open duty of the same kind and subject is the caller's error") {
  test::on_both_engines([](const db::Url& url) {
    Office office(url);
    auto in = office.at({2026, 9, 30});
    REQUIRE(duty::open(in, filing({2026, 9, 30})));
    CHECK_THROWS_AS((void)duty::open(in, filing({2026, 9, 30})), std::logic_error);
  });
}

TEST_CASE("due dates: a quarter ending on a weekend, the National-Day week, make-up working days") {
  test::on_both_engines([](const db::Url& url) {
    Office office(url);
    using rulebook::Roll;
    using rulebook::TimeUnit;
    // 2022Q4 ends on a Saturday; ten days after it is ten days after it.
    CHECK(due_of(office, {.from = {2022, 12, 31}, .amount = 10}) == Date(2023, 1, 10));
    // Ten calendar days after 2026Q3 pass through the National-Day week and end on a Saturday that
    // is worked in exchange (10 October), so not even `day_off` moves it.
    CHECK(due_of(office, {.from = {2026, 9, 30}, .amount = 10}) == Date(2026, 10, 10));
    CHECK(due_of(office, {.from = {2026, 9, 30}, .amount = 10, .roll = Roll::day_off}) ==
          Date(2026, 10, 10));
    // Five days after: in the holiday; the three rolls differ.
    CHECK(due_of(office, {.from = {2026, 9, 30}, .amount = 5}) == Date(2026, 10, 5));
    CHECK(due_of(office, {.from = {2026, 9, 30}, .amount = 5, .roll = Roll::statutory_holiday}) ==
          Date(2026, 10, 8));
    CHECK(due_of(office, {.from = {2026, 9, 30}, .amount = 5, .roll = Roll::day_off}) ==
          Date(2026, 10, 8));
    // A plain Sunday stays under `statutory_holiday` and moves under `day_off`.
    CHECK(due_of(office, {.from = {2026, 9, 3}, .amount = 10, .roll = Roll::statutory_holiday}) ==
          Date(2026, 9, 13));
    CHECK(due_of(office, {.from = {2026, 9, 3}, .amount = 10, .roll = Roll::day_off}) ==
          Date(2026, 9, 14));
    // Working days: 8 and 9 October and the worked Saturday.
    CHECK(due_of(office, {.from = {2026, 9, 30}, .amount = 3, .unit = TimeUnit::working_day}) ==
          Date(2026, 10, 10));
  });
}

TEST_CASE("beyond the published calendar the date is provisional; before it, it is refused") {
  test::on_both_engines([](const db::Url& url) {
    Office office(url);
    auto in = office.at({2026, 12, 25});
    auto opening = filing({2026, 12, 25});
    opening.term = {.from = {2026, 12, 25}, .amount = 6, .unit = rulebook::TimeUnit::working_day};
    REQUIRE(duty::open(in, opening));
    const auto found = duty::duty_of(office.tx, "returns.file", 501);
    CHECK(found->provisional);
    CHECK(found->due == Date(2027, 1, 4));  // 1 January 2027 still counts as an ordinary Friday
    opening.subject = 502;
    opening.term.from = {2021, 12, 25};
    CHECK(duty::open(in, opening) == rulebook::no_calendar);
  });
}

TEST_CASE("a calendar in force only from next year on is known to duties at once") {
  test::on_both_engines([](const db::Url& url) {
    Office office(url);
    office.publish({{{2027, 1, 1}, rulebook::ExceptionKind::holiday, "元旦"}}, {2027, 1, 1});
    auto in = office.at({2026, 9, 30});
    // It leaves 2026 out, so this year's stands.
    auto opening = filing({2026, 9, 30});
    opening.term = {.from = {2026, 9, 30}, .amount = 3, .unit = rulebook::TimeUnit::working_day};
    REQUIRE(duty::open(in, opening));
    CHECK(duty::duty_of(office.tx, "returns.file", 501)->due == Date(2026, 10, 10));
    auto days = rulebook::fixture::exceptions();
    days.push_back({{2027, 1, 1}, rulebook::ExceptionKind::holiday, "元旦"});
    office.publish(days, {2027, 1, 1});
    opening.subject = 502;
    opening.term = {.from = {2026, 12, 25}, .amount = 6, .unit = rulebook::TimeUnit::working_day};
    REQUIRE(duty::open(in, opening));
    const auto found = duty::duty_of(office.tx, "returns.file", 502);
    CHECK_FALSE(found->provisional);
    CHECK(found->due == Date(2027, 1, 5));
  });
}

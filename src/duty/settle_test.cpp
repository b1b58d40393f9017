#include "duty/commands.h"
#include "duty/test_office.h"

namespace {

using namespace zr;
using duty::Outcome;
using duty::Settled;
using test::Office;

Settled settle(Office& office, Date today) {
  auto in = office.at(today);
  const auto settled = duty::settle(in, {});
  REQUIRE(settled);
  return *settled;
}

void open_until(Office& office, std::int64_t subject, Date from, std::int64_t days) {
  auto in = office.at(from);
  REQUIRE(duty::open(in, {.kind = "returns.file",
                          .subject = subject,
                          .organisation = test::bank,
                          .right = "returns.submit",
                          .term = {.from = from, .amount = days},
                          .clause = "示例办法第十条"}));
}

std::vector<std::int64_t> reminded(Office& office, std::int64_t subject) {
  std::vector<std::int64_t> days;
  const auto found = duty::duty_of(office.tx, "returns.file", subject);
  for (const auto& each : duty::store::reminders(office.tx, found->id)) days.push_back(each.days);
  return days;
}

/// The published days and New Year 2027 with its exchange.
std::vector<rulebook::CalendarException> with_next_year() {
  auto days = rulebook::fixture::exceptions();
  days.push_back({{2027, 1, 1}, rulebook::ExceptionKind::holiday, "元旦"});
  days.push_back({{2027, 1, 4}, rulebook::ExceptionKind::holiday, "元旦"});
  days.push_back({{2027, 1, 10}, rulebook::ExceptionKind::workday, "元旦"});
  return days;
}

}  // namespace

TEST_CASE("issue 2, item 7: reminders are given once each, day by day, and end with the duty") {
  test::on_both_engines([](const db::Url& url) {
    Office office(url);
    open_until(office, 1, {2026, 5, 1}, 100);  // due 2026-08-09
    open_until(office, 2, {2026, 5, 1}, 40);   // due 2026-06-10
    for (Date day{2026, 5, 1}; day <= Date(2026, 8, 20); day = day + 1) {
      settle(office, day);
      CHECK(settle(office, day).reminded == 0);
      if (day == Date(2026, 6, 1)) {
        auto in = office.at(day);
        CHECK(duty::close(in, "returns.file", 2, {.outcome = Outcome::done}));
      }
    }
    CHECK(reminded(office, 1) == std::vector<std::int64_t>{90, 30, 7, 1});
    CHECK(reminded(office, 2) == std::vector<std::int64_t>{90, 30});
  });
}

TEST_CASE("issue 2, item 7: looked at late, a duty gets its nearest reminder only") {
  test::on_both_engines([](const db::Url& url) {
    Office office(url);
    open_until(office, 1, {2026, 5, 1}, 100);
    CHECK(settle(office, {2026, 8, 4}).reminded == 1);
    CHECK(reminded(office, 1) == std::vector<std::int64_t>{7});
    CHECK(settle(office, {2026, 8, 10}).reminded == 0);
  });
}

TEST_CASE(
    "issue 2, item 6: from 1 December on the bureau owes next year's calendar until it is "
    "published") {
  test::on_both_engines([](const db::Url& url) {
    Office office(url);
    CHECK(settle(office, {2026, 11, 30}).opened == 0);
    CHECK_FALSE(duty::duty_of(office.tx, "calendar.publish", 2027));
    CHECK(settle(office, {2026, 12, 1}).opened == 1);
    const auto owed = duty::duty_of(office.tx, "calendar.publish", 2027);
    REQUIRE(owed);
    CHECK(owed->organisation == test::bureau);
    CHECK(owed->action == "rules.publish");
    CHECK(owed->due == Date(2026, 12, 31));
    CHECK(settle(office, {2026, 12, 2}).opened == 0);

    office.publish(with_next_year(), {2027, 1, 1});
    CHECK(settle(office, {2026, 12, 3}).closed == 1);
    CHECK(duty::duty_of(office.tx, "calendar.publish", 2027)->outcome == Outcome::done);
    const auto after = settle(office, {2026, 12, 4});
    CHECK(after.opened + after.closed == 0);
  });
}

TEST_CASE("issue 2, item 6: a provisional date is computed anew once the year is published") {
  test::on_both_engines([](const db::Url& url) {
    Office office(url);
    auto in = office.at({2026, 12, 25});
    const auto by_days = [&](std::int64_t subject, std::int64_t amount) {
      REQUIRE(duty::open(in, {.kind = "returns.file",
                              .subject = subject,
                              .organisation = test::bank,
                              .right = "returns.submit",
                              .term = {.from = {2026, 12, 25},
                                       .amount = amount,
                                       .unit = rulebook::TimeUnit::working_day},
                              .clause = "示例办法第十条"}));
    };
    by_days(1, 6);  // Monday 4 January as far as weekends alone tell; in truth three days later
    by_days(2, 4);  // 31 December, certain
    const auto of = [&](std::int64_t subject) {
      return *duty::duty_of(office.tx, "returns.file", subject);
    };
    CHECK(of(1).provisional);
    CHECK(of(1).due == Date(2027, 1, 4));
    CHECK_FALSE(of(2).provisional);
    CHECK(settle(office, {2026, 12, 26}).moved == 0);

    office.publish(with_next_year(), {2027, 1, 1});
    CHECK(settle(office, {2026, 12, 26}).moved == 1);
    CHECK_FALSE(of(1).provisional);
    CHECK(of(1).due == Date(2027, 1, 6));
    CHECK(of(2).due == Date(2026, 12, 31));
    CHECK(settle(office, {2026, 12, 27}).moved == 0);
  });
}

TEST_CASE("peers 18: a due date that met a holiday has moved once; settling again moves nothing") {
  test::on_both_engines([](const db::Url& url) {
    Office office(url);
    auto in = office.at({2026, 9, 30});
    REQUIRE(duty::open(
        in, {.kind = "returns.file",
             .subject = 1,
             .organisation = test::bank,
             .right = "returns.submit",
             .term = {.from = {2026, 9, 30}, .amount = 5, .roll = rulebook::Roll::day_off},
             .clause = "示例办法第十条"}));
    for (Date day{2026, 9, 30}; day <= Date(2026, 10, 9); day = day + 1)
      CHECK(settle(office, day).moved == 0);
    CHECK(duty::duty_of(office.tx, "returns.file", 1)->due == Date(2026, 10, 8));
  });
}

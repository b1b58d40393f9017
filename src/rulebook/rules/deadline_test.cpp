#include "rulebook/rules/deadline.h"

#include <doctest/doctest.h>

#include "rulebook/rules/calendar_fixture.h"

using zr::Date;
using zr::rulebook::deadline;
using zr::rulebook::no_calendar;
using zr::rulebook::provisional_deadline;
using zr::rulebook::Roll;
using zr::rulebook::TimeLimit;
using zr::rulebook::TimeUnit;
using zr::rulebook::WorkingCalendar;
namespace fixture = zr::rulebook::fixture;

namespace {

/// The due date as text, or the code of the refusal.
std::string due(const TimeLimit& limit) {
  const auto answer = deadline(limit, fixture::calendar());
  return answer ? answer->due.text() : std::string(answer.problem().refusal.code);
}

std::string working_days(Date from, int amount) {
  return due({.from = from, .amount = amount, .unit = TimeUnit::working_day});
}

std::string rolled(Date day, Roll roll) {
  return due({.from = day, .amount = 0, .unit = TimeUnit::calendar_day, .roll = roll});
}

std::string codes(const zr::rulebook::Deadline& answer) {
  std::string all;
  for (const zr::Reason& step : answer.steps) all += step.code + " ";
  return all;
}

}  // namespace

TEST_CASE("contracts deadline: two working days from 2023-04-27 end after the May holiday") {
  CHECK(working_days({2023, 4, 27}, 1) == "2023-04-28");
  CHECK(working_days({2023, 4, 27}, 2) == "2023-05-04");
  // The swapped Saturday 2023-05-06 is worked and counts.
  CHECK(working_days({2023, 4, 27}, 3) == "2023-05-05");
  CHECK(working_days({2023, 4, 27}, 4) == "2023-05-06");
  CHECK(working_days({2023, 4, 27}, 5) == "2023-05-08");
}

TEST_CASE("461 art. 10: the day of filing is not counted, even if it is a day off") {
  CHECK(working_days({2026, 10, 1}, 1) == "2026-10-08");
  CHECK(working_days({2026, 9, 30}, 5) == "2026-10-13");
  CHECK(working_days({2026, 10, 8}, 0) == "2026-10-08");
}

TEST_CASE("the steps say what was skipped, counted and moved, in both languages") {
  const auto answer = deadline({.from = {2023, 4, 27}, .amount = 6, .unit = TimeUnit::working_day},
                               fixture::calendar());
  REQUIRE(answer);
  CHECK(codes(*answer) == "start_excluded holiday_skipped makeup_counted weekends_skipped ");
  CHECK(answer->steps[0].zh == "起算日 2023-04-27 不计在内");
  CHECK(answer->steps[1].zh == "2023-04-29 至 2023-05-03 放假（劳动节），不计");
  CHECK(answer->steps[1].en == "2023-04-29 to 2023-05-03 off (劳动节), not counted");
  CHECK(answer->steps[2].zh == "2023-05-06 调休上班（劳动节），计入");
  CHECK(answer->steps[3].zh == "另有周末 1 天，不计");
  CHECK_FALSE(answer->provisional);
}

TEST_CASE("a limit in months ends on the same day, or on the last day of a shorter month") {
  const auto months = [](Date from, int amount) {
    return due({.from = from, .amount = amount, .unit = TimeUnit::month});
  };
  CHECK(months({2026, 1, 15}, 1) == "2026-02-15");
  CHECK(months({2026, 1, 31}, 1) == "2026-02-28");
  CHECK(months({2024, 1, 31}, 1) == "2024-02-29");
  CHECK(months({2024, 2, 29}, 12) == "2025-02-28");
  CHECK(months({2026, 1, 31}, 2) == "2026-03-31");
  const auto clamped =
      deadline({.from = {2026, 1, 31}, .amount = 1, .unit = TimeUnit::month}, fixture::calendar());
  CHECK(codes(*clamped) == "start_excluded month_end ");
  CHECK(clamped->steps[1].zh == "当月没有 31 日，取该月最后一日 2026-02-28");
}

TEST_CASE("商标法实施条例 12: a limit in months moves to the next working day") {
  CHECK(due({.from = {2026, 9, 1}, .amount = 1, .unit = TimeUnit::month, .roll = Roll::day_off}) ==
        "2026-10-08");
  CHECK(due({.from = {2026, 9, 1}, .amount = 1, .unit = TimeUnit::month}) == "2026-10-01");
}

TEST_CASE("policy: the return due ten days after the quarter stays on its day") {
  // 2026-10-10 is a swapped Saturday, 2026-01-10 a plain one.
  CHECK(due({.from = {2026, 9, 30}, .amount = 10}) == "2026-10-10");
  CHECK(due({.from = {2025, 12, 31}, .amount = 10}) == "2026-01-10");
}

TEST_CASE("Civil Code 203: a due date on a holiday moves past it, on a weekend only if so ruled") {
  // 2026-10-01 … 07 is off, 2026-10-10 a worked Saturday, 2026-10-11 a plain Sunday.
  CHECK(rolled({2026, 9, 30}, Roll::statutory_holiday) == "2026-09-30");
  CHECK(rolled({2026, 10, 1}, Roll::statutory_holiday) == "2026-10-08");
  CHECK(rolled({2026, 10, 3}, Roll::statutory_holiday) == "2026-10-08");
  CHECK(rolled({2026, 10, 7}, Roll::statutory_holiday) == "2026-10-08");
  CHECK(rolled({2026, 10, 8}, Roll::statutory_holiday) == "2026-10-08");
  CHECK(rolled({2026, 10, 11}, Roll::statutory_holiday) == "2026-10-11");
  CHECK(rolled({2026, 10, 11}, Roll::day_off) == "2026-10-12");
  CHECK(rolled({2026, 10, 10}, Roll::day_off) == "2026-10-10");
  CHECK(rolled({2026, 10, 3}, Roll::day_off) == "2026-10-08");
  CHECK(rolled({2026, 10, 3}, Roll::none) == "2026-10-03");
}

TEST_CASE("a moved date and a weekend that stays are explained") {
  const auto moved =
      deadline({.from = {2026, 10, 3}, .amount = 0, .roll = Roll::day_off}, fixture::calendar());
  CHECK(codes(*moved) == "rolled ");
  CHECK(moved->steps[0].zh == "2026-10-03 为国庆节假期，顺延至 2026-10-08");
  const auto sunday =
      deadline({.from = {2026, 10, 11}, .amount = 0, .roll = Roll::day_off}, fixture::calendar());
  CHECK(sunday->steps[0].zh == "2026-10-11 为周末，顺延至 2026-10-12");
  const auto stays = deadline(
      {.from = {2026, 10, 11}, .amount = 0, .roll = Roll::statutory_holiday}, fixture::calendar());
  CHECK(codes(*stays) == "weekend_kept ");
}

TEST_CASE("contracts: the calculator's next_working_day is the roll day_off") {
  CHECK(zr::value_named<Roll>("next_working_day") == Roll::day_off);
  CHECK(zr::value_named<Roll>("statutory_holiday") == Roll::statutory_holiday);
  CHECK(zr::name_of(Roll::day_off) == "day_off");
  CHECK(zr::value_named<TimeUnit>("working_day") == TimeUnit::working_day);
}

TEST_CASE("no_calendar: an answer that rests on a year not loaded is refused and names it") {
  CHECK(working_days({2026, 12, 30}, 1) == "2026-12-31");
  CHECK(working_days({2026, 12, 30}, 2) == "no_calendar");
  CHECK(working_days({2021, 12, 30}, 1) == "no_calendar");
  CHECK(working_days({2021, 12, 31}, 1) == "2022-01-04");
  CHECK(rolled({2027, 1, 5}, Roll::day_off) == "no_calendar");
  CHECK(rolled({2026, 12, 31}, Roll::day_off) == "2026-12-31");
  const auto refused = deadline(
      {.from = {2026, 12, 31}, .amount = 1, .unit = TimeUnit::working_day}, fixture::calendar());
  CHECK(refused == no_calendar);
  CHECK(refused.problem().detail_zh == "缺少 2027 年的工作日历");
}

TEST_CASE("no_calendar: a weekend at the year's end may belong to a holiday that is not out yet") {
  const auto calendar = *WorkingCalendar::of({}, {2022});
  for (const Roll roll : {Roll::statutory_holiday, Roll::day_off})
    CHECK(deadline({.from = {2022, 12, 31}, .amount = 0, .roll = roll}, calendar) == no_calendar);
  CHECK(rolled({2022, 12, 31}, Roll::statutory_holiday) == "2023-01-03");
}

TEST_CASE("a limit that needs no working day is answered in any year") {
  CHECK(due({.from = {2027, 1, 1}, .amount = 10}) == "2027-01-11");
  CHECK(due({.from = {1999, 1, 31}, .amount = 1, .unit = TimeUnit::month}) == "1999-02-28");
}

TEST_CASE("duty: beyond the last notice only weekends are off and the date is provisional") {
  const auto later = provisional_deadline(
      {.from = {2026, 12, 31}, .amount = 1, .unit = TimeUnit::working_day}, fixture::calendar());
  REQUIRE(later);
  CHECK(later->due == Date(2027, 1, 1));
  CHECK(later->provisional);
  CHECK(later->steps.back().code == "provisional");
  CHECK(later->steps.back().zh == "2027 年放假通知尚未装入，仅扣除周末，日期待定");
  const auto sunday = provisional_deadline(
      {.from = {2027, 1, 10}, .amount = 0, .roll = Roll::day_off}, fixture::calendar());
  CHECK(sunday->due == Date(2027, 1, 11));
  CHECK(sunday->provisional);
  // A working day of that year may still become a holiday.
  const auto friday = provisional_deadline(
      {.from = {2027, 1, 8}, .amount = 0, .roll = Roll::statutory_holiday}, fixture::calendar());
  CHECK(friday->provisional);
}

TEST_CASE("duty: a date that rests on no unknown day is final, an earlier gap is still refused") {
  const auto plain =
      provisional_deadline({.from = {2026, 12, 31}, .amount = 10}, fixture::calendar());
  CHECK(plain->due == Date(2027, 1, 10));
  CHECK_FALSE(plain->provisional);
  const auto known = provisional_deadline(
      {.from = {2026, 12, 30}, .amount = 1, .unit = TimeUnit::working_day}, fixture::calendar());
  CHECK_FALSE(known->provisional);
  CHECK(provisional_deadline({.from = {2021, 6, 1}, .amount = 1, .unit = TimeUnit::working_day},
                             fixture::calendar()) == no_calendar);
  const auto gap = *WorkingCalendar::of({}, {2024, 2026});
  CHECK(provisional_deadline({.from = {2025, 6, 2}, .amount = 1, .unit = TimeUnit::working_day},
                             gap) == no_calendar);
  CHECK(provisional_deadline({.from = {2025, 6, 2}, .amount = 1, .unit = TimeUnit::working_day},
                             *WorkingCalendar::of({}, {})) == no_calendar);
}

TEST_CASE("an amount out of range is bad input at its field") {
  const auto fault = [](int amount, TimeUnit unit) {
    const auto answer =
        deadline({.from = {2026, 1, 5}, .amount = amount, .unit = unit}, fixture::calendar());
    return !answer && answer.problem().errors.size() == 1 &&
           answer.problem().errors[0].pointer == "/amount";
  };
  CHECK(fault(-1, TimeUnit::calendar_day));
  CHECK(fault(36'526, TimeUnit::calendar_day));
  CHECK_FALSE(fault(36'525, TimeUnit::calendar_day));
  CHECK(fault(2'501, TimeUnit::working_day));
  CHECK(fault(1'201, TimeUnit::month));
  CHECK(deadline({.from = {2200, 6, 1}, .amount = 12, .unit = TimeUnit::month},
                 fixture::calendar()) == zr::bad_input);
  CHECK(due({.from = {2200, 6, 1}, .amount = 6, .unit = TimeUnit::month}) == "2200-12-01");
}

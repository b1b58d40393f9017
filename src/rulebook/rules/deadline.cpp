#include "rulebook/rules/deadline.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>

namespace zr::rulebook {

namespace {

constexpr std::array time_units{
    named(TimeUnit::working_day, "working_day", "工作日", "Working days"),
    named(TimeUnit::calendar_day, "calendar_day", "自然日", "Calendar days"),
    named(TimeUnit::month, "month", "个月", "Months"),
};

constexpr std::array rolls{
    named(Roll::none, "none", "不顺延", "Stays"),
    named(Roll::statutory_holiday, "statutory_holiday", "遇法定节假日顺延",
          "Moves past a public holiday"),
    named(Roll::day_off, "day_off", "遇休息日顺延", "Moves to the next working day"),
    named(Roll::day_off, "next_working_day", "遇休息日顺延", "Moves to the next working day"),
};

/// Longest limit of each unit: about ten years of working days, a century else.
constexpr int amount_limit(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::working_day:
      return 2'500;
    case TimeUnit::calendar_day:
      return 36'525;
    case TimeUnit::month:
      return 1'200;
  }
  return 0;
}

constexpr int last_readable_year = 2200;  // Date::parse reads no later one

enum class Beyond { refuse, weekends_only };

/// One computation: what it knows of the days it rests on, and the steps so far.
struct Walk {
  const WorkingCalendar& calendar;
  Beyond beyond;
  std::optional<int> missing_year = {};
  std::optional<int> provisional_year = {};
  std::vector<Reason> steps = {};

  /// The answer rests on whether this day is worked.
  void consult(Date day) {
    const int year = day.year();
    if (calendar.knows(year)) return;
    const auto last = calendar.last_year();
    if (beyond == Beyond::weekends_only && last && year > *last) {
      if (!provisional_year) provisional_year = year;
    } else if (!missing_year) {
      missing_year = year;
    }
  }

  void say(std::string_view code, std::string zh, std::string en) {
    steps.push_back({std::string(code), std::move(zh), std::move(en)});
  }
};

std::string zh_span(Date first, Date last) {
  return first == last ? first.text() : fmt::format("{} 至 {}", first.text(), last.text());
}

std::string en_span(Date first, Date last) {
  return first == last ? first.text() : fmt::format("{} to {}", first.text(), last.text());
}

/// The n-th working day after `from`. Days off are passed block by block.
Date count_working_days(Walk& walk, Date from, int amount) {
  Date day = from;
  int weekend_days = 0;
  for (int left = amount; left > 0 && !walk.missing_year;) {
    day = day + 1;
    walk.consult(day);
    if (walk.calendar.is_working_day(day)) {
      --left;
      if (const CalendarException* worked = walk.calendar.exception(day))
        walk.say("makeup_counted", fmt::format("{} 调休上班（{}），计入", day.text(), worked->name),
                 fmt::format("{} is worked in exchange ({}), counted", day.text(), worked->name));
      continue;
    }
    const DaysOff off = walk.calendar.days_off_around(day);
    if (off.holiday.empty())
      weekend_days += off.last - day + 1;
    else
      walk.say("holiday_skipped",
               fmt::format("{} 放假（{}），不计", zh_span(day, off.last), off.holiday),
               fmt::format("{} off ({}), not counted", en_span(day, off.last), off.holiday));
    day = off.last;
  }
  if (weekend_days > 0)
    walk.say("weekends_skipped", fmt::format("另有周末 {} 天，不计", weekend_days),
             fmt::format("{} other weekend days are not counted", weekend_days));
  return day;
}

Date count_months(Walk& walk, Date from, int amount) {
  const Date due = from.plus_months(amount);
  if (due.day() != from.day())
    walk.say(
        "month_end", fmt::format("当月没有 {} 日，取该月最后一日 {}", from.day(), due.text()),
        fmt::format("The month has no day {}: its last day {} is taken", from.day(), due.text()));
  return due;
}

Date count(Walk& walk, const TimeLimit& limit) {
  if (limit.amount > 0)
    walk.say("start_excluded", fmt::format("起算日 {} 不计在内", limit.from.text()),
             fmt::format("The start day {} is not counted", limit.from.text()));
  switch (limit.unit) {
    case TimeUnit::working_day:
      return count_working_days(walk, limit.from, limit.amount);
    case TimeUnit::calendar_day:
      return limit.from + limit.amount;
    case TimeUnit::month:
      return count_months(walk, limit.from, limit.amount);
  }
  return limit.from;
}

Date roll_on(Walk& walk, Date due, Roll roll) {
  if (roll == Roll::none) return due;
  walk.consult(due);
  if (walk.calendar.is_working_day(due)) return due;
  const DaysOff off = walk.calendar.days_off_around(due);
  const Date next = off.last + 1;
  walk.consult(next);
  if (roll == Roll::statutory_holiday && off.holiday.empty()) {
    walk.say("weekend_kept", fmt::format("{} 是普通周末，不顺延", due.text()),
             fmt::format("{} is a plain weekend day and stays", due.text()));
    return due;
  }
  walk.say("rolled",
           fmt::format("{} 为{}，顺延至 {}", due.text(),
                       off.holiday.empty() ? "周末" : off.holiday + "假期", next.text()),
           fmt::format("{} is off ({}), moved to {}", due.text(),
                       off.holiday.empty() ? "weekend" : off.holiday, next.text()));
  return next;
}

Problem calendar_missing(int year) {
  Problem problem{no_calendar};
  problem.detail_zh = fmt::format("缺少 {} 年的工作日历", year);
  problem.detail_en = fmt::format("The calendar of {} is missing", year);
  return problem;
}

Problem amount_fault(std::string zh, std::string en) {
  return {bad_input, {{"/amount", "out_of_range", std::move(zh), std::move(en)}}};
}

Result<Deadline> compute(const TimeLimit& limit, Walk walk) {
  const int most = amount_limit(limit.unit);
  if (limit.amount < 0 || limit.amount > most)
    return amount_fault(fmt::format("应为 0 至 {}", most), fmt::format("Expected 0 to {}", most));
  const Date due = roll_on(walk, count(walk, limit), limit.roll);
  if (walk.missing_year) return calendar_missing(*walk.missing_year);
  if (due.year() > last_readable_year)
    return amount_fault(fmt::format("到期日晚于 {} 年", last_readable_year),
                        fmt::format("The due date lies beyond {}", last_readable_year));
  if (walk.provisional_year)
    walk.say("provisional",
             fmt::format("{} 年放假通知尚未装入，仅扣除周末，日期待定", *walk.provisional_year),
             fmt::format("The notice of {} is not loaded: only weekends are off, provisional",
                         *walk.provisional_year));
  return Deadline{due, walk.provisional_year.has_value(), std::move(walk.steps)};
}

}  // namespace

std::span<const Name> names_of(TimeUnit) {
  return time_units;
}

std::span<const Name> names_of(Roll) {
  return rolls;
}

Result<Deadline> deadline(const TimeLimit& limit, const WorkingCalendar& calendar) {
  return compute(limit, {.calendar = calendar, .beyond = Beyond::refuse});
}

Result<Deadline> provisional_deadline(const TimeLimit& limit, const WorkingCalendar& calendar) {
  return compute(limit, {.calendar = calendar, .beyond = Beyond::weekends_only});
}

}  // namespace zr::rulebook

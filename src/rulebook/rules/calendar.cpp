#include "rulebook/rules/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace zr::rulebook {

namespace {

/// Two centuries of notices at about 30 exceptions a year.
constexpr std::size_t exception_limit = 6'000;

constexpr std::array exception_kinds{
    named(ExceptionKind::holiday, "holiday", "放假", "Day off"),
    named(ExceptionKind::workday, "workday", "调休上班", "Worked weekend day"),
};

bool weekend(Date day) {
  return day.weekday() == 0 || day.weekday() == 6;
}

FieldError row_fault(std::size_t row, std::string_view code, std::string zh, std::string en) {
  return {fmt::format("/{}/date", row), std::string(code), std::move(zh), std::move(en)};
}

/// What is wrong with one row by itself.
std::optional<FieldError> fault_of(const CalendarException& each, std::size_t row,
                                   const std::vector<int>& years) {
  const std::string day = each.date.text();
  if (!std::binary_search(years.begin(), years.end(), each.date.year()))
    return row_fault(row, "other_year", fmt::format("{} 不属于所装入的年度", day),
                     fmt::format("{} is not of a loaded year", day));
  if (each.kind == ExceptionKind::holiday && weekend(each.date))
    return row_fault(row, "holiday_on_weekend", fmt::format("{} 本是周末，不必登记放假", day),
                     fmt::format("{} is a weekend day anyway", day));
  if (each.kind == ExceptionKind::workday && !weekend(each.date))
    return row_fault(row, "workday_on_weekday", fmt::format("{} 本是周一至周五，不必登记上班", day),
                     fmt::format("{} is a Monday to Friday anyway", day));
  return std::nullopt;
}

}  // namespace

std::span<const Name> names_of(ExceptionKind) {
  return exception_kinds;
}

Result<WorkingCalendar> WorkingCalendar::of(std::vector<CalendarException> exceptions,
                                            std::vector<int> years) {
  if (exceptions.size() > exception_limit) {
    Problem problem{bad_calendar};
    problem.detail_zh = fmt::format("例外日期超过 {} 个", exception_limit);
    problem.detail_en = fmt::format("More than {} exceptions", exception_limit);
    return problem;
  }
  std::sort(years.begin(), years.end());
  years.erase(std::unique(years.begin(), years.end()), years.end());
  std::vector<FieldError> faults;
  std::vector<Date> seen;
  for (std::size_t row = 0; row < exceptions.size(); ++row) {
    if (auto fault = fault_of(exceptions[row], row, years)) faults.push_back(*std::move(fault));
    const Date day = exceptions[row].date;
    const auto place = std::lower_bound(seen.begin(), seen.end(), day);
    if (place != seen.end() && *place == day)
      faults.push_back(row_fault(row, "day_twice", fmt::format("{} 重复登记", day.text()),
                                 fmt::format("{} stands twice", day.text())));
    else
      seen.insert(place, day);
  }
  if (!faults.empty()) return Problem{bad_calendar, std::move(faults)};
  std::sort(exceptions.begin(), exceptions.end(),
            [](const auto& a, const auto& b) { return a.date < b.date; });
  WorkingCalendar calendar;
  calendar.exceptions_ = std::move(exceptions);
  calendar.years_ = std::move(years);
  return calendar;
}

bool WorkingCalendar::knows(int year) const {
  return std::binary_search(years_.begin(), years_.end(), year);
}

std::optional<int> WorkingCalendar::last_year() const {
  if (years_.empty()) return std::nullopt;
  return years_.back();
}

const CalendarException* WorkingCalendar::exception(Date day) const {
  const auto place =
      std::lower_bound(exceptions_.begin(), exceptions_.end(), day,
                       [](const CalendarException& each, Date d) { return each.date < d; });
  return place != exceptions_.end() && place->date == day ? &*place : nullptr;
}

bool WorkingCalendar::is_working_day(Date day) const {
  const CalendarException* found = exception(day);
  return found ? found->kind == ExceptionKind::workday : !weekend(day);
}

bool WorkingCalendar::is_statutory_holiday(Date day) const {
  return !is_working_day(day) && !days_off_around(day).holiday.empty();
}

DaysOff WorkingCalendar::days_off_around(Date day) const {
  assert(!is_working_day(day));
  DaysOff found{day, day, {}};
  while (!is_working_day(found.first - 1)) found.first = found.first - 1;
  while (!is_working_day(found.last + 1)) found.last = found.last + 1;
  for (Date each = found.first; each <= found.last; each = each + 1) {
    const CalendarException* row = exception(each);
    if (!row || found.holiday.find(row->name) != std::string::npos) continue;
    if (!found.holiday.empty()) found.holiday += "、";
    found.holiday += row->name;
  }
  return found;
}

std::optional<int> calendar_missing(Date today, const WorkingCalendar& calendar) {
  constexpr unsigned december = 12;
  const int year = today.year();
  if (!calendar.knows(year)) return year;
  if (today.month() == december && !calendar.knows(year + 1)) return year + 1;
  return std::nullopt;
}

}  // namespace zr::rulebook

#include "rulebook/calendar_table.h"

#include <fmt/format.h>

#include <algorithm>

namespace zr::rulebook {

namespace {

std::vector<int> years_of(const std::vector<CalendarException>& days) {
  std::vector<int> years;
  for (const CalendarException& each : days) years.push_back(each.date.year());
  std::sort(years.begin(), years.end());
  years.erase(std::unique(years.begin(), years.end()), years.end());
  return years;
}

Result<Done> check_calendar(const json::Value& content) {
  const auto calendar = calendar_from(content);
  if (!calendar) return calendar.problem();
  return Done{};
}

}  // namespace

const json::Struct& describe(const CalendarException*) {
  static const json::Struct table(
      "CalendarDay", {{"date", &CalendarException::date, "日期", "Date"},
                      {"kind", &CalendarException::kind, "类别", "Kind"},
                      {"name", &CalendarException::name, "节日", "Holiday", {.max_length = 40}}});
  return table;
}

Result<WorkingCalendar> calendar_from(const json::Value& content) {
  std::vector<FieldError> errors;
  auto days = rows_of<CalendarException>(content, "days", errors);
  if (!errors.empty()) return Problem{bad_calendar, std::move(errors)};
  const auto years = years_of(days);
  for (std::size_t i = 1; i < years.size(); ++i)
    if (years[i] != years[i - 1] + 1)
      errors.push_back({"/days", "year_gap",
                        fmt::format("{} 年与 {} 年之间缺少年度，请核对", years[i - 1], years[i]),
                        fmt::format("Years are missing from {} to {}", years[i - 1], years[i])});
  if (!errors.empty()) return Problem{bad_calendar, std::move(errors)};
  auto calendar = WorkingCalendar::of(std::move(days), years);
  if (calendar) return calendar;
  Problem problem = calendar.problem();
  for (FieldError& error : problem.errors) error.pointer.insert(0, "/days");
  return problem;
}

RuleSet calendar_set() {
  return {.code = calendar_code,
          .zh = "工作日历",
          .en = "Working calendar",
          .tables = {{.name = "days",
                      .zh = "与周一至周五不同的日子",
                      .en = "Days that differ from Monday to Friday",
                      .row = &json::struct_of<CalendarException>,
                      .file = "calendar.csv"}},
          .check = check_calendar,
          .effective = Date(2022, 1, 1),
          .clause = "国务院办公厅 2022—2026 年部分节假日安排的通知",
          .confidence = Confidence::confirmed};
}

}  // namespace zr::rulebook

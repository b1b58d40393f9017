#pragma once
/// The notices of 2022–2026 as they are announced: spans off and weekend days worked in exchange.
/// For tests only; the product loads the same days from its published table.
#include <string_view>
#include <vector>

#include "rulebook/rules/calendar.h"

namespace zr::rulebook::fixture {

struct Notice {
  std::string_view name;
  std::string_view first;
  std::string_view last;
  std::vector<std::string_view> worked;
};

inline std::vector<Notice> notices() {
  return {
      {"元旦", "2022-01-01", "2022-01-03", {}},
      {"春节", "2022-01-31", "2022-02-06", {"2022-01-29", "2022-01-30"}},
      {"清明节", "2022-04-03", "2022-04-05", {"2022-04-02"}},
      {"劳动节", "2022-04-30", "2022-05-04", {"2022-04-24", "2022-05-07"}},
      {"端午节", "2022-06-03", "2022-06-05", {}},
      {"中秋节", "2022-09-10", "2022-09-12", {}},
      {"国庆节", "2022-10-01", "2022-10-07", {"2022-10-08", "2022-10-09"}},
      {"元旦", "2023-01-01", "2023-01-02", {}},
      {"春节", "2023-01-21", "2023-01-27", {"2023-01-28", "2023-01-29"}},
      {"清明节", "2023-04-05", "2023-04-05", {}},
      {"劳动节", "2023-04-29", "2023-05-03", {"2023-04-23", "2023-05-06"}},
      {"端午节", "2023-06-22", "2023-06-24", {"2023-06-25"}},
      {"中秋节、国庆节", "2023-09-29", "2023-10-06", {"2023-10-07", "2023-10-08"}},
      {"元旦", "2024-01-01", "2024-01-01", {}},
      {"春节", "2024-02-10", "2024-02-17", {"2024-02-04", "2024-02-18"}},
      {"清明节", "2024-04-04", "2024-04-06", {"2024-04-07"}},
      {"劳动节", "2024-05-01", "2024-05-05", {"2024-04-28", "2024-05-11"}},
      {"端午节", "2024-06-10", "2024-06-10", {}},
      {"中秋节", "2024-09-15", "2024-09-17", {"2024-09-14"}},
      {"国庆节", "2024-10-01", "2024-10-07", {"2024-09-29", "2024-10-12"}},
      {"元旦", "2025-01-01", "2025-01-01", {}},
      {"春节", "2025-01-28", "2025-02-04", {"2025-01-26", "2025-02-08"}},
      {"清明节", "2025-04-04", "2025-04-06", {}},
      {"劳动节", "2025-05-01", "2025-05-05", {"2025-04-27"}},
      {"端午节", "2025-05-31", "2025-06-02", {}},
      {"国庆节、中秋节", "2025-10-01", "2025-10-08", {"2025-09-28", "2025-10-11"}},
      {"元旦", "2026-01-01", "2026-01-03", {"2026-01-04"}},
      {"春节", "2026-02-15", "2026-02-23", {"2026-02-14", "2026-02-28"}},
      {"清明节", "2026-04-04", "2026-04-06", {}},
      {"劳动节", "2026-05-01", "2026-05-05", {"2026-05-09"}},
      {"端午节", "2026-06-19", "2026-06-21", {}},
      {"中秋节", "2026-09-25", "2026-09-27", {}},
      {"国庆节", "2026-10-01", "2026-10-07", {"2026-09-20", "2026-10-10"}},
  };
}

/// The exceptions that the notices amount to: Mondays to Fridays off, weekend days worked.
inline std::vector<CalendarException> exceptions() {
  std::vector<CalendarException> rows;
  for (const Notice& notice : notices()) {
    const Date last = *Date::parse(notice.last);
    for (Date day = *Date::parse(notice.first); day <= last; day = day + 1)
      if (day.weekday() >= 1 && day.weekday() <= 5)
        rows.push_back({day, ExceptionKind::holiday, std::string(notice.name)});
    for (const std::string_view worked : notice.worked)
      rows.push_back({*Date::parse(worked), ExceptionKind::workday, std::string(notice.name)});
  }
  return rows;
}

inline WorkingCalendar calendar() {
  return *WorkingCalendar::of(exceptions(), {2022, 2023, 2024, 2025, 2026});
}

}  // namespace zr::rulebook::fixture

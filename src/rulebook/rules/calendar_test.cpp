#include "rulebook/rules/calendar.h"

#include <doctest/doctest.h>

#include "rulebook/rules/calendar_fixture.h"

using zr::Date;
using zr::rulebook::bad_calendar;
using zr::rulebook::CalendarException;
using zr::rulebook::ExceptionKind;
using zr::rulebook::WorkingCalendar;
namespace fixture = zr::rulebook::fixture;

namespace {

/// The code of the only fault, or "" where there is another number of them.
std::string fault(std::vector<CalendarException> rows, std::vector<int> years) {
  const auto calendar = WorkingCalendar::of(std::move(rows), std::move(years));
  if (!(calendar == bad_calendar) || calendar.problem().errors.size() != 1) return {};
  return calendar.problem().errors[0].pointer + " " + calendar.problem().errors[0].code;
}

}  // namespace

TEST_CASE(
    "国务院放假通知 2022–2026: every announced day is off and a holiday, every swap is worked") {
  const WorkingCalendar calendar = fixture::calendar();
  CHECK(fixture::exceptions().size() == 125);
  for (const fixture::Notice& notice : fixture::notices()) {
    const Date last = *Date::parse(notice.last);
    for (Date day = *Date::parse(notice.first); day <= last; day = day + 1) {
      CAPTURE(day.text());
      CHECK_FALSE(calendar.is_working_day(day));
      CHECK(calendar.is_statutory_holiday(day));
    }
    for (const std::string_view worked : notice.worked) {
      CAPTURE(worked);
      CHECK(calendar.is_working_day(*Date::parse(worked)));
      CHECK_FALSE(calendar.is_statutory_holiday(*Date::parse(worked)));
    }
  }
}

TEST_CASE("a plain weekend is off but no holiday, a plain Monday to Friday is worked") {
  const WorkingCalendar calendar = fixture::calendar();
  CHECK_FALSE(calendar.is_working_day(Date(2026, 10, 17)));
  CHECK_FALSE(calendar.is_statutory_holiday(Date(2026, 10, 17)));
  CHECK_FALSE(calendar.is_working_day(Date(2026, 10, 18)));
  CHECK(calendar.is_working_day(Date(2026, 10, 16)));
  CHECK(calendar.is_working_day(Date(2026, 10, 19)));
}

TEST_CASE("days off are seen whole, across weekends and the turn of the year") {
  const WorkingCalendar calendar = fixture::calendar();
  const auto october = calendar.days_off_around(Date(2026, 10, 3));
  CHECK(october.first == Date(2026, 10, 1));
  CHECK(october.last == Date(2026, 10, 7));
  CHECK(october.holiday == "国庆节");
  const auto new_year = calendar.days_off_around(Date(2022, 12, 31));
  CHECK(new_year.first == Date(2022, 12, 31));
  CHECK(new_year.last == Date(2023, 1, 2));
  CHECK(new_year.holiday == "元旦");
  CHECK(calendar.days_off_around(Date(2026, 10, 17)).holiday.empty());
}

TEST_CASE("a year is known only where it was loaded, whatever days it has") {
  const WorkingCalendar calendar = fixture::calendar();
  CHECK_FALSE(calendar.knows(2021));
  CHECK(calendar.knows(2022));
  CHECK(calendar.knows(2026));
  CHECK_FALSE(calendar.knows(2027));
  CHECK(calendar.last_year() == 2026);
  CHECK_FALSE((*WorkingCalendar::of({}, {})).last_year());
}

TEST_CASE("a calendar with a faulty row is refused and the row is named") {
  const auto holiday = [](Date day) {
    return CalendarException{day, ExceptionKind::holiday, "示例"};
  };
  const auto workday = [](Date day) {
    return CalendarException{day, ExceptionKind::workday, "示例"};
  };
  CHECK(fault({holiday({2026, 10, 3})}, {2026}) == "/0/date holiday_on_weekend");
  CHECK(fault({workday({2026, 10, 9})}, {2026}) == "/0/date workday_on_weekday");
  CHECK(fault({holiday({2026, 10, 1}), holiday({2027, 1, 1})}, {2026}) == "/1/date other_year");
  CHECK(fault({holiday({2026, 10, 1}), workday({2026, 10, 10}), holiday({2026, 10, 1})}, {2026}) ==
        "/2/date day_twice");
}

TEST_CASE("an endless calendar is refused as a whole") {
  const std::vector<CalendarException> rows(6'001, {Date(2026, 10, 1), {}, "示例"});
  const auto calendar = WorkingCalendar::of(rows, {2026});
  CHECK(calendar == bad_calendar);
  CHECK(calendar.problem().detail_zh == "例外日期超过 6000 个");
}

#pragma once
/// Due dates 期限: a number of working days, calendar days or months after a day that is not
/// counted itself; whether a due date on a day off moves is said by the rule (Civil Code 203,
/// 商标法实施条例 12; the policy's reporting dates do not move). Never answers from a calendar that
/// is not loaded.
#include <span>
#include <vector>

#include "base/date.h"
#include "base/names.h"
#include "base/reason.h"
#include "base/result.h"
#include "rulebook/rules/calendar.h"

namespace zr::rulebook {

enum class TimeUnit { working_day, calendar_day, month };

/// What happens to a due date that is not worked.
enum class Roll {
  none,               ///< It stays 不顺延.
  statutory_holiday,  ///< Past a holiday of the notices; a plain weekend day stays 节假日顺延.
  day_off,            ///< To the next working day 休息日顺延; also called next_working_day.
};

std::span<const Name> names_of(TimeUnit);
std::span<const Name> names_of(Roll);

struct TimeLimit {
  Date from;       ///< Not counted.
  int amount = 0;  ///< 0 leaves the day itself, rolled where the rule says so.
  TimeUnit unit = TimeUnit::calendar_day;
  Roll roll = Roll::none;
};

struct Deadline {
  Date due;
  bool provisional = false;   ///< Rests on a year whose notice is not out yet.
  std::vector<Reason> steps;  ///< What was skipped, counted and moved, in order.
};

inline constexpr Refusal no_calendar{
    "no_calendar", "该年度的工作日历尚未装入，无法计算",
    "The working calendar of that year is not loaded, so no date can be computed"};

/// Refused `no_calendar` where the answer rests on a day of a year that is not loaded; a limit that
/// needs no working day is always answered. Months end on the same day or the month's last.
Result<Deadline> deadline(const TimeLimit& limit, const WorkingCalendar& calendar);

/// For duties only: beyond the last loaded year weekends alone are off and the date is marked
/// provisional, to be computed again when the notice is out. Earlier gaps are still refused.
Result<Deadline> provisional_deadline(const TimeLimit& limit, const WorkingCalendar& calendar);

}  // namespace zr::rulebook

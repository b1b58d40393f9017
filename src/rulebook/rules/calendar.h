#pragma once
/// The working calendar 工作日历: which days are worked in China, by the State Council's yearly
/// notices 国务院放假通知. Only what differs from Monday to Friday is stored, year by year.
/// A year whose notice is not loaded is never guessed: `knows` says no, and callers must ask.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/names.h"
#include "base/result.h"

namespace zr::rulebook {

enum class ExceptionKind {
  holiday,  ///< A Monday to Friday off 放假.
  workday,  ///< A Saturday or Sunday worked 调休上班.
};

std::span<const Name> names_of(ExceptionKind);

/// One day that differs from Monday to Friday.
struct CalendarException {
  Date date;
  ExceptionKind kind = ExceptionKind::holiday;
  std::string name;  ///< The holiday it belongs to, as the notice names it.
};

/// An unbroken row of days off, as long as it goes on both sides.
struct DaysOff {
  Date first;
  Date last;
  std::string holiday;  ///< Names of the notice's holidays in it; empty for a plain weekend.
};

inline constexpr Refusal bad_calendar{"bad_calendar", "工作日历有误，请按提示修改",
                                      "The working calendar has faults", RefusalKind::bad_input};

class WorkingCalendar {
 public:
  /// `years` are those whose notice is loaded. Refused with every fault at its "/<row>/date": a
  /// holiday on a weekend, a workday from Monday to Friday, a day twice, a day of another year.
  static Result<WorkingCalendar> of(std::vector<CalendarException> exceptions,
                                    std::vector<int> years);

  bool knows(int year) const;
  /// Last year loaded; empty where none is.
  std::optional<int> last_year() const;

  /// In a year that is not loaded Monday to Friday; whoever decides by it asks `knows` first.
  bool is_working_day(Date day) const;
  /// A day off that belongs to a holiday of a notice, its weekend days included.
  bool is_statutory_holiday(Date day) const;
  /// The exception of this very day, if any.
  const CalendarException* exception(Date day) const;
  /// The days off around a day that is off itself.
  DaysOff days_off_around(Date day) const;

 private:
  WorkingCalendar() = default;
  std::vector<CalendarException> exceptions_;  ///< By date.
  std::vector<int> years_;                     ///< Ascending.
};

/// The year whose notice is to be loaded now: this one if it is missing, from 1 December on the
/// next (the notice is out by then); empty where nothing is missing. A duty is opened by it.
std::optional<int> calendar_missing(Date today, const WorkingCalendar& calendar);

}  // namespace zr::rulebook

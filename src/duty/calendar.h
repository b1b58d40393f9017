#pragma once
/// Due dates by the published calendar. Only duties count weekends alone beyond its last year; the
/// date is then provisional and computed anew once the notice is published.
#include "db/tx.h"
#include "duty/duty.h"

namespace zr::duty {

/// The kind of duty that asks the city's bureau for a year's calendar; its subject is the year.
inline constexpr std::string_view calendar_kind = "calendar.publish";

/// The latest published calendar, also where it is in force only from next year on; an empty one
/// where none is published.
rulebook::WorkingCalendar latest_calendar(db::Tx& tx, Date today);
/// Refused `no_calendar` where days of a year before the calendars are counted.
Result<rulebook::Deadline> due_of(db::Tx& tx, const Term& term, Date today);
Result<rulebook::Deadline> due_of(const Term& term, const rulebook::WorkingCalendar& calendar);

}  // namespace zr::duty

#pragma once
/// The working calendar as a published set: one table of the days that differ from Monday to
/// Friday. A year counts as loaded once a day of it stands there; years follow each other without a
/// gap, so that a mistyped year is seen.
#include "rulebook/rule_set.h"
#include "rulebook/rules/calendar.h"

namespace zr::rulebook {

const json::Struct& describe(const CalendarException*);

inline constexpr std::string_view calendar_code = "calendar";

/// Refused with every fault at "/days/<row>/…".
Result<WorkingCalendar> calendar_from(const json::Value& content);
RuleSet calendar_set();

}  // namespace zr::rulebook

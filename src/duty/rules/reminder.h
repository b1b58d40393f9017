#pragma once
/// When somebody is reminded of a due date: 90, 30, 7 and 1 days before it, once each. A duty that
/// begins late, or is looked at after a stop, gets the nearest of them only, never a burst; once
/// the day is past there is nothing to remind of.
#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "base/date.h"

namespace zr::duty {

inline constexpr std::array<std::int64_t, 4> reminder_days{90, 30, 7, 1};

/// The reminder that is due today, if any; `given` are those that were given before.
std::optional<std::int64_t> reminder(Date due, Date today, std::span<const std::int64_t> given);

}  // namespace zr::duty

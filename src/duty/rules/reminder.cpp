#include "duty/rules/reminder.h"

#include <algorithm>

namespace zr::duty {

std::optional<std::int64_t> reminder(Date due, Date today, std::span<const std::int64_t> given) {
  const int left = due - today;
  if (left < 0) return std::nullopt;
  std::optional<std::int64_t> nearest;
  for (const std::int64_t days : reminder_days)
    if (days >= left) nearest = days;
  if (!nearest) return std::nullopt;
  // A nearer one was given before the date moved away: nothing is said twice.
  const bool said = std::ranges::any_of(given, [&](std::int64_t days) { return days <= *nearest; });
  return said ? std::nullopt : nearest;
}

}  // namespace zr::duty

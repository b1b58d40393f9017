#include "duty/calendar.h"

#include "rulebook/rulebook.h"

namespace zr::duty {

namespace {

/// A day that no version of a set takes effect after.
constexpr Date end_of_time{2200, 12, 31};

bool asks_calendar(const Term& term) {
  return term.unit == rulebook::TimeUnit::working_day || term.roll != rulebook::Roll::none;
}

}  // namespace

rulebook::WorkingCalendar latest_calendar(db::Tx& tx, Date today) {
  auto latest = rulebook::calendar(tx, {.as_of = end_of_time});
  if (latest && latest->knows(today.year())) return std::move(*latest);
  // A version from next year on that leaves this year out does not replace this year's.
  auto present = rulebook::calendar(tx, {.as_of = today});
  if (present) return std::move(*present);
  if (latest) return std::move(*latest);
  return *rulebook::WorkingCalendar::of({}, {});
}

Result<rulebook::Deadline> due_of(const Term& term, const rulebook::WorkingCalendar& calendar) {
  return rulebook::provisional_deadline({.from = term.from,
                                         .amount = static_cast<int>(term.amount),
                                         .unit = term.unit,
                                         .roll = term.roll},
                                        calendar);
}

Result<rulebook::Deadline> due_of(db::Tx& tx, const Term& term, Date today) {
  if (!asks_calendar(term)) return due_of(term, *rulebook::WorkingCalendar::of({}, {}));
  return due_of(term, latest_calendar(tx, today));
}

}  // namespace zr::duty

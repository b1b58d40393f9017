/// The module's own job: run after a publication of rules and after each close of day.
#include <utility>

#include "duty/calendar.h"
#include "duty/commands.h"
#include "duty/rules/reminder.h"
#include "duty/store.h"

namespace zr::duty {

namespace {

using journal::Context;

/// A year's calendar is to be there before the year begins: within December.
constexpr std::int64_t calendar_days = 30;

/// Computes provisional dates anew; answers how many moved or became certain.
std::int64_t settle_dates(Context& in, const rulebook::WorkingCalendar& calendar) {
  std::int64_t moved = 0;
  for (Duty& waiting : store::open_provisional(in.tx)) {
    const auto deadline = due_of(waiting.term, calendar);
    if (!deadline || (deadline->due == waiting.due && deadline->provisional)) continue;
    in.tx.insert(store::change_table,
                 Change{.id = in.new_id(),
                        .duty = waiting.id,
                        .sequence = in.sequence,
                        .event = deadline->due == waiting.due ? Event::confirmed : Event::moved,
                        .due = deadline->due,
                        .due_before = waiting.due});
    waiting.due = deadline->due;
    waiting.provisional = deadline->provisional;
    waiting.version = in.sequence;
    in.tx.update(store::duty_table, waiting);
    in.raise("duties.moved", {waiting.id, waiting.subject, waiting.organisation});
    ++moved;
  }
  return moved;
}

/// Asks the bureau for the year whose notice is to be loaded, and stops asking once it is there.
Result<Done> settle_calendar(Context& in, const rulebook::WorkingCalendar& calendar,
                             Settled& settled) {
  for (const Duty& asked : store::open_of_kind(in.tx, calendar_kind)) {
    if (!calendar.knows(static_cast<int>(asked.subject))) continue;
    if (const auto done = close(in, calendar_kind, asked.subject, {.outcome = Outcome::done});
        !done)
      return done.problem();
    ++settled.closed;
  }
  const auto missing = rulebook::calendar_missing(in.today, calendar);
  const std::int64_t bureau = store::bureau(in.tx, in.today);
  if (!missing || bureau == 0 || store::open_duty(in.tx, calendar_kind, *missing)) return Done{};
  const auto opened =
      open(in, {.kind = std::string(calendar_kind),
                .subject = *missing,
                .organisation = bureau,
                .right = "rules.publish",
                .term = {.from = Date(*missing - 1, 12, 1), .amount = calendar_days},
                .clause = "国务院办公厅年度部分节假日安排的通知",
                .period = std::to_string(*missing)});
  if (!opened) return opened.problem();
  ++settled.opened;
  return Done{};
}

std::int64_t remind(Context& in) {
  std::int64_t given = 0;
  const Date last = in.today + static_cast<int>(reminder_days.front());
  for (const Duty& open_duty : store::open_between(in.tx, in.today, last)) {
    std::vector<std::int64_t> before;
    for (const Reminder& each : store::reminders(in.tx, open_duty.id)) before.push_back(each.days);
    const auto days = reminder(open_duty.due, in.today, before);
    if (!days) continue;
    in.tx.insert(
        store::reminder_table,
        Reminder{
            .duty = open_duty.id, .days = *days, .reminded_on = in.today, .sequence = in.sequence});
    in.raise("duties.reminded", {open_duty.id, open_duty.subject, open_duty.organisation});
    ++given;
  }
  return given;
}

}  // namespace

std::vector<DutyKind> kinds() {
  return {{.code = calendar_kind,
           .zh = "发布工作日历",
           .en = "Publish the working calendar",
           .path = "/rules"}};
}

Result<Settled> settle(Context& in, const Settle&) {
  Settled settled;
  const auto calendar = latest_calendar(in.tx, in.today);
  settled.moved = settle_dates(in, calendar);
  if (const auto done = settle_calendar(in, calendar, settled); !done) return done.problem();
  settled.reminded = remind(in);
  return settled;
}

}  // namespace zr::duty

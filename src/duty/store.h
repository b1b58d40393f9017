#pragma once
/// Every SQL statement of duty.
#include <optional>
#include <string>
#include <vector>

#include "db/tx.h"
#include "duty/duty.h"
#include "duty/rows.h"

namespace zr::duty {

struct Reminder {
  std::int64_t duty = 0;
  std::int64_t days = 0;  ///< left until the due day, as the rule counts them
  Date reminded_on;
  std::int64_t sequence = 0;
};
const json::Struct& describe(const Reminder*);

struct Urge {
  std::int64_t duty = 0;
  Date urged_on;
  std::int64_t sequence = 0;
  std::int64_t organisation = 0;
  std::int64_t person = 0;
  std::optional<std::string> remark;
};
const json::Struct& describe(const Urge*);

struct Change {
  std::int64_t id = 0;
  std::int64_t duty = 0;
  std::int64_t sequence = 0;
  Event event = Event::moved;
  std::optional<Date> due = {};
  std::optional<Date> due_before = {};
  std::optional<std::int64_t> person = {};
};
const json::Struct& describe(const Change*);

namespace store {

extern const db::Table duty_table, reminder_table, urge_table, change_table;

std::optional<Duty> duty(db::Tx& tx, std::int64_t id);
/// The open one of a kind and subject.
std::optional<Duty> open_duty(db::Tx& tx, std::string_view kind, std::int64_t subject);
/// The open one, else the one opened last.
std::optional<Duty> last_duty(db::Tx& tx, std::string_view kind, std::int64_t subject);
std::vector<Duty> open_of_kind(db::Tx& tx, std::string_view kind);
std::vector<Duty> open_provisional(db::Tx& tx);
/// Open duties due from one day to another, both included.
std::vector<Duty> open_between(db::Tx& tx, Date first, Date last);
std::vector<Duty> open_assigned(db::Tx& tx, std::int64_t person, std::int64_t organisation);
std::vector<Reminder> reminders(db::Tx& tx, std::int64_t duty);
bool urged_on(db::Tx& tx, std::int64_t duty, Date day);
/// The city's bureau that was registered first and is open on that day; 0 where there is none.
std::int64_t bureau(db::Tx& tx, Date day);

/// Rows of the screens, one more than asked for: authorities see the duties of all, everybody else
/// those of the own organisation and below.
std::vector<ListedDuty> duties(api::ReadContext& in, const DutyQuery& query);
/// One duty if the reader may see it.
std::optional<ListedDuty> listed(api::ReadContext& in, std::int64_t id);
/// Open duties that the reader may do in the own organisation, by due date, after a cursor.
std::vector<ListedDuty> to_do(api::ReadContext& in, const Place& after, std::int64_t limit);
/// Waiting commands that the reader may check, oldest first.
std::vector<ListedCommand> to_check(api::ReadContext& in, std::int64_t after, std::int64_t limit);
/// What became of a duty beside opening and closing, in order of records.
std::vector<HistoryRow> history(api::ReadContext& in, std::int64_t duty);

}  // namespace store
}  // namespace zr::duty

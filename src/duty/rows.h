#pragma once
/// Rows of this module's screens, and what they may be asked.
#include <optional>
#include <string>

#include "api/read.h"
#include "duty/duty.h"

namespace zr::duty {

enum class DutyState { open, overdue, closed };
std::span<const Name> names_of(DutyState);

/// What became of a duty.
enum class Event { opened, moved, confirmed, reminded, assigned, handed_back, urged, closed };
std::span<const Name> names_of(Event);

/// Where a line of the to-do list comes from: a waiting command is no duty.
enum class Source { duty, command };
std::span<const Name> names_of(Source);

struct DutyQuery {
  api::Listing listing;
  std::optional<std::string> kind;
  std::optional<DutyState> state;  ///< open takes the overdue ones in
  std::optional<std::string> period;
  std::optional<std::int64_t> organisation;
};
const json::Struct& describe(const DutyQuery*);

/// A duty as the store lists it.
struct ListedDuty {
  std::int64_t id = 0;
  std::string kind;
  std::int64_t subject = 0;
  std::optional<std::string> period;
  std::string clause;
  std::int64_t organisation = 0;
  std::string organisation_name;
  std::optional<std::string> about_name;  ///< whose matter it is, where another's
  std::string action;
  Date due;
  bool provisional = false;
  Instant opened_at;
  std::optional<std::int64_t> assignee;
  std::optional<std::string> assignee_name;
  std::int64_t urged = 0;                ///< times
  std::optional<Date> last_urged;        ///< day
  std::optional<std::int64_t> reminded;  ///< the last reminder's days before the due day
  std::optional<Outcome> outcome;
  std::optional<Instant> closed_at;
  std::int64_t version = 0;
};
const json::Struct& describe(const ListedDuty*);

/// A duty as it is shown.
struct DutyRow {
  ListedDuty duty;
  std::string title;           ///< of its kind, in the reader's language
  std::string path;            ///< the page where it is done
  std::int64_t days_left = 0;  ///< from the business date; negative once overdue
  DutyState state = DutyState::open;
  std::optional<Timeliness> timeliness = {};
  bool mine = false;  ///< the reader may do it
};
const json::Struct& describe(const DutyRow*);

struct HistoryRow {
  std::int64_t sequence = 0;
  Instant at;
  Event event = Event::opened;
  std::optional<Date> due = {};
  std::optional<Date> due_before = {};
  std::optional<std::int64_t> days = {};
  std::optional<std::string> person_name = {};
  std::optional<std::string> organisation_name = {};
  std::optional<std::string> remark = {};
  std::optional<Outcome> outcome = {};
  std::optional<Timeliness> timeliness = {};
};
const json::Struct& describe(const HistoryRow*);

/// A waiting command as the store lists it.
struct ListedCommand {
  std::int64_t id = 0;
  std::string command;
  std::int64_t organisation = 0;
  std::string organisation_name;
  Instant made_at;
  std::string maker_name;
  std::int64_t version = 0;
};
const json::Struct& describe(const ListedCommand*);

/// A line of the to-do list.
struct TodoRow {
  Source source = Source::duty;
  std::int64_t id = 0;
  std::string name;  ///< code of the kind of duty, or of the command
  std::string title;
  std::string path;
  std::optional<Date> due = {};
  std::optional<std::int64_t> days_left = {};
  std::optional<DutyState> state = {};
  std::optional<bool> provisional = {};
  std::optional<std::string> period = {};
  std::int64_t organisation = 0;
  std::string organisation_name;
  std::optional<std::string> about_name = {};
  std::optional<std::int64_t> assignee = {};
  std::optional<Date> last_urged = {};
  Instant since;
  std::optional<std::string> maker_name = {};
  std::int64_t version = 0;
};
const json::Struct& describe(const TodoRow*);

/// A place in a list that is ordered by due date and id.
struct Place {
  std::string due;  ///< "" before every date
  std::int64_t id = 0;
};
/// Of a cursor "2026-10-10.4711"; before everything where it is none.
Place place_of(const std::optional<std::string>& cursor);

}  // namespace zr::duty

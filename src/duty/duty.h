#pragma once
/// Deadlines and to-do 期限与待办: who has to do what, until when, by which clause. A duty is
/// opened and closed in the same transaction as the fact that makes or meets it, and it knows no
/// subject: its kind, registered by the module that opens it, says what it is called and where it
/// is done. Nothing here decides whether a fact is good; it only says whether it came in time.
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "api/read.h"
#include "base/date.h"
#include "duty/rules/timeliness.h"
#include "journal/command.h"
#include "rulebook/rules/deadline.h"

namespace zr::duty {

/// How long somebody has, from a day that is not counted itself.
struct Term {
  Date from;
  std::int64_t amount = 0;
  rulebook::TimeUnit unit = rulebook::TimeUnit::calendar_day;
  rulebook::Roll roll = rulebook::Roll::none;
};
const json::Struct& describe(const Term*);

/// A kind of duty, as its module registers it. `path` is the page where it is done; {subject},
/// {id} and {period} in it are filled in.
struct DutyKind {
  std::string_view code;  ///< "returns.file"
  std::string_view zh;
  std::string_view en;
  std::string_view path;  ///< "/returns/{subject}"
};

/// What a duty is opened with.
struct Opening {
  std::string kind;               ///< code of a registered kind
  std::int64_t subject = 0;       ///< with the kind names one open duty at most
  std::int64_t organisation = 0;  ///< whose duty it is
  std::string right;              ///< who in that organisation may do it: an action's name
  Term term = {};
  std::string clause;
  std::optional<std::string> period = {};  ///< "2026Q3", "2026" or "2026-09"
  std::optional<std::int64_t> about = {};  ///< the party whose matter it is, where another's
};

/// How a duty ended.
enum class Outcome {
  done,       ///< the fact is there
  withdrawn,  ///< it is no longer asked for
};
std::span<const Name> names_of(Outcome);

/// A duty as it is kept.
struct Duty {
  std::int64_t id = 0;
  std::int64_t sequence = 0;  ///< record that opened it
  std::string kind;
  std::int64_t subject = 0;
  std::int64_t organisation = 0;
  std::optional<std::int64_t> about;
  std::string action;
  Term term;
  std::string clause;
  std::optional<std::string> period;
  Date due;
  bool provisional = false;  ///< rests on a year whose notice is not out yet
  Instant opened_at;
  std::optional<std::int64_t> assignee;  ///< the person it was given to
  std::optional<Outcome> outcome;
  std::optional<Instant> closed_at;       ///< receipt of the fact; judges timeliness
  std::optional<std::int64_t> closed_by;  ///< record
  std::int64_t version = 0;

  bool open() const { return !outcome; }
  /// Of a closed duty.
  std::optional<Timeliness> timeliness() const;
};
const json::Struct& describe(const Duty*);

/// Computes the due date and stores the duty; answers its id. Refused `no_calendar` where the term
/// counts days of a year before the loaded calendars; commands that open by working days or with a
/// roll declare that ground. A second open duty of the same kind and subject is the caller's error.
Result<std::int64_t> open(journal::Context& in, const Opening& opening);
/// How a duty ends.
struct Closing {
  Outcome outcome = Outcome::done;
  std::optional<Instant> received = {};  ///< judges timeliness; else when the command came in
};
/// Closes the open duty of this kind and subject; does nothing where none is open.
Result<Done> close(journal::Context& in, std::string_view kind, std::int64_t subject,
                   const Closing& closing);
/// The open duty of this kind and subject, else the one opened last.
std::optional<Duty> duty_of(db::Tx& tx, std::string_view kind, std::int64_t subject);

/// Duties given to this person in this organisation go back to the organisation, except those that
/// the person may still do there. Called where an account is disabled or loses a role.
void hand_back(journal::Context& in, std::int64_t person, std::int64_t organisation);

/// What a waiting command is called in both languages.
struct Title {
  std::string_view zh;
  std::string_view en;
};
using TitleOf = std::function<Title(std::string_view command)>;

/// The kind that this module opens itself: the bureau publishes next year's calendar.
std::vector<DutyKind> kinds();
std::vector<journal::Command> commands();
/// `kinds` are all that the house registers.
std::vector<api::Read> reads(std::vector<DutyKind> kinds, const TitleOf& title_of);

}  // namespace zr::duty

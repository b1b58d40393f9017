#include "duty/duty.h"

#include <stdexcept>

#include "access/people.h"
#include "duty/calendar.h"
#include "duty/commands.h"
#include "duty/store.h"

namespace zr::duty {

std::span<const Name> names_of(Outcome) {
  static constexpr Name names[] = {named(Outcome::done, "done", "已办", "Done"),
                                   named(Outcome::withdrawn, "withdrawn", "已取消", "Withdrawn")};
  return names;
}

const json::Struct& describe(const Term*) {
  static const json::Struct table("Term", {{"counted_from", &Term::from, "起算日", "Counted from"},
                                           {"amount", &Term::amount, "期限", "Length", {.min = 0}},
                                           {"unit", &Term::unit, "期限单位", "Unit"},
                                           {"roll", &Term::roll, "遇休息日", "On a day off"}});
  return table;
}

const json::Struct& describe(const Duty*) {
  static const json::Struct table(
      "Duty", {{"id", &Duty::id, "编号", "Id"},
               {"sequence", &Duty::sequence, "记录号", "Record"},
               {"kind", &Duty::kind, "事项", "Kind", {.max_length = 60}},
               {"subject", &Duty::subject, "对象", "Subject"},
               {"organisation", &Duty::organisation, "机构", "Organisation"},
               {"about", &Duty::about, "所涉机构", "About"},
               {"action", &Duty::action, "办理权限", "Right", {.max_length = 60}},
               json::embed(&Duty::term),
               {"clause", &Duty::clause, "依据条款", "Clause", {.max_length = 300}},
               {"period", &Duty::period, "所属期", "Period", {.max_length = 10}},
               {"due", &Duty::due, "到期日", "Due"},
               {"provisional", &Duty::provisional, "日期待定", "Provisional"},
               {"opened_at", &Duty::opened_at, "产生时间", "Opened at"},
               {"assignee", &Duty::assignee, "承办人", "Assigned to"},
               {"outcome", &Duty::outcome, "结果", "Outcome"},
               {"closed_at", &Duty::closed_at, "办结时间", "Closed at"},
               {"closed_by", &Duty::closed_by, "办结记录", "Closing record"},
               {"version", &Duty::version, "版本", "Version"}});
  return table;
}

std::optional<Timeliness> Duty::timeliness() const {
  if (!closed_at) return std::nullopt;
  return duty::timeliness(due, *closed_at);
}

Result<std::int64_t> open(journal::Context& in, const Opening& opening) {
  if (store::open_duty(in.tx, opening.kind, opening.subject))
    throw std::logic_error("a duty " + opening.kind + " of this subject is open already");
  const auto deadline = due_of(in.tx, opening.term, in.today);
  if (!deadline) return deadline.problem();
  const Duty made{.id = in.new_id(),
                  .sequence = in.sequence,
                  .kind = opening.kind,
                  .subject = opening.subject,
                  .organisation = opening.organisation,
                  .about = opening.about,
                  .action = opening.right,
                  .term = opening.term,
                  .clause = opening.clause,
                  .period = opening.period,
                  .due = deadline->due,
                  .provisional = deadline->provisional,
                  .opened_at = in.received,
                  .assignee = {},
                  .outcome = {},
                  .closed_at = {},
                  .closed_by = {},
                  .version = in.sequence};
  in.tx.insert(store::duty_table, made);
  in.raise("duties.opened", {made.id, made.subject, made.organisation});
  return made.id;
}

Result<Done> close(journal::Context& in, std::string_view kind, std::int64_t subject,
                   const Closing& closing) {
  auto found = store::open_duty(in.tx, kind, subject);
  if (!found) return Done{};
  found->outcome = closing.outcome;
  found->closed_at = closing.received.value_or(in.received);
  found->closed_by = in.sequence;
  found->version = in.sequence;
  in.tx.update(store::duty_table, *found);
  in.raise("duties.closed", {found->id, found->subject, found->organisation});
  return Done{};
}

std::optional<Duty> duty_of(db::Tx& tx, std::string_view kind, std::int64_t subject) {
  return store::last_duty(tx, kind, subject);
}

void hand_back(journal::Context& in, std::int64_t person, std::int64_t organisation) {
  for (Duty& given : store::open_assigned(in.tx, person, organisation)) {
    if (may_do(in.tx, person, given, in.today)) continue;
    given.assignee = std::nullopt;
    given.version = in.sequence;
    in.tx.update(store::duty_table, given);
    in.tx.insert(store::change_table, Change{.id = in.new_id(),
                                             .duty = given.id,
                                             .sequence = in.sequence,
                                             .event = Event::handed_back,
                                             .person = person});
    in.raise("duties.handed-back", {given.id, organisation});
  }
}

bool may_do(db::Tx& tx, std::int64_t person, const Duty& duty, Date today) {
  for (const access::Account& account : access::accounts_of(tx, person)) {
    if (account.organisation != duty.organisation) continue;
    const auto actor = access::actor_of(tx, account.id, today);
    if (actor && actor->may(duty.action)) return true;
  }
  return false;
}

}  // namespace zr::duty

#include "duty/commands.h"

#include "access/party.h"
#include "duty/store.h"

namespace zr::duty {

namespace {

using journal::Changed;
using journal::Context;

/// Authorities urge anybody, nobody else urges.
Result<Changed> urge(Context& in, const UrgeDuty& input) {
  const auto found = store::duty(in.tx, input.id);
  if (!found || !in.scope.sees_all_rows()) return not_found;
  if (!found->open()) return duty_closed;
  if (store::urged_on(in.tx, found->id, in.today)) return urged_today;
  in.tx.insert(store::urge_table, Urge{.duty = found->id,
                                       .urged_on = in.today,
                                       .sequence = in.sequence,
                                       .organisation = in.actor.organisation,
                                       .person = in.actor.person,
                                       .remark = input.remark});
  in.raise("duties.urged", {found->id, found->subject, found->organisation});
  return Changed{.id = found->id, .version = found->version};
}

/// An organisation gives its own duties, and those of its branches, to people who may do them.
Result<Changed> assign(Context& in, const AssignDuty& input) {
  auto found = store::duty(in.tx, input.id);
  const auto home = found ? access::party(in.tx, found->organisation) : std::nullopt;
  if (!home || !home->path.starts_with(in.actor.path)) return not_found;
  if (in.expected_version && *in.expected_version != found->version) return journal::version_stale;
  if (!found->open()) return duty_closed;
  if (input.person && !may_do(in.tx, *input.person, *found, in.today))
    return Problem::at("/person", not_assignable);
  const auto before = found->assignee;
  found->assignee = input.person;
  found->version = in.sequence;
  in.tx.update(store::duty_table, *found);
  in.tx.insert(store::change_table,
               Change{.id = in.new_id(),
                      .duty = found->id,
                      .sequence = in.sequence,
                      .event = input.person ? Event::assigned : Event::handed_back,
                      .person = input.person ? input.person : before});
  in.raise("duties.assigned", {found->id, found->organisation});
  return Changed{.id = found->id, .version = in.sequence};
}

}  // namespace

const json::Struct& describe(const UrgeDuty*) {
  static const json::Struct table(
      "UrgeDuty", {{"id", &UrgeDuty::id, "待办编号", "Duty"},
                   {"remark", &UrgeDuty::remark, "催办意见", "Remark", {.max_length = 500}}});
  return table;
}

const json::Struct& describe(const AssignDuty*) {
  static const json::Struct table("AssignDuty",
                                  {{"id", &AssignDuty::id, "待办编号", "Duty"},
                                   {"person", &AssignDuty::person, "承办人编号", "Person id"}});
  return table;
}

const json::Struct& describe(const Settle*) {
  static const json::Struct table("SettleDuties", {});
  return table;
}

const json::Struct& describe(const Settled*) {
  static const json::Struct table(
      "SettledDuties", {{"reminded", &Settled::reminded, "提醒", "Reminders given"},
                        {"moved", &Settled::moved, "到期日调整或确定", "Dates moved or confirmed"},
                        {"opened", &Settled::opened, "产生", "Opened"},
                        {"closed", &Settled::closed, "办结", "Closed"}});
  return table;
}

std::vector<journal::Command> commands() {
  using journal::command;
  using journal::Eyes;
  using journal::Traits;
  return {command<UrgeDuty, Changed>({.noun = "duties",
                                      .verb = "urge",
                                      .zh = "催办",
                                      .en = "Urge",
                                      .eyes = Eyes::two,
                                      .refuses = {duty_closed, urged_today}},
                                     urge),
          command<AssignDuty, Changed>({.noun = "duties",
                                        .verb = "assign",
                                        .zh = "分派待办",
                                        .en = "Assign a duty",
                                        .eyes = Eyes::two,
                                        .refuses = {duty_closed, not_assignable},
                                        .version = Traits::Version::asked},
                                       assign),
          command<Settle, Settled>({.noun = "duties",
                                    .verb = "settle",
                                    .zh = "待办日常处理",
                                    .en = "Settle duties",
                                    .eyes = Eyes::two,
                                    .refuses = {},
                                    .callers = Traits::Callers::program},
                                   settle)};
}

}  // namespace zr::duty

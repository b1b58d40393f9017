/// Sending a form out, and finding what was sent.
#include "access/party.h"
#include "duty/calendar.h"
#include "forms/grounds.h"
#include "forms/rules/period.h"
#include "forms/store.h"
#include "rulebook/store.h"

namespace zr::forms {

namespace {

/// One answer and one duty.
Result<Done> ask(journal::Context& in, const Round& round, const RoundOpening& opening,
                 std::int64_t organisation) {
  if (!access::party_at(in.tx, organisation, {.as_of = in.today}))
    return Problem::at("/organisations", not_found);
  const Answer answer{
      .id = in.new_id(), .sequence = in.sequence, .round = round.id, .organisation = organisation};
  store::add_answer(in.tx, answer);
  const auto opened = duty::open(in, {.kind = opening.duty,
                                      .subject = answer.id,
                                      .organisation = organisation,
                                      .right = opening.right,
                                      .term = opening.term,
                                      .clause = opening.clause,
                                      .period = opening.period});
  if (!opened) return opened.problem();
  return Done{};
}

}  // namespace

Result<Form> form_at(db::Tx& tx, std::string_view code, access::Moment moment) {
  const auto set = rulebook::store::set_at(tx, code, moment);
  if (!set) return rulebook::no_such_set;
  return form_from(set->facts.content.value);
}

Result<Form> form_of(db::Tx& tx, const Round& round) {
  const auto set = rulebook::store::set_published(tx, round.form, round.form_version);
  if (!set) return rulebook::no_such_set;
  return form_from(set->facts.content.value);
}

Result<Round> open_round(journal::Context& in, const RoundOpening& opening) {
  const auto period = period_of(opening.period);
  if (!period) return Problem::at("/period", no_such_period);
  if (opening.organisations.empty()) return nobody_asked;
  if (store::round_of(in.tx, opening.form, opening.period)) return round_open;
  const auto set = rulebook::store::set_at(in.tx, opening.form, {.as_of = in.today});
  if (!set) return rulebook::no_such_set;
  const auto due = duty::due_of(in.tx, opening.term, in.today);
  if (!due) return due.problem();
  const Round round{.id = in.new_id(),
                    .form = opening.form,
                    .form_version = set->version,
                    .period = period->text,
                    .period_end = period->last,
                    .duty = opening.duty,
                    .due = due->due,
                    .opened = in.received,
                    .version = in.sequence};
  store::add_round(in.tx, round);
  for (const std::int64_t organisation : opening.organisations)
    if (const auto asked = ask(in, round, opening, organisation); !asked) return asked.problem();
  return round;
}

std::optional<Round> round(db::Tx& tx, std::int64_t id) {
  return store::round(tx, id);
}

std::optional<Round> round_of(db::Tx& tx, std::string_view form, std::string_view period) {
  return store::round_of(tx, form, period);
}

std::optional<Answer> answer(db::Tx& tx, const access::Scope& scope, std::int64_t id) {
  return store::answer(tx, scope.rows, id);
}

std::optional<Answer> answer_of(db::Tx& tx, std::int64_t round, std::int64_t organisation) {
  return store::answer_of(tx, round, organisation);
}

}  // namespace zr::forms

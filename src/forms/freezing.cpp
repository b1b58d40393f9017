#include "forms/freezing.h"

#include "crypto/digest.h"
#include "forms/rules/period.h"
#include "forms/store.h"

namespace zr::forms {

namespace {

/// A nil return says of everything that is counted or summed that there is none.
bool zero_of_nil(const FormCell& cell) {
  const CellKind kind = kind_of(cell);
  return origin_of(cell) == CellOrigin::figure &&
         (kind == CellKind::amount || kind == CellKind::count);
}

void take(Cells& into, const Cells& from, const std::string& id) {
  const auto found = from.find(id);
  if (found != from.end()) into.insert_or_assign(id, found->second);
}

/// The version of the period before that counts.
std::optional<Version> previous_of(db::Tx& tx, const Round& round, std::int64_t organisation) {
  const auto period = period_of(round.period);
  const auto before = period ? store::round_of(tx, round.form, period->previous) : std::nullopt;
  const auto answer = before ? store::answer_of(tx, before->id, organisation) : std::nullopt;
  if (!answer) return std::nullopt;
  for (Version& version : store::versions(tx, answer->id)) {
    const auto state = store::state(tx, version.id);
    if (state && (state->stage == Stage::submitted || state->stage == Stage::accepted))
      return std::move(version);
  }
  return std::nullopt;
}

/// The day by which it is judged whether an answer came in time: a correction that nobody asked for
/// takes nothing from what came before it. `version`: one that is in, else what would come in now.
Date judged_on(db::Tx& tx, const Answer& answer, const Round& round, const Version* version,
               Date day) {
  std::optional<Date> asked;  // the last arrival that was asked for
  for (const VersionState& state : store::states(tx, answer.id)) {
    if (state.stage != Stage::submitted || !state.received) continue;
    if (state.due) asked = state.received->date();
    if (version && state.subject == version->id) return asked.value_or(day);
  }
  const auto duty = duty::duty_of(tx, round.duty, answer.id);
  return duty && duty->open() ? day : asked.value_or(day);
}

Submission submission_of(const Round& round, Source source, Date submitted_on) {
  const auto period = period_of(round.period);
  return {.period_end = round.period_end,
          .quarter = period ? period->quarter : std::nullopt,
          .submitted_on = submitted_on,
          .way = source == Source::form ? Submission::Way::own_file : Submission::Way::rows};
}

}  // namespace

bool enterable(const FormCell& cell, Source source, const Enterable& also) {
  switch (origin_of(cell)) {
    case CellOrigin::entered:
      return true;
    case CellOrigin::formula:
      return false;
    case CellOrigin::figure:
      return source == Source::form || (source == Source::ledger && also.contains(cell.id));
  }
  return false;
}

Cells assembled(const Form& form, const Draft& draft, const Given& given) {
  const Cells typed = cells_of(draft.cells.value);
  Cells out;
  for (const FormCell& cell : form.cells()) {
    if (origin_of(cell) == CellOrigin::formula) continue;
    if (draft.cover.source == Source::nil && zero_of_nil(cell))
      out.insert_or_assign(cell.id, json::Scalar(std::int64_t{0}));
    else if (enterable(cell, draft.cover.source, given.enterable))
      take(out, typed, cell.id);
    else if (draft.cover.source == Source::ledger)
      take(out, given.figures, cell.id);
  }
  return computed(form, std::move(out));
}

Evidence Case::evidence() const {
  return {.cells = &cells,
          .previous = previous ? &previous_cells : nullptr,
          .ledger = ledger ? &*ledger : nullptr,
          .submission = submission};
}

Result<Case> case_of(db::Tx& tx, const Answer& answer, const Draft& draft, const Given& given,
                     Date today) {
  auto round = store::round(tx, answer.round);
  if (!round) return not_found;
  auto form = form_of(tx, *round);
  if (!form) return form.problem();
  Cells cells = assembled(*form, draft, given);
  Case out{.form = std::move(*form), .round = *round, .cells = std::move(cells)};
  out.previous = previous_of(tx, *round, answer.organisation);
  if (out.previous) out.previous_cells = cells_of(out.previous->cells.value);
  out.ledger = given.ledger;
  out.submission =
      submission_of(*round, draft.cover.source, judged_on(tx, answer, *round, nullptr, today));
  if (const auto latest = store::latest_version(tx, answer.id)) {
    out.submission.version = latest->number + 1;
    out.submission.previous_version = latest->number;
  }
  return out;
}

Result<Case> case_of(db::Tx& tx, const Answer& answer, const Version& version, Date submitted_on) {
  auto round = store::round(tx, answer.round);
  if (!round) return not_found;
  auto form = form_of(tx, *round);
  if (!form) return form.problem();
  Case out{.form = std::move(*form), .round = *round, .cells = cells_of(version.cells.value)};
  if (version.previous) out.previous = store::version(tx, *version.previous);
  if (out.previous) out.previous_cells = cells_of(out.previous->cells.value);
  if (version.ledger) out.ledger = cells_of(version.ledger->value);
  out.submission = submission_of(*round, version.cover.source,
                                 judged_on(tx, answer, *round, &version, submitted_on));
  out.submission.version = version.number;
  if (version.number > 1) out.submission.previous_version = version.number - 1;
  return out;
}

std::string digest_of(const Version& version) {
  const auto maybe = [](const std::optional<std::int64_t>& value) {
    return value ? json::Value(*value) : json::Value();
  };
  const json::Object frozen{
      {"answer", version.answer},
      {"number", version.number},
      {"form_version", version.form_version},
      {"source", name_of(version.cover.source)},
      {"edition", name_of(version.cover.edition)},
      {"paper_date",
       version.cover.paper_date ? json::Value(version.cover.paper_date->text()) : json::Value()},
      {"known_at", version.known_at},
      {"cells", version.cells.value},
      {"ledger", version.ledger ? version.ledger->value : json::Value()},
      {"previous", maybe(version.previous)},
      {"reasons", version.reasons.value},
      {"entered_by", maybe(version.entered_by)},
      {"scan", maybe(version.scan)},
      {"person", maybe(version.person)}};
  return crypto::sha256_hex(json::write(json::Value(frozen)));
}

}  // namespace zr::forms

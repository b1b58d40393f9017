/// Filling in and freezing.
#include <fmt/format.h>

#include "forms/acting.h"
#include "forms/freezing.h"
#include "forms/grounds.h"
#include "forms/store.h"
#include "forms/typed_cells.h"

namespace zr::forms {

namespace {

using journal::Context;

/// Names and telephone of the sheet before, so that nobody types them every quarter.
void carry_over(Context& in, const Answer& answer, Cover& cover) {
  if (cover.responsible || cover.phone) return;
  const auto before = store::last_cover(in.tx, answer.organisation);
  if (!before) return;
  cover.responsible = before->responsible;
  cover.phone = before->phone;
}

FieldError error_at(const Finding& finding, std::string_view table, const Refusal& ground) {
  return {fmt::format("/{}/{}", table, finding.rule), std::string(ground.code),
          fmt::format("{}：{}", finding.rule, finding.zh),
          fmt::format("{}: {}", finding.rule, finding.en)};
}

/// What stops freezing: mandatory checks first, then reasons that are missing.
Result<Done> signable(const std::vector<Finding>& findings, const json::Value& reasons) {
  std::vector<FieldError> failed, unexplained;
  for (const Finding& each : findings) {
    if (each.verdict != Verdict::broken) continue;
    switch (each.severity) {
      case Severity::error:
        failed.push_back(error_at(each, "rules", checks_failed));
        break;
      case Severity::justify:
      case Severity::warning:
        if (!reasons.find(each.rule))
          unexplained.push_back(error_at(each, "reasons", reasons_missing));
        break;
      case Severity::late_flag:
      case Severity::reconcile:
        break;
    }
  }
  if (!failed.empty()) return Problem{checks_failed, std::move(failed)};
  if (!unexplained.empty()) return Problem{reasons_missing, std::move(unexplained)};
  return Done{};
}

}  // namespace

Result<journal::Changed> fill(Context& in, const FillAnswer& input, const Enterable& also) {
  const auto answer = current(in, input.id);
  if (!answer) return answer.problem();
  const auto round = store::round(in.tx, answer->round);
  const auto form = form_of(in.tx, *round);
  if (!form) return form.problem();
  Draft draft = store::draft(in.tx, answer->id)
                    .value_or(Draft{.cells = {json::Object{}}, .reasons = {json::Object{}}});
  draft.answer = answer->id;
  draft.cover = input.cover;
  carry_over(in, *answer, draft.cover);
  std::vector<FieldError> errors;
  if (input.cells)
    draft.cells = {
        to_json(edited({.form = *form, .source = input.cover.source, .also = also},
                       cells_of(draft.cells.value), input.cells->value, "/cells", errors))};
  if (input.reasons)
    draft.reasons = {edited_texts(*form, reasons_of_rules(), std::move(draft.reasons.value),
                                  input.reasons->value, "/reasons", errors)};
  if (!errors.empty()) return Problem{bad_input, std::move(errors)};
  if (const auto kept = keep_scan(in, *answer, input.scan, draft.scan); !kept)
    return kept.problem();
  draft.entered_by = on_behalf(in, *answer);
  draft.person = person_of(in.actor);
  draft.saved = in.received;
  draft.version = in.sequence;
  store::save_draft(in.tx, draft);
  return journal::Changed{.id = answer->id, .version = in.sequence};
}

Result<Trial> trial(db::Tx& tx, const Answer& answer, const Given& given, Date today) {
  const auto draft = store::draft(tx, answer.id);
  if (!draft) return no_draft;
  auto tried = case_of(tx, answer, *draft, given, today);
  if (!tried) return tried.problem();
  Trial out;
  out.findings = judge(tried->form, tried->evidence());
  out.cells = std::move(tried->cells);
  return out;
}

Result<Prepared> prepare(Context& in, const PrepareAnswer& input, const Given& given) {
  const auto answer = current(in, input.id);
  if (!answer) return answer.problem();
  const auto draft = store::draft(in.tx, answer->id);
  if (!draft) return no_draft;
  const auto tried = case_of(in.tx, *answer, *draft, given, in.received.date());
  if (!tried) return tried.problem();
  const auto findings = judge(tried->form, tried->evidence());
  if (const auto ready = signable(findings, draft->reasons.value); !ready) return ready.problem();
  Version version{.id = in.new_id(),
                  .sequence = in.sequence,
                  .answer = answer->id,
                  .number = tried->submission.version,
                  .form_version = tried->round.form_version,
                  .cover = draft->cover,
                  .known_at = given.known_at,
                  .cells = {to_json(tried->cells)},
                  .reasons = draft->reasons,
                  .entered_by = draft->entered_by,
                  .scan = draft->scan,
                  .person = person_of(in.actor),
                  .digest = {}};
  if (given.ledger) version.ledger = json::Any{to_json(*given.ledger)};
  if (tried->previous) version.previous = tried->previous->id;
  version.digest = digest_of(version);
  store::add_version(in.tx, version);
  store::add_state(in.tx, {.subject = version.id,
                           .effective = in.today,
                           .sequence = in.sequence,
                           .stage = Stage::prepared,
                           .maker = version.person});
  if (draft->scan) {
    // A stamped sheet shows this version and no later one.
    Draft next = *draft;
    next.scan = std::nullopt;
    store::save_draft(in.tx, next);
  }
  return Prepared{.id = answer->id,
                  .number = version.number,
                  .digest = version.digest,
                  .known_at = version.known_at,
                  .version = in.sequence};
}

}  // namespace zr::forms

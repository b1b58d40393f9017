#include "reporting/returns.h"

#include <fmt/format.h>

#include <algorithm>

#include "access/party.h"
#include "files/files.h"
#include "forms/freezing.h"
#include "forms/grounds.h"
#include "forms/store.h"
#include "imports/imports.h"
#include "reporting/frozen.h"
#include "reporting/rules/filing_term.h"
#include "reporting/store.h"

namespace zr::reporting {

namespace {

using journal::Changed;
using journal::Context;

constexpr std::size_t named_at_most = 50;  // faults listed one by one

std::string name_of_note(const ledger::Note& note) {
  return note.note_number ? *note.note_number : fmt::format("#{}", note.id);
}

/// Every stale note by name, and how many there are.
Problem stale_notes(const std::vector<ledger::Note>& stale, Date day) {
  Problem problem(facts_missing);
  problem.detail_zh = fmt::format("共 {} 笔借据缺少 {} 的数据", stale.size(), day.text());
  problem.detail_en = fmt::format("{} notes lack facts of {}", stale.size(), day.text());
  for (const ledger::Note& note : stale) {
    if (problem.errors.size() == named_at_most) break;
    problem.errors.push_back(
        {fmt::format("/notes/{}", note.id), std::string(facts_missing.code),
         fmt::format("借据 {} 最近的数据日期为 {}", name_of_note(note), note.fact_date.text()),
         fmt::format("Note {}: last facts are of {}", name_of_note(note), note.fact_date.text())});
  }
  return problem;
}

Problem unexplained(const std::vector<Rise>& rises) {
  Problem problem(rise_unexplained);
  for (const Rise& rise : rises) {
    if (problem.errors.size() == named_at_most) break;
    problem.errors.push_back(
        {fmt::format("/notes/{}", rise.note), std::string(rise_unexplained.code),
         fmt::format("借据余额增加 {} 元", yuan_text({rise.amount})),
         fmt::format("The balance of this note rose by {} yuan", yuan_text({rise.amount}))});
  }
  return problem;
}

/// What stops this source before any rule is judged.
Result<Done> may_freeze(const Computation& found, const forms::Draft& draft, Quarter quarter) {
  switch (draft.cover.source) {
    case forms::Source::ledger:
      if (!found.stale.empty()) return stale_notes(found.stale, quarter.last());
      if (!explains(forms::cells_of(draft.cells.value), found.rises))
        return unexplained(found.rises);
      return Done{};
    case forms::Source::nil:
      if (found.has_rows) return nil_with_rows;
      return Done{};
    case forms::Source::form:
      return Done{};
  }
  return Done{};
}

Result<Changed> open_returns(Context& in, const OpenReturns& input) {
  std::vector<std::int64_t> banks;
  for (const access::PartyAt& bank : store::banks(in.tx, {.as_of = in.today}))
    banks.push_back(bank.id);
  const auto form = forms::form_at(in.tx, form_code, {.as_of = in.today});
  if (!form) return form.problem();
  const auto term = filing_term(form->rules());
  const auto how = duty_term(in.tx, file_duty, {.as_of = in.today});
  if (!term || !how) return no_filing_term;
  const auto round = forms::open_round(in, {.form = std::string(form_code),
                                            .period = input.period.text(),
                                            .organisations = std::move(banks),
                                            .duty = std::string(file_duty),
                                            .right = "returns.submit",
                                            .term = {.from = input.period.last(),
                                                     .amount = term->amount,
                                                     .unit = term->unit,
                                                     .roll = how->roll},
                                            .clause = how->clause});
  if (!round) return round.problem();
  in.raise("returns.opened", {round->id});
  return Changed{.id = round->id, .version = in.sequence};
}

/// What a bank has begun itself nobody else goes on with, and nobody else builds on notes that he
/// may not see.
Result<Done> may_enter(Context& in, const Return& of, const std::optional<forms::Draft>& draft,
                       forms::Source source) {
  if (of.answer.organisation == in.actor.organisation) return Done{};
  if (draft && !draft->entered_by) return filled_by_bank;
  if (source == forms::Source::ledger && !sees_rows(in.tx, {in.actor, in.scope}, of))
    return Problem::at("/source", rows_not_seen);
  return Done{};
}

Result<Changed> fill_return(Context& in, const forms::FillAnswer& input) {
  const auto of = return_of(in.tx, in.scope, input.id);
  if (!of) return of.problem();
  const auto draft = forms::store::draft(in.tx, input.id);
  if (const auto fine = may_enter(in, *of, draft, input.cover.source); !fine) return fine.problem();
  const auto found = compute(of->figures, rows_for(in.tx, *of, in.sequence - 1), of->quarter);
  return forms::fill(in, input, found.enterable);
}

Result<forms::Prepared> prepare_return(Context& in, const forms::PrepareAnswer& input) {
  const auto of = return_of(in.tx, in.scope, input.id);
  if (!of) return of.problem();
  const auto draft = forms::store::draft(in.tx, input.id);
  if (!draft) return forms::no_draft;
  if (const auto fine = may_enter(in, *of, draft, draft->cover.source); !fine)
    return fine.problem();
  const std::int64_t known_at = in.sequence - 1;
  const LedgerRows rows = rows_for(in.tx, *of, known_at);
  const Computation found = compute(of->figures, rows, of->quarter);
  if (const auto fine = may_freeze(found, *draft, of->quarter); !fine) return fine.problem();
  const auto prepared = forms::prepare(in, input, given(found, *draft, known_at));
  if (!prepared) return prepared.problem();
  if (draft->cover.source != forms::Source::ledger) return *prepared;
  auto frozen = frozen_rows(of->figures, rows);
  const std::int64_t version = forms::frozen_version(in.tx, input.id, prepared->number)->id;
  for (FrozenRow& row : frozen) {
    row.version = version;
    row.sequence = in.sequence;
  }
  store::freeze(in.tx, frozen);
  return *prepared;
}

/// A version from the ledger is signed only while the ledger still says the same.
Result<Done> still_agrees(Context& in, const Return& of, const forms::Version& version) {
  if (version.cover.source != forms::Source::ledger) return Done{};
  const forms::Cells frozen = forms::cells_of(version.cells.value);
  const auto found = compute(of.figures, rows_for(in.tx, of, in.sequence - 1), of.quarter);
  Problem moved(ledger_moved);
  const auto say = [&](const std::string& cell) {
    const auto* described = of.form.cell(cell);
    moved.errors.push_back({"/cells/" + cell, std::string(ledger_moved.code),
                            fmt::format("“{}”已有变动", described->title_zh),
                            fmt::format("{} has changed", described->title_en)});
  };
  const forms::Cells now = ledger_cells(found, frozen);
  for (const auto& [cell, value] : now) {
    const auto before = frozen.find(cell);
    if (before != frozen.end() && before->second == value) continue;
    say(cell);
  }
  if (version.ledger)
    for (const auto& [cell, value] : forms::cells_of(version.ledger->value))
      if (!now.contains(cell)) say(cell);
  if (moved.errors.empty()) return Done{};
  return moved;
}

/// The rules once more, as of now: what they look at beside the cells may have changed.
Result<Done> still_holds(Context& in, const Return& of, const forms::Version& version) {
  const auto tried = forms::case_of(in.tx, of.answer, version, in.received.date());
  if (!tried) return tried.problem();
  Problem broken(forms::checks_failed);
  for (const forms::Finding& finding : forms::judge(tried->form, tried->evidence()))
    if (finding.verdict == forms::Verdict::broken && finding.severity == forms::Severity::error)
      broken.errors.push_back({"/rules/" + finding.rule, std::string(forms::checks_failed.code),
                               finding.zh, finding.en});
  if (broken.errors.empty()) return Done{};
  return broken;
}

/// Nobody signs for a bank but the bank, or whoever entered it and has its stamped scan.
bool may_sign(const Context& in, const Return& of, const forms::Version& version) {
  return of.answer.organisation == in.actor.organisation ||
         (version.entered_by == in.actor.organisation && version.scan);
}

/// Rows that somebody else entered for the bank count in a return only once it has confirmed them,
/// or its stamped scan lies beside them.
Result<Done> rows_are_its_own(Context& in, const Return& of, const forms::Version& version) {
  if (version.cover.source == forms::Source::ledger &&
      !imports::unsigned_imports(in.tx, of.answer.organisation).empty())
    return rows_unconfirmed;
  return Done{};
}

/// What came in here waits for the regulator; what came in on another way is in its hands already.
/// No step of the return waits for it.
Result<Done> ask_regulator(Context& in, const Return& of) {
  const auto regulator = store::regulator(in.tx, {.as_of = in.today});
  const auto term = duty_term(in.tx, decide_duty, {.as_of = in.today});
  const auto asked = duty::duty_of(in.tx, decide_duty, of.answer.id);
  if (!regulator || !term || !term->amount || (asked && asked->open())) return Done{};
  const auto opened = duty::open(
      in,
      {.kind = std::string(decide_duty),
       .subject = of.answer.id,
       .organisation = *regulator,
       .right = "returns.accept",
       .term = {.from = in.today, .amount = *term->amount, .unit = *term->unit, .roll = term->roll},
       .clause = term->clause,
       .period = of.quarter.text(),
       .about = of.answer.organisation});
  if (!opened) return opened.problem();
  return Done{};
}

Result<forms::Receipt> submit_return(Context& in, const forms::SubmitAnswer& input) {
  const auto of = return_of(in.tx, in.scope, input.id);
  if (!of) return of.problem();
  if (const auto version = forms::frozen_version(in.tx, input.id, input.number)) {
    if (!may_sign(in, *of, *version)) return forms::unconfirmed;
    if (const auto own = rows_are_its_own(in, *of, *version); !own) return own.problem();
    if (const auto same = still_agrees(in, *of, *version); !same) return same.problem();
    if (const auto fine = still_holds(in, *of, *version); !fine) return fine.problem();
  }
  auto receipt = forms::submit(in, input);
  if (!receipt) return receipt;
  in.raise("returns.submitted", {input.id});
  if (const auto asked = ask_regulator(in, *of); !asked) return asked.problem();
  return receipt;
}

Result<forms::Receipt> record_outside(Context& in, const forms::RecordOutside& input) {
  const auto of = return_of(in.tx, in.scope, input.id);
  if (!of) return of.problem();
  if (const auto version = forms::frozen_version(in.tx, input.id, input.number))
    if (const auto own = rows_are_its_own(in, *of, *version); !own) return own.problem();
  auto receipt = forms::record_outside(in, input);
  if (receipt) in.raise("returns.submitted", {input.id});
  return receipt;
}

Result<Changed> accept_return(Context& in, const forms::AcceptAnswer& input) {
  if (const auto of = return_of(in.tx, in.scope, input.id); !of) return of.problem();
  auto changed = forms::accept(in, input);
  if (!changed) return changed;
  in.raise("returns.accepted", {input.id});
  if (const auto closed = duty::close(in, decide_duty, input.id, {}); !closed)
    return closed.problem();
  return changed;
}

Result<Changed> send_back_return(Context& in, const forms::SendBackAnswer& input) {
  if (const auto of = return_of(in.tx, in.scope, input.id); !of) return of.problem();
  auto changed = forms::send_back(in, input);
  if (!changed) return changed;
  in.raise("returns.sent-back", {input.id});
  if (const auto closed = duty::close(in, decide_duty, input.id, {}); !closed)
    return closed.problem();
  return changed;
}

}  // namespace

const json::Struct& describe(const OpenReturns*) {
  static const json::Struct table("OpenReturns",
                                  {{"period", &OpenReturns::period, "报告期", "Period"}});
  return table;
}

Result<Return> return_of(db::Tx& tx, const access::Scope& scope, std::int64_t id) {
  const auto answer = forms::answer(tx, scope, id);
  if (!answer) return not_found;
  const auto round = forms::round(tx, answer->round);
  if (!round || round->form != form_code) return not_found;
  auto form = forms::form_of(tx, *round);
  if (!form) return form.problem();
  Figures figures = figures_of(*form);
  return Return{.answer = *answer,
                .round = *round,
                .form = std::move(*form),
                .figures = std::move(figures),
                .quarter = *Quarter::parse(round->period),
                .path = access::party(tx, answer->organisation)->path};
}

bool sees_rows(db::Tx& tx, const Reader& reader, const Return& of) {
  if (of.answer.organisation == reader.actor.organisation) return true;
  const access::Moment end{.as_of = of.quarter.last()};
  const auto all = ledger::notes(tx, {.rows = of.path, .totals = ""}, end);
  const auto seen = ledger::notes(tx, reader.scope, end);
  const auto of_bank = std::ranges::count(seen, of.answer.organisation, &ledger::Note::bank);
  return of_bank == static_cast<std::ptrdiff_t>(all.size());
}

LedgerRows rows_for(db::Tx& tx, const Return& of, std::int64_t known_at) {
  return ledger_rows(tx, {.rows = of.path, .totals = ""},
                     {.quarter = of.quarter, .known_at = known_at});
}

forms::Given given(const Computation& found, const forms::Draft& draft, std::int64_t known_at) {
  forms::Given out{.figures = ledger_cells(found, forms::cells_of(draft.cells.value)),
                   .enterable = found.enterable,
                   .known_at = known_at};
  if (found.has_rows) out.ledger = out.figures;
  return out;
}

std::vector<journal::Command> return_commands() {
  using journal::command;
  using journal::Eyes;
  using journal::Traits;
  return {
      command<OpenReturns, Changed>(
          {.noun = "returns",
           .verb = "open",
           .zh = "下发季度专项统计表",
           .en = "Send out the quarterly return",
           .eyes = Eyes::two,
           .refuses = {forms::round_open, forms::nobody_asked, no_filing_term,
                       rulebook::no_such_set, rulebook::no_calendar},
           .callers = Traits::Callers::program},
          open_returns),
      command<forms::FillAnswer, Changed>(
          {.noun = "returns",
           .verb = "fill",
           .zh = "填写统计表",
           .en = "Fill in the return",
           .eyes = Eyes::two,
           .refuses = {forms::not_entered, forms::no_such_cell, forms::no_such_rule,
                       forms::wrong_value, filled_by_bank, files::not_a_scan}},
          fill_return),
      command<forms::PrepareAnswer, forms::Prepared>(
          {.noun = "returns",
           .verb = "prepare",
           .zh = "冻结统计表",
           .en = "Prepare the return",
           .eyes = Eyes::two,
           .refuses = {forms::no_draft, forms::checks_failed, forms::reasons_missing, facts_missing,
                       rise_unexplained, nil_with_rows, filled_by_bank, rows_not_seen}},
          prepare_return),
      command<forms::SubmitAnswer, forms::Receipt>(
          {.noun = "returns",
           .verb = "submit",
           .zh = "报送统计表",
           .en = "Submit the return",
           .eyes = Eyes::four,
           .refuses = {forms::nothing_prepared, forms::version_changed, forms::checks_failed,
                       forms::reasons_missing, forms::unconfirmed, rows_unconfirmed, ledger_moved,
                       rulebook::no_calendar}},
          submit_return),
      command<forms::RecordOutside, forms::Receipt>(
          {.noun = "returns",
           .verb = "record-outside",
           .zh = "登记线下报送",
           .en = "Record a submission made outside",
           .eyes = Eyes::four,
           .refuses = {forms::nothing_prepared, forms::version_changed, forms::unconfirmed,
                       rows_unconfirmed, forms::not_outside, forms::received_ahead,
                       files::not_a_scan}},
          record_outside),
      command<forms::AcceptAnswer, Changed>({.noun = "returns",
                                             .verb = "accept",
                                             .zh = "接受统计表",
                                             .en = "Accept the return",
                                             .eyes = Eyes::two,
                                             .refuses = {forms::nothing_submitted}},
                                            accept_return),
      command<forms::SendBackAnswer, Changed>(
          {.noun = "returns",
           .verb = "send-back",
           .zh = "退回统计表",
           .en = "Send the return back",
           .eyes = Eyes::two,
           .refuses = {forms::nothing_submitted, forms::remark_missing}},
          send_back_return),
  };
}

}  // namespace zr::reporting

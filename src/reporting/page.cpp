#include "reporting/page.h"

#include <fmt/format.h>

#include <algorithm>

#include "access/party.h"
#include "forms/store.h"
#include "journal/store.h"

namespace zr::reporting {

namespace {

using api::ReadContext;

std::optional<json::Any> held(const forms::Cells& cells, const std::string& id) {
  const auto found = cells.find(id);
  if (found == cells.end()) return std::nullopt;
  if (const auto* number = std::get_if<std::int64_t>(&found->second)) return json::Any{*number};
  if (const auto* text = std::get_if<std::string>(&found->second)) return json::Any{*text};
  return std::nullopt;
}

/// Of the versions up to the one shown, or up to the draft, the last that came in, if it was
/// returned.
const VersionAt* sent_back(const Told& known, const VersionAt* frozen) {
  for (const VersionAt& at : known.versions) {
    if (frozen && at.version.number > frozen->version.number) continue;
    if (at.state.stage == forms::Stage::returned) return &at;
    if (at.state.stage != forms::Stage::prepared) return nullptr;
  }
  return nullptr;
}

std::optional<std::string> remark_on(const VersionAt* returned, const std::string& cell) {
  if (!returned || !returned->state.remarks) return std::nullopt;
  const json::Value* said = returned->state.remarks->value.find(cell);
  return said && said->text() ? std::optional(*said->text()) : std::nullopt;
}

bool lacking(const Figures& figures, const std::string& cell) {
  return std::ranges::find(figures.entered, cell) != figures.entered.end();
}

PageCell page_cell(const forms::FormCell& cell, const Looked& looked) {
  PageCell out{.cell = cell.id,
               .title_zh = cell.title_zh,
               .title_en = cell.title_en,
               .unit = cell.unit,
               .kind = forms::kind_of(cell),
               .origin = forms::origin_of(cell),
               .value = held(looked.shown.cells, cell.id),
               .previous = held(looked.shown.previous_cells, cell.id),
               .remark = remark_on(looked.sent_back, cell.id),
               .meaning = cell.meaning};
  if (looked.shown.ledger) out.ledger = held(*looked.shown.ledger, cell.id);
  return out;
}

std::vector<PageCell> page_cells(const Return& of, const Looked& looked,
                                 const forms::Enterable& also) {
  std::vector<PageCell> cells;
  for (const forms::FormCell& cell : of.form.cells()) {
    PageCell line = page_cell(cell, looked);
    line.enterable = !looked.frozen && forms::enterable(cell, looked.source, also);
    if (lacking(of.figures, cell.id)) {
      line.lacking_zh = fmt::format("系统暂无“{}”所需的数据，请填写", cell.title_zh);
      line.lacking_en = fmt::format("Nothing here gives “{}” yet; enter it", cell.title_en);
    }
    cells.push_back(std::move(line));
  }
  return cells;
}

void add_notes(ReturnPage& page, const Computation& found, const LedgerRows& rows) {
  for (const ledger::Note& note : found.stale)
    page.stale.push_back(
        {.note = note.id, .note_number = note.note_number, .fact_date = note.fact_date});
  for (const Rise& rise : found.rises) {
    PageNote row{.note = rise.note, .rise = rise.amount};
    for (const ledger::Note& note : rows.end)
      if (note.id == rise.note) row.note_number = note.note_number;
    page.rises.push_back(std::move(row));
  }
}

/// What the reader may do now, of everything that can be done with a return.
std::vector<std::string> actions_of(ReadContext& in, const Return& of, const Told& known) {
  std::vector<std::string> all;
  const auto offer = [&](const char* verb, bool possible) {
    if (possible && in.actor.may(std::string("returns.") + verb)) all.emplace_back(verb);
  };
  const VersionAt* latest = known.versions.empty() ? nullptr : &known.versions.front();
  const bool prepared = latest && latest->state.stage == forms::Stage::prepared;
  const bool submitted = latest && latest->state.stage == forms::Stage::submitted;
  const bool own = of.answer.organisation == in.actor.organisation;
  offer("fill", own || known.draft || !forms::store::draft(in.tx, of.answer.id));
  offer("prepare", known.draft.has_value());
  offer("submit", prepared && (own || latest->version.scan));
  offer("record-outside", prepared);
  offer("accept", submitted);
  offer("send-back", submitted);
  return all;
}

/// The form without a figure of the bank, for whoever may enter on its behalf.
std::vector<PageCell> blank_cells(const Return& of) {
  std::vector<PageCell> cells;
  for (const forms::FormCell& cell : of.form.cells())
    cells.push_back({.cell = cell.id,
                     .title_zh = cell.title_zh,
                     .title_en = cell.title_en,
                     .unit = cell.unit,
                     .kind = forms::kind_of(cell),
                     .origin = forms::origin_of(cell),
                     .enterable = forms::enterable(cell, forms::Source::form, {}),
                     .meaning = cell.meaning});
  return cells;
}

std::optional<PageDraft> page_draft(db::Tx& tx, const Told& known) {
  if (!known.draft) return std::nullopt;
  return PageDraft{.cover = known.draft->cover,
                   .reasons = known.draft->reasons,
                   .saved_by = person_name(tx, known.draft->person),
                   .entered_by_name = party_name(tx, known.draft->entered_by),
                   .saved = known.draft->saved};
}

Result<ReturnPage> page(ReadContext& in, const PageQuery& query) {
  const auto of = return_of(in.tx, in.scope, query.id);
  if (!of) return of.problem();
  const Told known = told(in, of->answer);
  const VersionAt* frozen = version_shown(known, query.number);
  if (query.number && !frozen) return not_found;
  const auto head = heading_of(in, of->answer);
  ReturnPage out{.id = query.id,
                 .organisation = of->answer.organisation,
                 .organisation_name = head.organisation_name,
                 .period = of->quarter,
                 .due = head.due,
                 .state = head.state,
                 .draft = page_draft(in.tx, known),
                 .actions = actions_of(in, *of, known),
                 .version = head.version};
  if (!frozen && !sees_draft(in, *of, known)) {
    if (in.actor.may("returns.fill")) out.cells = blank_cells(*of);
    return out;
  }
  const LedgerRows rows = rows_shown(in, *of);
  const Computation found = compute(of->figures, rows, of->quarter);
  const auto looked = looked_at(in, *of, known, frozen, found);
  if (!looked) return looked.problem();
  out.cells = page_cells(*of, *looked, found.enterable);
  if (frozen || known.draft)
    out.findings = forms::judge(looked->shown.form, looked->shown.evidence());
  if (frozen)
    out.frozen =
        version_row(in.tx, *frozen, frozen == &known.versions.back() ? nullptr : frozen + 1);
  else
    add_notes(out, found, rows);
  return out;
}

}  // namespace

const VersionAt* version_shown(const Told& known, std::optional<std::int64_t> number) {
  if (!number) {
    if (known.versions.empty()) return nullptr;
    const VersionAt& latest = known.versions.front();
    return known.draft && known.draft->version > latest.version.sequence ? nullptr : &latest;
  }
  const auto found =
      std::find_if(known.versions.begin(), known.versions.end(),
                   [&](const VersionAt& at) { return at.version.number == *number; });
  return found == known.versions.end() ? nullptr : &*found;
}

bool sees_draft(const ReadContext& in, const Return& of, const Told& known) {
  return of.answer.organisation == in.actor.organisation || known.draft;
}

LedgerRows rows_shown(ReadContext& in, const Return& of) {
  if (!sees_rows(in.tx, {in.actor, in.scope}, of)) return {};
  return rows_for(in.tx, of, INT64_MAX);
}

Result<Looked> looked_at(ReadContext& in, const Return& of, const Told& known,
                         const VersionAt* frozen, const Computation& found) {
  if (frozen) {
    const Date sent = frozen->received.value_or(in.now).date();
    auto shown = forms::case_of(in.tx, of.answer, frozen->version, sent);
    if (!shown) return shown.problem();
    return Looked{.shown = std::move(*shown),
                  .frozen = frozen,
                  .sent_back = sent_back(known, frozen),
                  .source = frozen->version.cover.source};
  }
  forms::Draft draft{.answer = of.answer.id,
                     .cover = {.source = forms::Source::ledger},
                     .cells = {json::Object{}},
                     .reasons = {json::Object{}}};
  if (known.draft) draft = *known.draft;
  auto shown =
      forms::case_of(in.tx, of.answer, draft,
                     given(found, draft, journal::store::chain(in.tx).sequence), in.now.date());
  if (!shown) return shown.problem();
  return Looked{.shown = std::move(*shown),
                .sent_back = sent_back(known, nullptr),
                .source = draft.cover.source};
}

std::vector<api::Read> page_reads() {
  return {api::read_one<PageQuery, ReturnPage>(
      {"/returns/{id}", "returns.read", "统计表", "Quarterly return"}, page)};
}

}  // namespace zr::reporting

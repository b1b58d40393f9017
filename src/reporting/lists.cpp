#include "reporting/lists.h"

#include <algorithm>

#include "access/party.h"
#include "access/people.h"
#include "duty/duty.h"
#include "forms/store.h"
#include "reporting/returns.h"
#include "reporting/store.h"

namespace zr::reporting {

namespace {

using api::ReadContext;

/// Whose return it is, or who enters it on behalf.
bool works_on(const access::Actor& actor, std::int64_t organisation,
              std::optional<std::int64_t> entered_by) {
  return actor.organisation == organisation || entered_by == actor.organisation;
}

bool was_submitted(const VersionAt& at) {
  return at.state.stage != forms::Stage::prepared;
}

/// Is some version in that was not sent back?
bool stands(const Told& known) {
  return std::ranges::any_of(known.versions, [](const VersionAt& at) {
    return at.state.stage == forms::Stage::submitted || at.state.stage == forms::Stage::accepted;
  });
}

/// How the version that came in first was judged.
void add_receipt(ReturnRow& row, const std::vector<forms::VersionState>& states) {
  for (const forms::VersionState& state : states) {
    if (state.stage != forms::Stage::submitted || !state.received) continue;
    row.received = state.received;
    row.channel = state.channel;
    if (state.due) row.timeliness = duty::timeliness(*state.due, *state.received);
    return;
  }
}

ReturnRow row_of(ReadContext& in, const ReturnHead& head) {
  const forms::Answer answer{.id = head.id, .round = head.round, .organisation = head.organisation};
  const Told known = told(in, answer);
  const auto asked = duty::duty_of(in.tx, file_duty, head.id);
  ReturnRow row{.id = head.id,
                .period = head.period,
                .organisation = head.organisation,
                .organisation_name = head.organisation_name,
                .state = state_of(known),
                .due = asked ? asked->due : head.due,
                .version = forms::store::touched(in.tx, head.id)};
  if (!known.versions.empty()) {
    const forms::Version& latest = known.versions.front().version;
    row.number = latest.number;
    row.source = latest.cover.source;
    row.edition = latest.cover.edition;
    row.entered_by_name = party_name(in.tx, latest.entered_by);
  } else if (known.draft) {
    row.source = known.draft->cover.source;
    row.edition = known.draft->cover.edition;
    row.entered_by_name = party_name(in.tx, known.draft->entered_by);
  }
  if (stands(known)) add_receipt(row, forms::store::states(in.tx, head.id));
  if (!row.received && in.now.date() > row.due) row.timeliness = duty::Timeliness::late;
  return row;
}

Result<api::Page<ReturnRow>> list_returns(ReadContext& in, const ReturnsQuery& query) {
  api::Page<ReturnRow> page;
  auto heads = api::page_of(store::returns(in, query), query.listing,
                            [](const ReturnHead& head) { return std::to_string(head.id); });
  for (const ReturnHead& head : heads.rows) page.rows.push_back(row_of(in, head));
  page.next = heads.next;
  return page;
}

void count_source(Board& board, forms::Source source) {
  switch (source) {
    case forms::Source::ledger:
      ++board.by_ledger;
      return;
    case forms::Source::form:
      ++board.by_form;
      return;
    case forms::Source::nil:
      ++board.nil;
      return;
  }
}

void count(Board& board, const ReturnRow& row) {
  ++board.asked;
  const bool late = row.timeliness == duty::Timeliness::late;
  if (!row.received) {
    ++(late ? board.overdue : board.open);
    return;
  }
  ++(late ? board.late : board.on_time);
  if (row.source) count_source(board, *row.source);
}

Result<Board> board(ReadContext& in, const BoardQuery& query) {
  const auto round = forms::round_of(in.tx, form_code, query.period.text());
  const auto heads = store::returns(
      in, {.listing = {.limit = 1000, .cursor = {}}, .period = query.period, .organisation = {}});
  if (!round || heads.empty()) return not_found;
  Board out{.period = query.period, .due = round->due};
  for (const ReturnHead& head : heads) {
    out.rows.push_back(row_of(in, head));
    count(out, out.rows.back());
  }
  std::reverse(out.rows.begin(), out.rows.end());
  return out;
}

Result<api::Page<VersionRow>> history(ReadContext& in, const api::OneQuery& query) {
  const auto answer = forms::answer(in.tx, in.scope, query.id);
  if (!answer) return not_found;
  const Told known = told(in, *answer);
  api::Page<VersionRow> page;
  for (std::size_t i = 0; i < known.versions.size() && i < api::max_limit; ++i)
    page.rows.push_back(
        version_row(in.tx, known.versions[i],
                    i + 1 < known.versions.size() ? &known.versions[i + 1] : nullptr));
  return page;
}

json::Value value_of(const json::Scalar& scalar) {
  if (const auto* number = std::get_if<std::int64_t>(&scalar)) return *number;
  if (const auto* text = std::get_if<std::string>(&scalar)) return *text;
  return {};
}

json::Value changes_between(const VersionAt* before, const VersionAt& after) {
  json::List list;
  if (before)
    for (const forms::CellChange& change :
         forms::difference(forms::cells_of(before->version.cells.value),
                           forms::cells_of(after.version.cells.value))) {
      json::Object row{{"cell", change.cell}};
      if (change.before.index() != 0) row.emplace_back("before", value_of(change.before));
      if (change.after.index() != 0) row.emplace_back("after", value_of(change.after));
      if (change.difference) row.emplace_back("difference", *change.difference);
      list.emplace_back(std::move(row));
    }
  return list;
}

}  // namespace

std::optional<std::string> person_name(db::Tx& tx, std::optional<std::int64_t> id) {
  if (!id) return std::nullopt;
  const auto person = access::person(tx, *id);
  return person ? std::optional(person->name) : std::nullopt;
}

std::optional<std::string> party_name(db::Tx& tx, std::optional<std::int64_t> id) {
  if (!id) return std::nullopt;
  const auto party = access::party_at(tx, *id, {.as_of = Date(2200, 1, 1)});
  return party ? std::optional(party->facts.name) : std::nullopt;
}

ReturnRow heading_of(ReadContext& in, const forms::Answer& answer) {
  const auto round = forms::round(in.tx, answer.round);
  return row_of(in, {.id = answer.id,
                     .round = answer.round,
                     .period = *Quarter::parse(round->period),
                     .organisation = answer.organisation,
                     .organisation_name = party_name(in.tx, answer.organisation).value_or(""),
                     .due = round->due});
}

Told told(ReadContext& in, const forms::Answer& answer) {
  Told out;
  const auto states = forms::store::states(in.tx, answer.id);
  for (forms::Version& version : forms::store::versions(in.tx, answer.id)) {
    auto state = forms::store::state(in.tx, version.id);
    VersionAt at{.version = std::move(version), .state = std::move(*state)};
    for (const forms::VersionState& each : states)
      if (each.subject == at.version.id && each.received) at.received = each.received;
    if (was_submitted(at) || works_on(in.actor, answer.organisation, at.version.entered_by))
      out.versions.push_back(std::move(at));
  }
  auto draft = forms::store::draft(in.tx, answer.id);
  if (draft && works_on(in.actor, answer.organisation, draft->entered_by))
    out.draft = std::move(draft);
  return out;
}

ReturnState state_of(const Told& told) {
  if (told.versions.empty()) return told.draft ? ReturnState::filling : ReturnState::open;
  const VersionAt& latest = told.versions.front();
  switch (latest.state.stage) {
    case forms::Stage::prepared:
      return told.draft && told.draft->version > latest.version.sequence ? ReturnState::filling
                                                                         : ReturnState::prepared;
    case forms::Stage::submitted:
      return ReturnState::submitted;
    case forms::Stage::returned:
      return ReturnState::returned;
    case forms::Stage::accepted:
      return ReturnState::accepted;
  }
  return ReturnState::open;
}

VersionRow version_row(db::Tx& tx, const VersionAt& at, const VersionAt* before) {
  const forms::Version& version = at.version;
  VersionRow row{.number = version.number,
                 .digest = version.digest,
                 .source = version.cover.source,
                 .edition = version.cover.edition,
                 .stage = at.state.stage,
                 .known_at = version.known_at,
                 .prepared_by = person_name(tx, version.person),
                 .responsible = version.cover.responsible,
                 .phone = version.cover.phone,
                 .entered_by_name = party_name(tx, version.entered_by),
                 .paper_date = version.cover.paper_date,
                 .scan = version.scan,
                 .remark = at.state.remark,
                 .remarks = at.state.remarks,
                 .reasons = version.reasons,
                 .changes = {changes_between(before, at)}};
  for (const forms::VersionState& state : forms::store::states(tx, version.answer)) {
    if (state.subject != version.id || state.stage != forms::Stage::submitted) continue;
    row.submitted_by = person_name(tx, state.maker);
    row.checked_by = person_name(tx, state.checker);
    row.channel = state.channel;
    row.received = state.received;
    row.due = state.due;
    row.receipt = state.receipt;
    if (state.due && state.received) row.timeliness = duty::timeliness(*state.due, *state.received);
  }
  return row;
}

std::vector<api::Read> list_reads() {
  return {api::read_list<ReturnsQuery, ReturnRow>(
              {"/returns", "returns.read", "季度专项统计表", "Quarterly returns"}, list_returns),
          api::read_one<BoardQuery, Board>(
              {"/returns/board", "returns.read", "报送看板", "Who has filed"}, board),
          api::read_list<api::OneQuery, VersionRow>(
              {"/returns/{id}/history", "returns.read", "统计表版本", "Versions of a return"},
              history)};
}

}  // namespace zr::reporting

#include "reporting/opened.h"

#include <algorithm>
#include <map>
#include <set>

#include "access/party.h"
#include "forms/store.h"
#include "reporting/city.h"
#include "reporting/filings.h"
#include "reporting/lists.h"
#include "reporting/returns.h"
#include "reporting/store.h"

namespace zr::reporting {

namespace {

using api::ReadContext;
using Numbers = std::set<std::int64_t>;

constexpr Refusal no_such_figure{"no_such_figure", "该指标没有逐笔数据", "This cell has no rows",
                                 RefusalKind::bad_input};

const Figure* figure_named(const Figures& figures, std::string_view cell) {
  for (const Figure& figure : figures.computed)
    if (figure.cell == cell) return &figure;
  return nullptr;
}

/// The parts of one figure by note.
std::map<std::int64_t, std::int64_t> parts_by_note(const Figure& figure, const LedgerRows& rows) {
  std::map<std::int64_t, std::int64_t> parts;
  for (const FactRows& facts : facts_of(rows)) {
    if (facts.shape != figure.shape) continue;
    const auto field =
        *facts.shape->field(figure.shape->reader() == movements_reader ? "note" : "id");
    for (const Part& part : total(figure, facts).parts)
      parts[std::get<std::int64_t>(facts.rows[part.row][field])] += part.amount;
  }
  return parts;
}

/// Notes this reader may see one by one. The legal basis is that of now: a consent that was
/// withdrawn closes the past too.
Numbers notes_seen(ReadContext& in, Quarter quarter) {
  Numbers seen;
  for (const ledger::Note& note : ledger::notes(in.tx, in.scope, {.as_of = quarter.last()}))
    seen.insert(note.id);
  return seen;
}

std::string enterprise_name(db::Tx& tx, std::int64_t id, Date day) {
  const auto party = access::party_at(tx, id, {.as_of = day});
  return party ? party->facts.name : std::string();
}

/// Everything needed to name the note behind a part.
class Opening {
 public:
  Opening(ReadContext& in, const Return& of, const LedgerRows& rows)
      : in_(in), of_(of), seen_(notes_seen(in, of.quarter)) {
    for (const ledger::Note& note : rows.begin) notes_[note.id] = &note;
    for (const ledger::Note& note : rows.end) notes_[note.id] = &note;
  }

  /// A line of its own, or added to what is not shown one by one.
  void add(std::int64_t id, std::int64_t amount, const ledger::Movement* moved) {
    if (!seen_.contains(id)) {
      hidden_ += amount;
      ++hidden_rows_;
      return;
    }
    OpenedRow row{.note = id, .amount = amount};
    if (const ledger::Note* note = notes_[id]) {
      row.note_number = note->note_number;
      row.enterprise = note->enterprise;
      row.enterprise_name = enterprise_name(in_.tx, note->enterprise, of_.quarter.last());
    }
    if (moved) {
      row.kind = std::string(name_of(moved->kind));
      row.day = moved->day;
    }
    out_.push_back(std::move(row));
  }
  void rest(std::int64_t amount) {
    if (amount != 0) out_.push_back({.kind = "entered", .amount = amount});
  }
  std::vector<OpenedRow> finish() {
    if (hidden_rows_ > 0) out_.push_back({.kind = "not_shown", .amount = hidden_});
    return std::move(out_);
  }

 private:
  ReadContext& in_;
  const Return& of_;
  Numbers seen_;
  std::map<std::int64_t, const ledger::Note*> notes_;
  std::vector<OpenedRow> out_;
  std::int64_t hidden_ = 0;
  std::size_t hidden_rows_ = 0;
};

/// Every part of the figure in the frozen rows, and what is left to the frozen value: entered.
std::vector<OpenedRow> opened_rows(ReadContext& in, const Return& of, const Figure& figure,
                                   const forms::Version& version) {
  const LedgerRows rows = rows_of(store::frozen(in.tx, version.id));
  Opening opening(in, of, rows);
  std::int64_t sum = 0;
  for (const FactRows& facts : facts_of(rows)) {
    if (facts.shape != figure.shape) continue;
    const bool moves = figure.shape->reader() == movements_reader;
    const auto field = *facts.shape->field(moves ? "note" : "id");
    for (const Part& part : total(figure, facts).parts) {
      sum += part.amount;
      opening.add(std::get<std::int64_t>(facts.rows[part.row][field]), part.amount,
                  moves ? &rows.movements[part.row] : nullptr);
    }
  }
  const auto value = forms::number_in(forms::cells_of(version.cells.value), figure.cell);
  if (value && figure.measure != forms::Measure::weighted) opening.rest(*value - sum);
  return opening.finish();
}

/// A page cut from a list that is computed as a whole; the cursor is the place.
template <class Row>
api::Page<Row> cut(std::vector<Row> rows, const api::Listing& listing) {
  const auto from = std::min(static_cast<std::size_t>(listing.after()), rows.size());
  const auto to = std::min(rows.size(), from + static_cast<std::size_t>(listing.limit));
  api::Page<Row> page;
  page.rows.assign(std::make_move_iterator(rows.begin() + std::ptrdiff_t(from)),
                   std::make_move_iterator(rows.begin() + std::ptrdiff_t(to)));
  if (to < rows.size()) page.next = std::to_string(to);
  return page;
}

Result<api::Page<OpenedRow>> open_figure(ReadContext& in, const OpenedQuery& query) {
  const auto of = return_of(in.tx, in.scope, query.id);
  if (!of) return of.problem();
  const Figure* figure = figure_named(of->figures, query.cell);
  if (!figure) return Problem::at("/cell", no_such_figure);
  for (const VersionAt& at : told(in, of->answer).versions) {
    if (query.number && at.version.number != *query.number) continue;
    if (at.version.cover.source != forms::Source::ledger) return api::Page<OpenedRow>{};
    return cut(opened_rows(in, *of, *figure, at.version), query.listing);
  }
  return not_found;
}

/// Both sides of a figure at one bank, note by note.
struct Sides {
  std::map<std::int64_t, std::int64_t> frozen;
  std::map<std::int64_t, std::int64_t> today;
};

std::map<std::int64_t, Sides> sides_of(ReadContext& in, const ReturnRound& round,
                                       const Figure& figure) {
  std::map<std::int64_t, Sides> banks;
  for (const Filing& filing : filings(in.tx, round))
    if (filing.rows)
      banks[filing.standing.organisation].frozen = parts_by_note(figure, *filing.rows);
  for (const auto& [bank, rows] :
       by_bank(ledger_rows(in.tx, {.rows = "/", .totals = "*"}, {.quarter = round.quarter})))
    banks[bank].today = parts_by_note(figure, rows);
  return banks;
}

std::int64_t at_or_nothing(const std::map<std::int64_t, std::int64_t>& parts, std::int64_t note) {
  const auto found = parts.find(note);
  return found == parts.end() ? 0 : found->second;
}

void add_differences(std::vector<NoteDifference>& out, const NoteDifference& bank,
                     const Sides& sides, const std::map<std::int64_t, std::string>& seen) {
  Numbers notes;
  for (const auto& [note, amount] : sides.frozen) notes.insert(note);
  for (const auto& [note, amount] : sides.today) notes.insert(note);
  NoteDifference hidden = bank;
  for (const std::int64_t note : notes) {
    NoteDifference row = bank;
    row.note = note;
    row.frozen = at_or_nothing(sides.frozen, note);
    row.ledger = at_or_nothing(sides.today, note);
    row.difference = row.ledger - row.frozen;
    if (row.difference == 0) continue;
    if (const auto known = seen.find(note); known != seen.end()) {
      if (!known->second.empty()) row.note_number = known->second;
      out.push_back(std::move(row));
      continue;
    }
    hidden.frozen += row.frozen;
    hidden.ledger += row.ledger;
    hidden.difference += row.difference;
  }
  if (hidden.frozen != 0 || hidden.ledger != 0) out.push_back(std::move(hidden));
}

Result<api::Page<NoteDifference>> differences(ReadContext& in, const DifferenceQuery& query) {
  if (in.scope.rows != "/") return not_found;
  const auto round = return_round(in.tx, query.period);
  if (!round) return round.problem();
  const Figure* figure = figure_named(round->figures, query.cell);
  if (!figure) return Problem::at("/cell", no_such_figure);
  std::map<std::int64_t, std::string> seen;
  for (const ledger::Note& note : ledger::notes(in.tx, in.scope, {.as_of = query.period.last()}))
    seen[note.id] = note.note_number.value_or("");
  std::vector<NoteDifference> out;
  for (const auto& [bank, sides] : sides_of(in, *round, *figure))
    add_differences(out, {.organisation = bank, .name = party_name(in.tx, bank).value_or("")},
                    sides, seen);
  return cut(std::move(out), query.listing);
}

}  // namespace

const json::Struct& describe(const DifferenceQuery*) {
  static const json::Struct table(
      "DifferenceQuery", {json::embed(&DifferenceQuery::listing),
                          {"period", &DifferenceQuery::period, "报告期", "Period"},
                          {"cell", &DifferenceQuery::cell, "指标", "Cell", {.max_length = 60}}});
  return table;
}

const json::Struct& describe(const NoteDifference*) {
  static const json::Struct table(
      "NoteDifference",
      {{"organisation", &NoteDifference::organisation, "机构编号", "Organisation"},
       {"name", &NoteDifference::name, "机构", "Name"},
       {"note", &NoteDifference::note, "借据编号", "Note"},
       {"note_number", &NoteDifference::note_number, "借据号", "Note number"},
       {"frozen", &NoteDifference::frozen, "报送数", "Frozen"},
       {"ledger", &NoteDifference::ledger, "台账当前数", "Ledger today"},
       {"difference", &NoteDifference::difference, "差额", "Difference"}});
  return table;
}

std::vector<api::Read> opened_reads() {
  return {api::read_list<OpenedQuery, OpenedRow>(
              {"/returns/{id}/rows", "returns.read", "指标逐笔数据", "Rows behind a figure"},
              open_figure),
          api::read_list<DifferenceQuery, NoteDifference>(
              {"/figures/city/differences", "figures.read", "报送与台账差异",
               "Ledger against returns, note by note"},
              differences)};
}

}  // namespace zr::reporting

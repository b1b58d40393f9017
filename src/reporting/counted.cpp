#include "reporting/counted.h"

#include <algorithm>

#include "reporting/filings.h"
#include "rulebook/rules/reasons.h"

namespace zr::reporting {

namespace {

using rulebook::Truth;

/// The reader's rows that are about one note.
FactRows about(const FactRows& rows, std::int64_t note) {
  const auto field = *rows.shape->field(rows.shape->reader() == movements_reader ? "note" : "id");
  FactRows out{.shape = rows.shape};
  for (const auto& row : rows.rows)
    if (std::get<std::int64_t>(row[field]) == note) out.rows.push_back(row);
  return out;
}

Truth counts(const Total& total) {
  if (!total.lacking.empty() || !total.undecided.empty()) return Truth::unknown;
  return total.parts.empty() ? Truth::no : Truth::yes;
}

/// Averages and distinct borrowers are not made of what one note gives.
std::optional<std::int64_t> amount(const Figure& figure, const Total& total) {
  const bool adds_up =
      figure.measure == forms::Measure::sum || figure.measure == forms::Measure::count;
  if (!adds_up || total.parts.empty()) return std::nullopt;
  std::int64_t sum = 0;
  for (const Part& part : total.parts) sum += part.amount;
  return sum;
}

/// The row that tells most: one that counts, else one whose answer is unknown, else the first.
std::size_t telling_row(const Total& total) {
  if (!total.parts.empty()) return total.parts.front().row;
  if (!total.lacking.empty()) return total.lacking.front();
  return total.undecided.empty() ? 0 : total.undecided.front();
}

std::vector<CountedReason> reasons_of(const Figure& figure, const FactRows& rows,
                                      const Total& total) {
  std::vector<CountedReason> out;
  if (rows.rows.empty()) return out;
  const auto& facts = figure.shape->facts();
  const auto& data = rows.rows[telling_row(total)];
  if (figure.filter)
    for (rulebook::Reason& reason : rulebook::reasons(*figure.filter, facts, data)) {
      CountedReason& one = out.emplace_back();
      one.truth = reason.truth;
      one.asked_zh = std::move(reason.asked.zh);
      one.asked_en = std::move(reason.asked.en);
      if (!reason.found) continue;
      one.found_zh = std::move(reason.found->zh);
      one.found_en = std::move(reason.found->en);
    }
  return out;
}

CountedFigure counted(const forms::FormCell& cell, const Figure& figure, const FactRows& rows) {
  const Total found = total(figure, rows);
  return {.cell = cell.id,
          .title_zh = cell.title_zh,
          .title_en = cell.title_en,
          .unit = cell.unit,
          .counts = counts(found),
          .amount = amount(figure, found),
          .reasons = reasons_of(figure, rows, found)};
}

/// Also a note that was drawn after the quarter.
bool sees_note(api::ReadContext& in, std::int64_t id) {
  const auto notes = ledger::notes(in.tx, in.scope, {.as_of = in.today});
  return std::ranges::any_of(notes, [&](const ledger::Note& note) { return note.id == id; });
}

Result<CountedNote> count_note(api::ReadContext& in, const CountedQuery& query) {
  std::vector<FactRows> rows;
  bool met = false;
  for (const FactRows& each : facts_of(ledger_rows(in.tx, in.scope, {.quarter = query.period}))) {
    rows.push_back(about(each, query.id));
    met = met || !rows.back().rows.empty();
  }
  if (!met && !sees_note(in, query.id)) return not_found;
  CountedNote out{.note = query.id, .period = query.period};
  const auto round = return_round(in.tx, query.period);
  if (!met || !round) return out;
  for (const Figure& figure : round->figures.computed) {
    const auto of = std::find_if(rows.begin(), rows.end(),
                                 [&](const FactRows& each) { return each.shape == figure.shape; });
    out.figures.push_back(counted(*round->form.cell(figure.cell), figure, *of));
  }
  return out;
}

}  // namespace

const json::Struct& describe(const CountedQuery*) {
  static const json::Struct table("CountedQuery",
                                  {{"id", &CountedQuery::id, "借据", "Note"},
                                   {"period", &CountedQuery::period, "报告期", "Period"}});
  return table;
}

const json::Struct& describe(const CountedReason*) {
  static const json::Struct table(
      "CountedReason",
      {{"truth", &CountedReason::truth, "是否满足", "Holds"},
       {"asked_zh", &CountedReason::asked_zh, "条件", "Condition in Chinese"},
       {"asked_en", &CountedReason::asked_en, "条件（英文）", "Condition in English"},
       {"found_zh", &CountedReason::found_zh, "实际", "Found, in Chinese"},
       {"found_en", &CountedReason::found_en, "实际（英文）", "Found, in English"}});
  return table;
}

const json::Struct& describe(const CountedFigure*) {
  static const json::Struct table(
      "CountedFigure", {{"cell", &CountedFigure::cell, "指标", "Cell"},
                        {"title_zh", &CountedFigure::title_zh, "中文名称", "Title in Chinese"},
                        {"title_en", &CountedFigure::title_en, "英文名称", "Title in English"},
                        {"unit", &CountedFigure::unit, "单位", "Unit"},
                        {"counts", &CountedFigure::counts, "是否计入", "Counts"},
                        {"amount", &CountedFigure::amount, "计入数", "Amount"},
                        {"reasons", &CountedFigure::reasons, "依据", "Reasons"}});
  return table;
}

const json::Struct& describe(const CountedNote*) {
  static const json::Struct table("CountedNote",
                                  {{"note", &CountedNote::note, "借据编号", "Note"},
                                   {"period", &CountedNote::period, "报告期", "Period"},
                                   {"figures", &CountedNote::figures, "各指标", "Figures"}});
  return table;
}

std::vector<api::Read> counted_reads() {
  return {api::read_one<CountedQuery, CountedNote>(
      {"/loans/{id}/figures", "loans.read", "借据计入的指标", "Figures that a note goes into"},
      count_note)};
}

}  // namespace zr::reporting

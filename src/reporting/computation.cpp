#include "reporting/computation.h"

#include <map>

namespace zr::reporting {

namespace {

std::vector<NoteEnds> ends_of(const LedgerRows& rows) {
  std::map<std::int64_t, NoteEnds> ends;
  for (const ledger::Note& note : rows.begin)
    ends[note.id] = {.note = note.id, .begin = note.balance_fen.money.fen};
  for (const ledger::Note& note : rows.end) {
    ends[note.id].note = note.id;
    ends[note.id].end = note.balance_fen.money.fen;
  }
  for (const ledger::Movement& moved : rows.movements)
    if (moved.kind == ledger::MovementKind::drawdown && moved.in_quarter)
      ends[moved.note].disbursed = moved.amount_fen.fen;
  std::vector<NoteEnds> out;
  for (const auto& [note, each] : ends) out.push_back(each);
  return out;
}

bool outstanding(const std::vector<ledger::Note>& notes) {
  for (const ledger::Note& note : notes)
    if (note.balance_fen.money.fen > 0) return true;
  return false;
}

}  // namespace

Figures figures_of(const forms::Form& form) {
  Figures out;
  for (const forms::FormCell& cell : form.cells()) {
    if (forms::origin_of(cell) != forms::CellOrigin::figure) continue;
    auto figure = figure_of(cell, shapes());
    if (figure)
      out.computed.push_back(std::move(*figure));
    else
      out.entered.push_back(cell.id);
  }
  return out;
}

Computation compute(const Figures& figures, const LedgerRows& rows, Quarter quarter) {
  Computation out;
  out.enterable.insert(figures.entered.begin(), figures.entered.end());
  const auto facts = facts_of(rows);
  const auto found = totals(figures.computed, facts);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::string& cell = figures.computed[i].cell;
    if (found[i].value)
      out.cells[cell] = *found[i].value;
    else if (figures.computed[i].measure != forms::Measure::weighted || !found[i].lacking.empty())
      out.enterable.insert(cell);
  }
  for (const ledger::Note& note : rows.end)
    if (note.balance_fen.money.fen > 0 && note.fact_date != quarter.last())
      out.stale.push_back(note);
  out.rises = rises(ends_of(rows));
  out.has_rows = outstanding(rows.begin) || outstanding(rows.end) || !rows.movements.empty();
  return out;
}

forms::Cells ledger_cells(const Computation& computation, const forms::Cells& entered) {
  forms::Cells cells = computation.cells;
  if (!cells.contains(repaid_cell)) return cells;
  if (const auto value = repaid(cells, entered)) cells.find(repaid_cell)->second = *value;
  return cells;
}

}  // namespace zr::reporting

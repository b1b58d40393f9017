#include "ledger/rules/movement.h"

namespace zr::ledger {

std::vector<NoteMovement> note_movements(const NoteSpan& note, Quarter quarter) {
  std::vector<NoteMovement> moved;
  const bool in_year =
      note.disbursed_on >= Date(quarter.year, 1, 1) && note.disbursed_on <= quarter.last();
  const bool in_quarter = in_year && note.disbursed_on >= quarter.first();
  if (in_year)
    moved.push_back({.kind = MovementKind::drawdown,
                     .amount = note.disbursed.money,
                     .day = note.disbursed_on,
                     .in_quarter = in_quarter});
  std::optional<Money> before;
  if (in_quarter) {
    before = note.disbursed.money;
  } else if (note.before) {
    before = note.before->money;
  }
  if (before && *before != note.at_end.money)
    moved.push_back({.kind = MovementKind::repayment,
                     .amount = *before - note.at_end.money,
                     .in_quarter = true});
  return moved;
}

}  // namespace zr::ledger

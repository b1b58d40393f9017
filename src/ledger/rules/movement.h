#pragma once
/// What moved a note's balance in a quarter, as far as notes tell: its drawdown, and the fall of
/// its balance (quarterly return V1). What else lowers a balance (written off, transferred out) is
/// not known here and is taken off by whoever enters it.
#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "ledger/rules/note_kinds.h"

namespace zr::ledger {

/// A note at both ends of a quarter.
struct NoteSpan {
  Date disbursed_on = {};
  DisbursedAmount disbursed = {};
  std::optional<BalanceAmount> before = {};  ///< At the end of the quarter before, where known.
  BalanceAmount at_end = {};
};

struct NoteMovement {
  MovementKind kind = MovementKind::drawdown;
  Money amount = {};
  std::optional<Date> day = {};  ///< Of a drawdown; a fall in balance has no day.
  bool in_quarter = false;
  bool operator==(const NoteMovement&) const = default;
};

/// A drawdown of the year up to the quarter's end, and what the balance fell within the quarter,
/// from the disbursed amount where it was drawn in it. Negative where the balance rose, so that the
/// sums still roll forward. None without a balance to fall from.
std::vector<NoteMovement> note_movements(const NoteSpan& note, Quarter quarter);

}  // namespace zr::ledger

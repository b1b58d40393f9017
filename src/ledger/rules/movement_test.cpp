#include "ledger/rules/movement.h"

#include <doctest/doctest.h>

using zr::BalanceAmount;
using zr::Date;
using zr::DisbursedAmount;
using zr::Money;
using zr::Quarter;
using zr::ledger::MovementKind;
using zr::ledger::note_movements;
using zr::ledger::NoteMovement;

namespace {

constexpr Quarter third{2026, 3};

/// A drawdown of 100 on that day, seen at both ends of the third quarter of 2026.
std::vector<NoteMovement> moved(Date disbursed_on, std::optional<std::int64_t> before,
                                std::int64_t at_end) {
  return note_movements(
      {.disbursed_on = disbursed_on,
       .disbursed = DisbursedAmount{Money{100}},
       .before = before ? std::optional(BalanceAmount{Money{*before}}) : std::nullopt,
       .at_end = BalanceAmount{Money{at_end}}},
      third);
}
NoteMovement drawdown(Date day, bool in_quarter) {
  return {
      .kind = MovementKind::drawdown, .amount = Money{100}, .day = day, .in_quarter = in_quarter};
}
NoteMovement repayment(std::int64_t fen) {
  return {.kind = MovementKind::repayment, .amount = Money{fen}, .in_quarter = true};
}
using Moved = std::vector<NoteMovement>;

}  // namespace

TEST_CASE("return V1: a drawdown counts in its year up to the quarter's end, days of both sides") {
  CHECK(moved({2025, 12, 31}, 100, 100) == Moved{});
  CHECK(moved({2026, 1, 1}, 100, 100) == Moved{drawdown({2026, 1, 1}, false)});
  CHECK(moved({2026, 6, 30}, 100, 100) == Moved{drawdown({2026, 6, 30}, false)});
  CHECK(moved({2026, 7, 1}, {}, 100) == Moved{drawdown({2026, 7, 1}, true)});
  CHECK(moved({2026, 9, 30}, {}, 100) == Moved{drawdown({2026, 9, 30}, true)});
  CHECK(moved({2026, 10, 1}, {}, 100) == Moved{});
}

TEST_CASE("return V1: what was repaid is the fall of the balance within the quarter") {
  CHECK(moved({2025, 1, 1}, 80, 30) == Moved{repayment(50)});
  CHECK(moved({2025, 1, 1}, 80, 80) == Moved{});
  CHECK(moved({2025, 1, 1}, 80, 0) == Moved{repayment(80)});
}

TEST_CASE("return V1: a note drawn in the quarter falls from its disbursed amount") {
  CHECK(moved({2026, 8, 1}, {}, 60) == Moved{drawdown({2026, 8, 1}, true), repayment(40)});
}

TEST_CASE("return V1: a balance that rose is a negative repayment, so that sums roll forward") {
  CHECK(moved({2025, 1, 1}, 30, 80) == Moved{repayment(-50)});
}

TEST_CASE("return V1: without a balance at the beginning nothing is known to be repaid") {
  CHECK(moved({2025, 1, 1}, {}, 30) == Moved{});
}

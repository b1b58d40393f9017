#pragma once
/// The readers that figures may name, as their owners publish them. A reader that is not here is
/// published by nobody yet, and its cells are entered.
#include <span>
#include <vector>

#include "ledger/ledger.h"
#include "reporting/rules/fact_rows.h"

namespace zr::reporting {

inline constexpr std::string_view notes_begin_reader = "ledger.notes@quarter_begin";
inline constexpr std::string_view notes_reader = "ledger.notes";
inline constexpr std::string_view movements_reader = "ledger.movements";

std::span<const FactShape> shapes();

/// What the ledger's readers answer for a quarter.
struct LedgerRows {
  std::vector<ledger::Note> begin;  ///< As of the day before the quarter.
  std::vector<ledger::Note> end;    ///< As of its last day.
  std::vector<ledger::Movement> movements;
};
struct Asked {
  Quarter quarter;
  std::int64_t known_at = INT64_MAX;
};
LedgerRows ledger_rows(db::Tx& tx, const access::Scope& scope, const Asked& asked);

/// The same as rows of facts, in the order of `shapes()`.
std::vector<FactRows> facts_of(const LedgerRows& rows);

}  // namespace zr::reporting

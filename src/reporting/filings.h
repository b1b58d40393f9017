#pragma once
/// The versions of a quarter that count 最新报送版本, as known at a record, with the rows that back
/// them: what every total of the city is made of.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "forms/forms.h"
#include "reporting/computation.h"
#include "reporting/rules/suppression.h"

namespace zr::reporting {

/// A quarter for which the return was sent out.
struct ReturnRound {
  forms::Round round;
  forms::Form form;
  Figures figures;
  Quarter quarter;
};
/// Refused `not_found` where none was sent out.
Result<ReturnRound> return_round(db::Tx& tx, Quarter quarter);

struct Filing {
  forms::Standing standing;
  forms::Cells cells;
  std::optional<LedgerRows> rows = {};  ///< Frozen; of source ledger.
};
/// In order of organisation.
std::vector<Filing> filings(db::Tx& tx, const ReturnRound& round,
                            std::int64_t known_at = INT64_MAX);

/// What rows make up of a return whose bank has entered these cells: a fall in balances that it
/// wrote off or transferred is no repayment.
forms::Cells backed_cells(const ReturnRound& round, const LedgerRows& rows,
                          const forms::Cells& entered);
std::map<std::int64_t, LedgerRows> by_bank(const LedgerRows& rows);
LedgerRows in_region(const LedgerRows& rows, const std::string& region);

/// Every change of what counts, in order of the records that made it, of the whole city or of what
/// rows show of one district.
std::vector<Contribution> contributions(db::Tx& tx, const ReturnRound& round,
                                        const std::optional<std::string>& region);

}  // namespace zr::reporting

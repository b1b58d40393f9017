#pragma once
/// What was repaid in the quarter 本季收回 (rule V1 of the return). The ledger tells by how much
/// balances fell; what fell or rose otherwise (written off, transferred, corrected) the bank enters
/// until the ledger keeps postings, and only the rest was repaid. A cell that the ledger itself
/// gives is never taken off twice.
#include <cstdint>
#include <optional>
#include <vector>

#include "forms/rules/form_tables.h"

namespace zr::reporting {

inline constexpr std::string_view repaid_cell = "repaid_q";

/// balance_begin + disbursed_q + transferred_in_q + prior_correction_q - written_off_q -
/// transferred_out_q - balance_end, an entry that is missing counted as 0; empty where the ledger
/// gives no balances.
std::optional<std::int64_t> repaid(const forms::Cells& figures, const forms::Cells& entered);

/// A note at both ends of a quarter, as far as a rise of its balance is concerned.
struct NoteEnds {
  std::int64_t note = 0;
  std::optional<std::int64_t> begin = {};      ///< None: not in the ledger then.
  std::optional<std::int64_t> disbursed = {};  ///< What was drawn within the quarter.
  std::int64_t end = 0;
};
struct Rise {
  std::int64_t note = 0;
  std::int64_t amount = 0;
  bool operator==(const Rise&) const = default;
};
/// Notes whose balance rose without a drawdown: transferred in, or facts of earlier quarters that
/// came late. Somebody has to say which.
std::vector<Rise> rises(const std::vector<NoteEnds>& notes);

/// Does what the bank entered as transferred in or corrected reach as far as the balances rose?
bool explains(const forms::Cells& entered, const std::vector<Rise>& rises);

}  // namespace zr::reporting

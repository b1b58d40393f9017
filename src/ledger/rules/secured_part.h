#pragma once
/// The part of a balance that the registered claim 登记担保债权数额 secures, and the rest, which is
/// counted as unsecured 信用部分 (quarterly return, lines balance_pure_ip …
/// balance_unsecured_part). Never guessed: without a secured amount there are no parts, and the
/// return's cells are entered.
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"

namespace zr::ledger {

/// What the sharing looks at in one note.
struct SecuredNote {
  std::int64_t bank = 0;
  std::string_view contract = {};  ///< Empty: the note stands alone.
  Date disbursed_on = {};
  std::int64_t id = 0;  ///< Decides between notes of one day.
  std::optional<SecuredAmount> secured = {};
  BalanceAmount balance = {};
};

struct BalanceParts {
  BalanceAmount secured = {};
  BalanceAmount unsecured = {};
  bool operator==(const BalanceParts&) const = default;
};

/// The parts of each note, in the order given: min(balance, secured amount). Notes of one bank
/// under one contract share its amount in order of disbursement; where their rows state different
/// amounts, the greatest is the contract's. Invariant: secured + unsecured == balance.
std::vector<std::optional<BalanceParts>> secured_parts(std::span<const SecuredNote> notes);

}  // namespace zr::ledger

#pragma once
/// The import kind of loan ledgers 贷款台账: its rows become dated facts of drawdown notes in the
/// command's own transaction, borrowers not yet known become reported enterprises, and an import
/// that nothing depends on can be taken back.
#include <functional>
#include <span>

#include "imports/imports.h"

namespace zr::ledger {

/// Facts that are about to be withdrawn: of these notes, said by an import applied at `since`.
struct Withdrawal {
  std::int64_t bank = 0;
  std::int64_t since = 0;
  std::span<const std::int64_t> notes = {};
};

/// What stands above the ledger and may rest on its facts (a frozen return): refuses with
/// `imports::undo_too_late` while something does. Handed in, for calls only go down.
using Dependents = std::function<Result<Done>(db::Tx&, const Withdrawal&)>;

imports::Kind loan_ledger(Dependents dependents);

}  // namespace zr::ledger

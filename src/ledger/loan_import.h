#pragma once
/// The import kind of loan ledgers 贷款台账: its rows become dated facts of drawdown notes in the
/// command's own transaction, borrowers not yet known become reported enterprises, and an import
/// that nothing depends on can be taken back.
#include <functional>
#include <vector>

#include "imports/imports.h"

namespace zr::ledger {

/// Facts that are about to be withdrawn: whatever these records said of one import's rows, a reason
/// given later for a class included.
struct Withdrawal {
  std::vector<std::int64_t> records;
};

/// What stands above the ledger and may rest on its facts (a frozen return): refuses with
/// `imports::undo_too_late` while something does. Handed in, for calls only go down.
using Dependents = std::function<Result<Done>(db::Tx&, const Withdrawal&)>;

imports::Kind loan_ledger(Dependents dependents);

}  // namespace zr::ledger

#pragma once
/// Rows of the loan screens. Each takes the reader's scope: a loan that it does not show is not
/// there.
#include "ledger/rules/secured_part.h"
#include "ledger/screens.h"

namespace zr::ledger::store {

struct LoanList {
  const access::Scope& scope;
  access::Moment moment;
  const LoanFilter& filter;
};
/// Newest first, those below `before`.
std::vector<LoanSummary> loans(db::Tx& tx, const LoanList& list, std::int64_t before,
                               std::int64_t limit);
/// The same with everything that is known, at most `limit`.
std::vector<LoanRecord> loan_records(db::Tx& tx, const LoanList& list, std::int64_t limit);
std::optional<LoanRecord> loan(db::Tx& tx, const access::Scope& scope, std::int64_t id,
                               access::Moment moment);
/// Everything ever said of a loan, latest data date first; empty where the scope does not show it.
std::vector<LoanSaying> loan_history(db::Tx& tx, const access::Scope& scope, std::int64_t id);

/// What the notes of one contract have of balance and security on a day, whoever keeps them.
struct ContractNote {
  std::int64_t id = 0;
  Date disbursed_on = {};
  std::optional<SecuredAmount> secured_fen = {};
  BalanceAmount balance_fen = {};
};
const json::Struct& describe(const ContractNote*);
std::vector<ContractNote> notes_of_contract(db::Tx& tx, std::int64_t bank,
                                            const std::string& contract, access::Moment moment);

}  // namespace zr::ledger::store

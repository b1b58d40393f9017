#pragma once
/// The loan ledger 贷款台账: drawdown notes and the dated facts that banks report about them, on
/// both time axes, and the class rules. What returns and figures count comes from the two readers;
/// the class is the bank's own and never overwritten here.
#include <vector>

#include "access/actor.h"
#include "access/party.h"
#include "api/read.h"
#include "db/schema.h"
#include "journal/command.h"
#include "ledger/loan_import.h"
#include "ledger/note.h"
#include "rulebook/calculator.h"
#include "rulebook/rule_set.h"

namespace zr::ledger {

const db::Schema& schema();
std::vector<const db::Table*> tables();
std::vector<journal::Command> commands();
std::vector<api::Read> reads();
std::vector<rulebook::RuleSet> rule_sets();
std::vector<rulebook::Calculator> calculators();

/// Every note the scope shows as it was on a day, as known then, settled ones too; in order of id.
std::vector<Note> notes(db::Tx& tx, const access::Scope& scope, access::Moment moment);

/// Drawdowns dated in the year up to the quarter's end, and repayments: the fall in balances within
/// the quarter. A note without a balance at the quarter's beginning has no repayment in it.
std::vector<Movement> movements(db::Tx& tx, const access::Scope& scope, Quarter quarter,
                                std::int64_t known_at);

}  // namespace zr::ledger

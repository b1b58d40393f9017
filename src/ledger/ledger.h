#pragma once
/// The loan ledger 贷款台账: what this module offers to others. So far its class rules as published
/// tables and the calculators over them.
#include <vector>

#include "rulebook/calculator.h"
#include "rulebook/rule_set.h"

namespace zr::ledger {

std::vector<rulebook::RuleSet> rule_sets();
std::vector<rulebook::Calculator> calculators();

}  // namespace zr::ledger

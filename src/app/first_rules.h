#pragma once
/// The sets of rules as the data folder has them: what `init` publishes, and what the calculators
/// of the command line use where no city is open.
#include <string>

#include "rulebook/calculator.h"
#include "rulebook/rule_set.h"

namespace zr::app {

/// The tables of a set from their files. Refused where a file is missing or uneven.
Result<json::Value> first_content(const rulebook::RuleSet& set, const std::string& data_folder);
/// Sets straight from the folder.
rulebook::TableSource tables_in(const std::string& data_folder);

}  // namespace zr::app

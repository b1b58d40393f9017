#pragma once
/// What the program is made of: every module's schema, tables, commands and reads, in one place.
#include <memory>
#include <string>
#include <vector>

#include "api/read.h"
#include "app/jobs.h"
#include "app/options.h"
#include "db/schema.h"
#include "duty/duty.h"
#include "journal/journal.h"
#include "rulebook/calculator.h"
#include "rulebook/rule_set.h"

namespace zr::app {

std::vector<db::Schema> schemas();
std::vector<const db::Table*> tables();
std::vector<api::Read> reads(const Settings& settings = {});
/// Every command of the house; those that name others find them in the journal that runs them.
std::vector<journal::Command> commands(const std::shared_ptr<journal::Journal*>& home);

/// Every kind of duty that a module opens.
std::vector<duty::DutyKind> duty_kinds();

/// What other modules' commands the program submits when a day has ended, in this order.
std::vector<DayEnd> day_ends();

/// Every set of rules that the house can publish, and what can be asked of them.
std::vector<rulebook::RuleSet> rule_sets();
std::vector<rulebook::Calculator> calculators();

/// Brings the database to this program's schemas and opens it for writing.
Result<std::unique_ptr<journal::Journal>> open_city(const db::Url& url, journal::Clock& clock,
                                                    const access::SignInPolicy& policy = {});

/// How a city was begun: only a demo or test city admits the virtual clock.
enum class Mode { production, demo, test };
std::span<const Name> names_of(Mode);

}  // namespace zr::app

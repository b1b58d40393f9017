#pragma once
/// Figures and the quarterly return 统计报送. A figure is a data row over a reader: it opens into
/// the rows that made it and is never stored beside them but frozen with a version. The return is a
/// form of `forms`; its versions, their rows and the totals of the city never change once signed,
/// and nobody reads a bank's share off a total he is given.
#include <vector>

#include "api/read.h"
#include "db/schema.h"
#include "db/table.h"
#include "duty/duty.h"
#include "journal/command.h"
#include "rulebook/rule_set.h"

namespace zr::reporting {

/// The set under which the return's form is published.
inline constexpr std::string_view form_code = "quarterly_return";

const db::Schema& schema();
std::vector<const db::Table*> tables();
std::vector<journal::Command> commands();
std::vector<api::Read> reads();
std::vector<rulebook::RuleSet> rule_sets();
std::vector<duty::DutyKind> duty_kinds();

/// The body of `returns.open` once that day is closed: of the quarter that ended last, if the city
/// was there at its end, the return has not been sent out and there are banks to send it to. Empty
/// otherwise. What was refused (no term published) is so tried again after each day.
std::optional<json::Value> opening_after(db::Tx& tx, Date closed);

/// Does a return that was submitted and not sent back rest on what one of these records said of the
/// ledger? Then it cannot be taken back.
bool rests_on(db::Tx& tx, const std::vector<std::int64_t>& records);

}  // namespace zr::reporting

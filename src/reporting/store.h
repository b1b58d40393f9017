#pragma once
/// Every SQL statement of this module.
#include <optional>
#include <span>
#include <vector>

#include "access/party.h"
#include "reporting/frozen.h"
#include "reporting/rows.h"

namespace zr::reporting::store {

extern const db::Table row_table;

void freeze(db::Tx& tx, const std::vector<FrozenRow>& rows);
std::vector<FrozenRow> frozen(db::Tx& tx, std::int64_t version);

/// Is there a frozen row of what this record said in a version that is submitted or accepted?
bool submitted_on(db::Tx& tx, std::int64_t record);

/// Records at which a version of this round was submitted, accepted or sent back, in order.
std::vector<std::int64_t> decided_at(db::Tx& tx, std::int64_t round);

/// Returns of organisations in the reader's rows, newest first.
std::vector<ReturnHead> returns(api::ReadContext& in, const ReturnsQuery& query);
/// How many organisations a round asks.
std::int64_t asked(db::Tx& tx, std::int64_t round);

/// The regulator that was registered first and is open on a day.
std::optional<std::int64_t> regulator(db::Tx& tx, access::Moment moment);
/// Banks that file: head offices that are not closed on a day.
std::vector<access::PartyAt> banks(db::Tx& tx, access::Moment moment);

}  // namespace zr::reporting::store

#pragma once
/// SQL of this module: rows for its screens.
#include "accounts/rows.h"
#include "api/read.h"

namespace zr::accounts::store {

std::int64_t open_branches(db::Tx& tx, std::int64_t parent, Date day);
std::vector<OrganisationRow> organisations(api::ReadContext& in, const OrganisationQuery& query);
std::optional<OrganisationRow> organisation(api::ReadContext& in, std::int64_t id);
std::vector<PersonRow> people(api::ReadContext& in, const PeopleQuery& query);
/// Commands that wait for a decision in the reader's organisation, oldest first.
std::vector<WaitingRow> waiting(api::ReadContext& in, const api::Listing& listing);
std::vector<RecordRow> records(api::ReadContext& in, const api::Listing& listing);

}  // namespace zr::accounts::store

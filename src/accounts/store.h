#pragma once
/// SQL of this module: rows for its screens.
#include "accounts/records.h"
#include "accounts/rows.h"
#include "api/read.h"

namespace zr::accounts {

/// A registered organisation as an import compares it.
struct KnownInstitution {
  std::int64_t id = 0;
  access::PartyKind kind = access::PartyKind::bank;
  std::optional<std::int64_t> parent{};
  std::string path;
  std::optional<std::string> uscc{};
  access::PartyFacts facts;
  access::Standing standing = access::Standing::registered;
};
const json::Struct& describe(const KnownInstitution*);

}  // namespace zr::accounts

namespace zr::accounts::store {

/// Every organisation that is no enterprise, as it is on that day.
std::vector<KnownInstitution> institutions(db::Tx& tx, Date day);
/// Versions of organisations that these records wrote, not yet withdrawn.
std::vector<access::PartyVersion> versions_written(db::Tx& tx,
                                                   const std::vector<std::int64_t>& records);
/// Does anything stand on an organisation: people, a branch, an import of its data, or a later
/// version? Branches that these records made do not count.
bool depended_on(db::Tx& tx, std::int64_t organisation, const std::vector<std::int64_t>& records);

std::int64_t open_branches(db::Tx& tx, std::int64_t parent, Date day);
std::vector<OrganisationRow> organisations(api::ReadContext& in, const OrganisationQuery& query);
std::optional<OrganisationRow> organisation(api::ReadContext& in, std::int64_t id);
std::vector<PersonRow> people(api::ReadContext& in, const PeopleQuery& query);
/// Commands that wait for a decision in the reader's organisation, oldest first.
std::vector<WaitingRow> waiting(api::ReadContext& in, const api::Listing& listing);
/// What the reader has made and a second person has decided so, newest first.
std::vector<WaitingRow> decided(api::ReadContext& in, const WaitingQuery& query);
/// Lines of the access log, newest first.
std::vector<AccessEventRow> access_events(api::ReadContext& in, const AccessEventQuery& query);
/// Records that a query asks for, newest first, and one by its number.
std::vector<RecordRow> records(api::ReadContext& in, const RecordQuery& query);
std::optional<RecordView> record(api::ReadContext& in, std::int64_t sequence);

}  // namespace zr::accounts::store

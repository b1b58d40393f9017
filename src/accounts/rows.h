#pragma once
/// Rows of this module's screens.
#include "access/party.h"
#include "access/people.h"
#include "api/read.h"
#include "journal/store.h"

namespace zr::accounts {

struct OrganisationQuery {
  api::Listing listing;
  std::optional<access::PartyKind> kind;
  std::optional<std::int64_t> parent;
};
const json::Struct& describe(const OrganisationQuery*);

struct OrganisationRow {
  std::int64_t id = 0;
  access::PartyKind kind = access::PartyKind::bank;
  std::string name;
  std::optional<std::string> short_name;
  std::optional<std::string> uscc;
  std::optional<std::int64_t> parent;
  std::optional<std::string> parent_name;
  std::optional<std::string> region;
  std::optional<std::string> region_name;
  access::Standing standing = access::Standing::registered;
  std::int64_t version = 0;
};
const json::Struct& describe(const OrganisationRow*);

struct PeopleQuery {
  api::Listing listing;
  std::optional<std::int64_t> organisation;
  /// In login or name of the organisation; a person's name is kept apart and cannot be searched.
  std::optional<std::string> text;
};
const json::Struct& describe(const PeopleQuery*);

struct PersonRow {
  std::int64_t id = 0;  ///< of the account
  std::int64_t person = 0;
  std::string name;
  std::string login;
  std::int64_t organisation = 0;
  std::string organisation_name;
  access::AccountStanding standing = access::AccountStanding::active;
  access::PasswordState password_state = access::PasswordState::initial;
  std::optional<std::string> roles;  ///< in the reader's language, separated by 、
  std::int64_t version = 0;
};
const json::Struct& describe(const PersonRow*);

struct WaitingQuery {
  api::Listing listing;
  /// Awaiting: one's own and those one may decide. Else only what oneself has made.
  journal::WaitingState state = journal::WaitingState::awaiting;
};
const json::Struct& describe(const WaitingQuery*);

struct WaitingRow {
  std::int64_t id = 0;
  std::string command;
  json::Any body;
  std::int64_t maker = 0;
  std::string maker_name;
  Instant made_at;
  bool mine = false;                  ///< submitted by the reader, who may not decide it
  std::optional<std::string> remark;  ///< of whoever sent it back
  std::optional<std::string> checker_name;
  std::optional<Instant> decided_at;
  std::int64_t version = 0;
};
const json::Struct& describe(const WaitingRow*);

/// How an access event ended.
enum class AccessResult : std::uint8_t { done, refused };
std::span<const Name> names_of(AccessResult);

struct AccessEventQuery {
  api::Listing listing;
  std::optional<AccessResult> result;
  std::optional<std::int64_t> account;
};
const json::Struct& describe(const AccessEventQuery*);

/// A line of the access log: a sign-in, a sign-out, a wrong signature or a refusal at the door.
struct AccessEventRow {
  std::int64_t id = 0;
  Instant at;
  std::string kind;
  AccessResult result{};
  std::optional<std::int64_t> account;  ///< the one that acted, or that a sign-in tried
  std::optional<std::string> login;
  std::optional<std::string> person_name;
  std::optional<std::string> organisation_name;
  std::string address;
  std::string request;
  std::optional<std::string> detail;
};
const json::Struct& describe(const AccessEventRow*);

struct RoleRow {
  std::string code;
  std::string zh;
  std::string en;
  std::vector<access::PartyKind> kinds;  ///< of the organisations whose people may hold it
};
const json::Struct& describe(const RoleRow*);

}  // namespace zr::accounts

#include "accounts/grants.h"

#include <array>

#include "access/party.h"
#include "access/people.h"
#include "accounts/grounds.h"
#include "accounts/people.h"
#include "duty/duty.h"

namespace zr::accounts {

namespace {

using access::Account;
using journal::Changed;
using journal::Context;

/// No account and no person holds two of them (三权分立).
constexpr std::array<std::string_view, 3> separated_roles{"system_admin", "security_admin",
                                                          "audit_admin"};

bool separated(std::string_view role) {
  for (const std::string_view candidate : separated_roles)
    if (candidate == role) return true;
  return false;
}

Result<Changed> give(Context& in, const Account& account, const std::string& code) {
  const auto role = access::role(in.tx, code);
  const auto home = access::party(in.tx, account.organisation);
  if (!role || !home || !access::allows(*role, home->kind))
    return Problem::at("/role", no_such_role);
  for (const access::Account& other : access::accounts_of(in.tx, account.person))
    for (const access::Grant& grant : access::grants_of(in.tx, other.id)) {
      if (grant.withdrawn) continue;
      if (other.id == account.id && grant.role == code) return role_held;
      if (separated(code) && separated(grant.role) && grant.role != code) return roles_conflict;
    }
  const std::int64_t id = in.new_id();
  access::add_grant(
      in.tx,
      {.id = id, .account = account.id, .role = code, .given = in.sequence, .withdrawn = {}});
  in.raise("grants.given", {account.id});
  return Changed{.id = id, .version = in.sequence};
}

Result<Changed> withdraw(Context& in, const Account& account, const std::string& code) {
  for (const access::Grant& grant : access::grants_of(in.tx, account.id)) {
    if (grant.withdrawn || grant.role != code) continue;
    access::withdraw_grant(in.tx, grant.id, in.sequence);
    duty::hand_back(in, account.person, account.organisation);
    in.raise("grants.withdrawn", {account.id});
    return Changed{.id = grant.id, .version = in.sequence};
  }
  return role_not_held;
}

Result<Changed> give_grant(Context& in, const RoleOfAccount& input) {
  const auto account = access::account(in.tx, input.account);
  if (!account) return Problem::at("/account", not_found);
  return give(in, *account, input.role);
}

Result<Changed> withdraw_grant(Context& in, const RoleOfAccount& input) {
  const auto account = access::account(in.tx, input.account);
  if (!account) return Problem::at("/account", not_found);
  return withdraw(in, *account, input.role);
}

/// A colleague's account in the administrator's own organisation or below.
Result<Account> colleague(Context& in, std::int64_t id) {
  const auto account = access::account(in.tx, id);
  if (!account) return not_found;
  const auto home = access::party(in.tx, account->organisation);
  if (!home || !home->path.starts_with(in.actor.path)) return not_found;
  return *account;
}

Result<Changed> give_staff(Context& in, const RoleOfStaff& input) {
  const auto account = colleague(in, input.id);
  if (!account) return account.problem();
  return give(in, *account, input.role);
}

Result<Changed> withdraw_staff(Context& in, const RoleOfStaff& input) {
  const auto account = colleague(in, input.id);
  if (!account) return account.problem();
  return withdraw(in, *account, input.role);
}

Result<Changed> publish_roles(Context& in, const PublishRoles& input) {
  for (const PublishedRole& role : input.roles)
    access::put_role(in.tx, {.code = role.code,
                             .zh = role.zh,
                             .en = role.en,
                             .kinds = role.kinds,
                             .actions = role.actions,
                             .version = in.sequence});
  in.raise("roles.published", {});
  return Changed{.id = in.new_id(), .version = in.sequence};
}

}  // namespace

bool watches(db::Tx& tx, std::int64_t account) {
  for (const access::Grant& grant : access::grants_of(tx, account))
    if (!grant.withdrawn && (grant.role == "security_admin" || grant.role == "audit_admin"))
      return true;
  return false;
}

std::vector<journal::Command> grant_commands() {
  using journal::command;
  using journal::Eyes;
  using journal::Traits;
  return {
      command<RoleOfAccount, Changed>({"grants",
                                       "create",
                                       "授予角色",
                                       "Grant a role",
                                       Eyes::four_once_two,
                                       {no_such_role, role_held, roles_conflict}},
                                      give_grant),
      command<RoleOfAccount, Changed>({"grants",
                                       "withdraw",
                                       "收回角色",
                                       "Withdraw a role",
                                       Eyes::four_once_two,
                                       {role_not_held}},
                                      withdraw_grant),
      command<RoleOfStaff, Changed>({"staff",
                                     "grant",
                                     "授予本机构人员角色",
                                     "Grant a colleague a role",
                                     Eyes::two,
                                     {no_such_role, role_held, roles_conflict}},
                                    give_staff),
      command<RoleOfStaff, Changed>({"staff",
                                     "withdraw",
                                     "收回本机构人员角色",
                                     "Withdraw a colleague's role",
                                     Eyes::two,
                                     {role_not_held}},
                                    withdraw_staff),
      command<PublishRoles, Changed>({.noun = "roles",
                                      .verb = "publish",
                                      .zh = "发布角色",
                                      .en = "Publish the roles",
                                      .eyes = Eyes::two,
                                      .refuses = {},
                                      .callers = Traits::Callers::program},
                                     publish_roles),
  };
}

const json::Struct& describe(const RoleOfAccount*) {
  static const json::Struct table(
      "RoleOfAccount", {{"account", &RoleOfAccount::account, "账号", "Account"},
                        {"role", &RoleOfAccount::role, "角色", "Role", {.max_length = 40}}});
  return table;
}

const json::Struct& describe(const RoleOfStaff*) {
  static const json::Struct table(
      "RoleOfStaff", {{"id", &RoleOfStaff::id, "账号", "Account"},
                      {"role", &RoleOfStaff::role, "角色", "Role", {.max_length = 40}}});
  return table;
}

const json::Struct& describe(const PublishedRole*) {
  static const json::Struct table(
      "PublishedRole",
      {{"code", &PublishedRole::code, "角色代码", "Role", {.max_length = 40}},
       {"zh", &PublishedRole::zh, "角色", "Chinese name", {.max_length = 40}},
       {"en", &PublishedRole::en, "英文名", "English name", {.max_length = 60}},
       {"kinds", &PublishedRole::kinds, "适用机构类型", "Kinds", {.max_length = 1000}},
       {"actions", &PublishedRole::actions, "权限", "Actions", {.max_length = 8000}}});
  return table;
}

const json::Struct& describe(const PublishRoles*) {
  static const json::Struct table(
      "PublishRoles", {{"roles", &PublishRoles::roles, "角色", "Roles", {.max_items = 100}}});
  return table;
}

}  // namespace zr::accounts

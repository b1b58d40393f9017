#pragma once
/// People, their accounts, roles and grants. One person is one row however many accounts: maker and
/// checker are compared by person.
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "access/actor.h"
#include "base/date.h"
#include "db/tx.h"

namespace zr::access {

enum class PasswordState {
  chosen,   ///< by its owner
  initial,  ///< drawn by an administrator; only a change of password is possible
};
std::span<const Name> names_of(PasswordState);

enum class AccountStanding { active, disabled };
std::span<const Name> names_of(AccountStanding);

struct Person {
  std::int64_t id = 0;
  std::string name;                  ///< personal
  std::optional<std::string> phone;  ///< personal
};
const json::Struct& describe(const Person*);

struct Account {
  std::int64_t id = 0;
  std::int64_t person = 0;
  std::int64_t organisation = 0;
  std::string login;
  std::string password_hash;
  PasswordState password_state = PasswordState::initial;
  std::optional<Instant> password_until;  ///< an initial password is good until then
  AccountStanding standing = AccountStanding::active;
  std::int64_t version = 0;
};
const json::Struct& describe(const Account*);

/// A role is a list of actions, for organisations of certain kinds; data/roles.csv.
struct Role {
  std::string code;
  std::string zh;
  std::string en;
  std::string kinds;    ///< party kinds, separated by blanks
  std::string actions;  ///< command names, separated by blanks; "name/check" to approve
  std::int64_t version = 0;
};
const json::Struct& describe(const Role*);

struct Grant {
  std::int64_t id = 0;
  std::int64_t account = 0;
  std::string role;
  std::int64_t given = 0;                 ///< record
  std::optional<std::int64_t> withdrawn;  ///< record
};
const json::Struct& describe(const Grant*);

/// The actor behind an account that is active in an organisation that is not closed.
std::optional<Actor> actor_of(db::Tx& tx, std::int64_t account, Date today);
/// Who holds a role through an active account, each person once.
std::set<std::int64_t> people_with_role(db::Tx& tx, const std::string& role);
/// How many people hold a right, through whatever roles.
std::int64_t people_holding(db::Tx& tx, const std::string& right);

std::optional<Account> account(db::Tx& tx, std::int64_t id);
std::optional<Account> account_by_login(db::Tx& tx, const std::string& login);
std::vector<Account> accounts_of(db::Tx& tx, std::int64_t person);
std::optional<Person> person(db::Tx& tx, std::int64_t id);
std::optional<Role> role(db::Tx& tx, const std::string& code);
std::vector<Role> roles(db::Tx& tx);
std::vector<Grant> grants_of(db::Tx& tx, std::int64_t account);
/// Does the row of any person hold this commitment?
bool shown_of_a_person(db::Tx& tx, const std::string& commitment);
bool allows(const Role& role, PartyKind kind);

void add_person(db::Tx& tx, const Person& person);
void add_account(db::Tx& tx, const Account& account);
void change_account(db::Tx& tx, const Account& account);
void put_role(db::Tx& tx, const Role& role);
void add_grant(db::Tx& tx, const Grant& grant);
void withdraw_grant(db::Tx& tx, std::int64_t grant, std::int64_t sequence);

extern const db::Table person_table, account_table, role_table, grant_table;

}  // namespace zr::access

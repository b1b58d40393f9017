/// SQL over people, accounts, roles and grants.
#include "access/people.h"

namespace zr::access {

const db::Table person_table{"access_person", &json::struct_of<Person>, {"id"}};
const db::Table account_table{"access_account", &json::struct_of<Account>, {"id"}};
const db::Table role_table{"access_role", &json::struct_of<Role>, {"code"}};
const db::Table grant_table{"access_grant", &json::struct_of<Grant>, {"id"}};

std::optional<Account> account(db::Tx& tx, std::int64_t id) {
  return tx.row<Account>("SELECT {Account} FROM access_account WHERE id = $1", id);
}

std::optional<Account> account_by_login(db::Tx& tx, const std::string& login) {
  return tx.row<Account>("SELECT {Account} FROM access_account WHERE login = $1", login);
}

std::vector<Account> accounts_of(db::Tx& tx, std::int64_t person) {
  return tx.rows<Account>("SELECT {Account} FROM access_account WHERE person = $1 ORDER BY id",
                          person);
}

std::optional<Person> person(db::Tx& tx, std::int64_t id) {
  return tx.row<Person>("SELECT {Person} FROM access_person WHERE id = $1", id);
}

bool shown_of_a_person(db::Tx& tx, const std::string& commitment) {
  return tx.number("SELECT COUNT(*) FROM access_person WHERE name = $1 OR phone = $1", commitment) >
         0;
}

std::optional<Role> role(db::Tx& tx, const std::string& code) {
  return tx.row<Role>("SELECT {Role} FROM access_role WHERE code = $1", code);
}

std::vector<Role> roles(db::Tx& tx) {
  return tx.rows<Role>("SELECT {Role} FROM access_role ORDER BY code");
}

std::vector<Grant> grants_of(db::Tx& tx, std::int64_t account) {
  return tx.rows<Grant>("SELECT {Grant} FROM access_grant WHERE account = $1 ORDER BY id", account);
}

std::set<std::int64_t> people_with_role(db::Tx& tx, const std::string& role) {
  std::set<std::int64_t> people;
  for (const Account& account : tx.rows<Account>(
           "SELECT {a.Account} FROM access_grant g JOIN access_account a ON a.id = g.account"
           " WHERE g.role = $1 AND g.withdrawn IS NULL AND a.standing = 'active'",
           role))
    people.insert(account.person);
  return people;
}

void add_person(db::Tx& tx, const Person& person) {
  tx.insert(person_table, person);
}

void add_account(db::Tx& tx, const Account& account) {
  tx.insert(account_table, account);
}

void change_account(db::Tx& tx, const Account& account) {
  tx.update(account_table, account);
}

void put_role(db::Tx& tx, const Role& changed) {
  if (role(tx, changed.code))
    tx.update(role_table, changed);
  else
    tx.insert(role_table, changed);
}

void add_grant(db::Tx& tx, const Grant& grant) {
  tx.insert(grant_table, grant);
}

void withdraw_grant(db::Tx& tx, std::int64_t grant, std::int64_t sequence) {
  tx.run("UPDATE access_grant SET withdrawn = $2 WHERE id = $1", grant, sequence);
  tx.changed(grant_table);
}

}  // namespace zr::access

#pragma once
/// People and their accounts, grants and passwords. Initial passwords are typed or drawn by the
/// administrator and handed over in person; their owner must replace them at the first sign-in.
#include "access/people.h"
#include "journal/command.h"

namespace zr::accounts {

/// What an administrator types for a new account.
struct NewAccount {
  std::optional<std::int64_t> person;  ///< an existing person who gets one more account
  std::optional<std::string> name;     ///< else the new person's
  std::optional<std::string> phone;
  std::string login;
  std::string password;
  std::string password_hash;  ///< made from the password before the command queues; not described
};
const json::Struct& describe(const NewAccount*);

/// POST /people by the system administrator, for any organisation.
struct CreatePerson {
  std::int64_t organisation = 0;
  NewAccount account;
};
const json::Struct& describe(const CreatePerson*);

/// POST /staff by an institution's own administrator, for that institution.
struct InviteStaff {
  NewAccount account;
};
const json::Struct& describe(const InviteStaff*);

struct AccountId {
  std::int64_t id = 0;
};
const json::Struct& describe(const AccountId*);

struct ResetPassword {
  std::int64_t id = 0;
  std::string password;
  std::string password_hash;
};
const json::Struct& describe(const ResetPassword*);

/// POST /accounts/change-password by the account's owner.
struct ChangePassword {
  std::string old_password;
  std::string new_password;
  std::string password_hash;
};
const json::Struct& describe(const ChangePassword*);

/// POST /grants, POST /grants/withdraw; POST /staff/{id}/grant, /withdraw
struct RoleOfAccount {
  std::int64_t account = 0;
  std::string role;
};
const json::Struct& describe(const RoleOfAccount*);
struct RoleOfStaff {
  std::int64_t id = 0;
  std::string role;
};
const json::Struct& describe(const RoleOfStaff*);

/// One role as published from data/roles.csv.
struct PublishedRole {
  std::string code;
  std::string zh;
  std::string en;
  std::string kinds;
  std::string actions;
};
const json::Struct& describe(const PublishedRole*);
struct PublishRoles {
  std::vector<PublishedRole> roles;
};
const json::Struct& describe(const PublishRoles*);

std::vector<journal::Command> people_commands();

}  // namespace zr::accounts

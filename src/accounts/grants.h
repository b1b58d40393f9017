#pragma once
/// Roles and grants: a role is a list of actions as data; the security administrator grants for the
/// whole city, an institution's administrator only what its kind allows, to its own people.
#include "journal/command.h"

namespace zr::accounts {

std::vector<journal::Command> grant_commands();
/// Does the account hold a role that watches over the system administrator: security or audit?
bool watches(db::Tx& tx, std::int64_t account);

}  // namespace zr::accounts

#pragma once
/// Roles and grants: a role is a list of actions as data; the security administrator grants for the
/// whole city, an institution's administrator only what its kind allows, to its own people.
#include "journal/command.h"

namespace zr::accounts {

std::vector<journal::Command> grant_commands();

}  // namespace zr::accounts

#pragma once
/// Organisations and accounts 机构与账号: commands and screens over access's tables. The system
/// administrator keeps organisations and people, the security administrator grants, and an
/// institution's own administrator looks after its people; none of them sees a business row.
#include <string>
#include <vector>

#include "api/read.h"
#include "imports/imports.h"
#include "journal/command.h"

namespace zr::accounts {

std::vector<journal::Command> commands();
std::vector<api::Read> reads();
/// Institutions and branches.
std::vector<imports::Kind> import_kinds();

}  // namespace zr::accounts

#pragma once
/// Every SQL statement of this module but those of its screens.
#include <optional>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "db/tx.h"
#include "forms/answer.h"

namespace zr::forms::store {

extern const db::Table round_table, answer_table, draft_table, version_table, version_state_table;

}  // namespace zr::forms::store

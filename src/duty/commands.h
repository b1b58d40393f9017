#pragma once
/// What the commands of this module take.
#include "duty/duty.h"

namespace zr::duty {

/// May this person do the duty, through any account in its organisation?
bool may_do(db::Tx& tx, std::int64_t person, const Duty& duty, Date today);

}  // namespace zr::duty

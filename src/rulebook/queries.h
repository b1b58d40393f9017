#pragma once
/// What the screens of the rulebook may ask.
#include "api/moment.h"

namespace zr::rulebook {

struct SetQuery {
  std::int64_t id = 0;
  api::MomentQuery moment;
};
const json::Struct& describe(const SetQuery*);

}  // namespace zr::rulebook

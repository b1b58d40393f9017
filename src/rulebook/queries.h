#pragma once
/// What the screens of the rulebook may ask.
#include <optional>
#include <string>

#include "base/date.h"
#include "json/describe.h"

namespace zr::rulebook {

/// The two time axes of a covered subject; today with today's knowledge if left out.
struct MomentQuery {
  std::optional<Date> as_of;
  std::optional<std::string> known_at;  ///< "now" or a day.
};
const json::Struct& describe(const MomentQuery*);

struct SetQuery {
  std::int64_t id = 0;
  MomentQuery moment;
};
const json::Struct& describe(const SetQuery*);

}  // namespace zr::rulebook

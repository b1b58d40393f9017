#pragma once
/// The two time axes that every covered subject and its figures are asked on: about which day, with
/// the knowledge of which day.
#include <optional>
#include <string>

#include "access/party.h"
#include "api/read.h"

namespace zr::api {

inline constexpr Refusal bad_known_at{"bad_known_at", "应为日期或 now", "Expected a date or now",
                                      RefusalKind::bad_input};

/// Today with today's knowledge if left out.
struct MomentQuery {
  std::optional<Date> as_of = {};
  std::optional<std::string> known_at = {};  ///< "now" or a day.
};
const json::Struct& describe(const MomentQuery*);

/// as_of alone asks what was known at the end of that day; known_at=now what is known today.
Result<access::Moment> moment_of(ReadContext& in, const MomentQuery& query);

}  // namespace zr::api

#pragma once
/// The request target, decoded once (RFC 9112 §3.2, origin form only). What could reach another
/// route after someone else's normalising is refused here, never normalised: dot segments, double
/// slashes, encoded slashes, backslashes, NUL, control characters, bytes that are no UTF-8.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/message.h"

namespace zr::http {

struct Target {
  std::string path;
  std::vector<Field> query;
};

inline constexpr std::size_t most_parameters = 100;

Result<Target> read_target(std::string_view raw);

}  // namespace zr::http

#pragma once
/// Moments as others write them (RFC 3339): seconds, a fraction of up to six digits or none, `Z` or
/// an offset. The house itself writes one form only, Instant::text.
#include <optional>
#include <string_view>

#include "base/date.h"

namespace zr {

/// "2026-10-08T09:30:00Z", "2026-10-08T09:30:00.5+08:00"; empty for what is no moment.
std::optional<Instant> instant_from_rfc3339(std::string_view text);

}  // namespace zr

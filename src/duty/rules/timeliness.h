#pragma once
/// Whether something came in time 是否按期: the whole last day counts, so what is received until
/// 24:00 of the due day in China is on time and 00:00:00 of the next day is late. Only the moment
/// of receipt judges; no rule looks at a clock.
#include "base/date.h"
#include "base/names.h"

namespace zr::duty {

enum class Timeliness { on_time, late };
std::span<const Name> names_of(Timeliness);

Timeliness timeliness(Date due, Instant received);

}  // namespace zr::duty

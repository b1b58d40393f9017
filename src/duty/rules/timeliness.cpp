#include "duty/rules/timeliness.h"

namespace zr::duty {

std::span<const Name> names_of(Timeliness) {
  static constexpr Name names[] = {named(Timeliness::on_time, "on_time", "按期", "On time"),
                                   named(Timeliness::late, "late", "逾期", "Late")};
  return names;
}

Timeliness timeliness(Date due, Instant received) {
  return received < Instant::start_of(due + 1) ? Timeliness::on_time : Timeliness::late;
}

}  // namespace zr::duty

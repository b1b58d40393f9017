#pragma once
/// The period a form asks about 报告期: a year, a quarter or a month, with the one before it.
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace zr::forms {

struct Period {
  std::string text;  ///< "2026", "2026Q3", "2026-09".
  Date first;
  Date last;
  std::string previous;             ///< The period of the same length before it.
  std::optional<int> quarter = {};  ///< 1 … 4 of a quarter.
};

/// Empty where the text is no period.
std::optional<Period> period_of(std::string_view text);

}  // namespace zr::forms

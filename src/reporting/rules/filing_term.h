#pragma once
/// How long banks have to file: the return's own rule of severity `late_flag` ("季后10日内报送")
/// says it, so a new form brings its own term and nothing is written down twice.
#include <optional>
#include <vector>

#include "forms/rules/form_tables.h"
#include "rulebook/rules/deadline.h"

namespace zr::reporting {

struct FilingTerm {
  std::int64_t amount = 0;
  rulebook::TimeUnit unit = rulebook::TimeUnit::calendar_day;
  bool operator==(const FilingTerm&) const = default;
};

/// "… <= meta.quarter_end + 10 calendar_day"; empty where no rule says so.
std::optional<FilingTerm> filing_term(const std::vector<forms::FormRule>& rules);

}  // namespace zr::reporting

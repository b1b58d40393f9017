#include "reporting/rules/filing_term.h"

#include <doctest/doctest.h>

using zr::forms::FormRule;
using zr::forms::Severity;
using zr::reporting::filing_term;
using zr::reporting::FilingTerm;
using zr::rulebook::TimeUnit;

namespace {

FormRule rule(Severity severity, const char* right) {
  return {.id = "V7",
          .title_zh = "示例",
          .title_en = "Example",
          .when = "always",
          .left = "meta.submitted_on",
          .comparison = "<=",
          .right = right,
          .severity = severity};
}

}  // namespace

TEST_CASE("V7: the term to file is what the return's own rule says") {
  CHECK(filing_term({rule(Severity::late_flag, "meta.quarter_end + 10 calendar_day")}) ==
        FilingTerm{.amount = 10, .unit = TimeUnit::calendar_day});
  CHECK(filing_term({rule(Severity::error, "meta.quarter_end + 3 calendar_day"),
                     rule(Severity::late_flag, "meta.quarter_end + 15 working_day")}) ==
        FilingTerm{.amount = 15, .unit = TimeUnit::working_day});
}

TEST_CASE("V7: without such a rule there is no term, and none is guessed") {
  CHECK_FALSE(filing_term({}));
  CHECK_FALSE(filing_term({rule(Severity::late_flag, "meta.quarter_end")}));
  CHECK_FALSE(filing_term({rule(Severity::late_flag, "meta.quarter_end + 10 moon")}));
  CHECK_FALSE(filing_term({rule(Severity::late_flag, "meta.quarter_end + 0 calendar_day")}));
}

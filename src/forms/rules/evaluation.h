#pragma once
/// Exact arithmetic over cells: 128-bit integers, an overflow is said and never wraps, a missing
/// cell makes the value missing. Dates are days.
#include "forms/rules/expression.h"
#include "forms/rules/judgement.h"

namespace zr::forms {

using Wide = __int128;

struct Value {
  enum class State { known, missing, overflow };
  State state = State::missing;
  Wide number = 0;
};

enum class Missing { stays, is_zero };

/// The value behind a name; cells that are no numbers are missing.
std::optional<std::int64_t> value_of(const Reference& name, const Evidence& evidence);
/// A quotient over 0 is missing. `is_zero` concerns cells, never the submission.
Value evaluate(const Expression& expression, const Evidence& evidence, Missing missing);

/// numerator / denominator, half even; denominator not 0.
Wide half_even(Wide numerator, Wide denominator);
/// Digits with a decimal point before the last `decimals`.
std::string decimal(Wide number, unsigned decimals);

}  // namespace zr::forms

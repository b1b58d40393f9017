#pragma once
/// The city's figures as sums of returns: every amount and count is added over the banks, formulas
/// and ratios are computed anew from the sums, an average is weighted by the line it is the average
/// of. Households of two banks count twice: the sum is of returns, and says so.
#include <span>

#include "forms/rules/judgement.h"

namespace zr::reporting {

/// A cell that no return has is missing in the sum; what one return lacks counts as nothing.
forms::Cells sum_of(const forms::Form& form, std::span<const forms::Cells* const> returns);

/// after - before, line by line, for amounts and counts that either has.
forms::Cells difference_of(const forms::Form& form, const forms::Cells& before,
                           const forms::Cells& after);

}  // namespace zr::reporting

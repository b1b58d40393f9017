#pragma once
/// The one grammar of a form's expressions: sides of rules, formulas, and the conditions under
/// which a rule applies, which become predicate trees of the rulebook and are judged there. It
/// reads text only; whether a name stands for anything, form.cpp asks.
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "forms/rules/expression.h"
#include "rulebook/rules/predicate.h"

namespace zr::forms {

/// Why a text was not understood, and where (from 1, in characters of ASCII text).
struct SyntaxFault {
  std::size_t at = 0;
  std::string zh;
  std::string en;
};

template <class T>
using Parsed = std::variant<T, SyntaxFault>;

Parsed<Expression> parse_side(std::string_view text);

/// Words of a condition that are no cells; facts of the tree under these names.
namespace condition_word {
inline constexpr std::string_view quarter = "quarter";
inline constexpr std::string_view has_previous = "has_previous";
inline constexpr std::string_view resubmission = "resubmission";
inline constexpr std::string_view bank_file = "bank_file";
inline constexpr std::string_view has_ledger_rows = "has_ledger_rows";
}  // namespace condition_word

/// "always", "quarter in 2,3,4", "balance_end > 0 and all_balance > 0", "has_previous".
Parsed<rulebook::Predicate> parse_condition(std::string_view text);

}  // namespace zr::forms

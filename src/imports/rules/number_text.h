#pragma once
/// Numbers as people type them: full-width digits, thousands commas, blanks and a currency sign are
/// normalised; everything else that only looks like a number (1e3, 1.2亿, 50万元, 30天) is held,
/// with what it probably means.
#include <optional>
#include <string_view>

#include "imports/rules/decimal.h"

namespace zr::imports {

struct NumberText {
  std::optional<Decimal> value{};  ///< read without doubt
  bool tidied = false;             ///< something had to be normalised
  /// Of a text that is held: what it says, in units of `said_in`, else of the column.
  std::optional<Decimal> meant{};
  std::optional<Unit> said_in{};
};

NumberText read_number(std::string_view text);

}  // namespace zr::imports

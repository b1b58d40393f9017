#pragma once
/// Exact decimals as files hold them: read from text, moved between units, never rounded in
/// silence. An amount that is no whole number of fen has no fen; what it would round to is only a
/// suggestion.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/money.h"
#include "imports/rules/unit.h"

namespace zr::imports {

/// mantissa / 10^scale, the mantissa not divisible by 10 unless the scale is 0.
struct Decimal {
  std::int64_t mantissa = 0;
  int scale = 0;
  bool operator==(const Decimal&) const = default;

  /// "-12.50", "7", ".5"; at most 18 significant digits, no exponent, no separators; else empty.
  static std::optional<Decimal> parse(std::string_view text);
  /// Without needless zeros: "12.5".
  std::string text() const;
  /// Times a power of ten; empty where 18 digits no longer hold it.
  std::optional<Decimal> shifted(int places) const;
  bool whole() const { return scale == 0; }
};

/// The amount, where it is whole fen within the house's limit.
std::optional<Money> fen_of(const Decimal& amount, Unit unit);
/// The nearest whole fen, half away from zero, in the same unit; empty beyond the limit.
std::optional<Decimal> to_whole_fen(const Decimal& amount, Unit unit);
/// An amount of the house in this unit.
Decimal in_unit(Money amount, Unit unit);

}  // namespace zr::imports

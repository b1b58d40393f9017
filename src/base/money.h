#pragma once
/// Money in whole fen 分 and shares in ppm or basis points: exact, checked, one named rounding at
/// each division. No floating point ever touches them.
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zr {

/// An amount in fen. Overflow is our own mistake (inputs are bounded) and throws
/// std::overflow_error.
struct Money {
  std::int64_t fen = 0;

  auto operator<=>(const Money&) const = default;
  Money operator+(Money other) const;
  Money operator-(Money other) const;
  Money operator-() const { return Money{} - *this; }
  Money& operator+=(Money other) { return *this = *this + other; }
  Money& operator-=(Money other) { return *this = *this - other; }
};

/// Largest amount the house accepts: 2^53 - 1 fen, exact in JSON and in a browser.
inline constexpr Money money_limit{9'007'199'254'740'991};

/// An amount of one meaning. The four amounts of a loan are four types: adding a secured claim to a
/// balance does not compile.
template <class Meaning>
struct Amount {
  Money money;
  auto operator<=>(const Amount&) const = default;
  Amount operator+(Amount other) const { return {money + other.money}; }
  Amount operator-(Amount other) const { return {money - other.money}; }
  Amount& operator+=(Amount other) { return *this = *this + other; }
};

using SecuredAmount =
    Amount<struct SecuredMeaning>;  ///< Registered secured claim 登记担保债权数额.
using GrantedAmount = Amount<struct GrantedMeaning>;      ///< Credit granted 授信额度.
using DisbursedAmount = Amount<struct DisbursedMeaning>;  ///< Money disbursed 实际放款.
using BalanceAmount = Amount<struct BalanceMeaning>;      ///< Outstanding principal 余额.

/// Parts per million.
struct Ppm {
  std::int64_t value = 0;
  auto operator<=>(const Ppm&) const = default;
};

/// A share in basis points.
struct Share {
  std::int64_t bp = 0;
  auto operator<=>(const Share&) const = default;
  /// This share of an amount >= 0, rounded down to the fen.
  Money down(Money amount) const;
};

/// numerator / denominator rounded half even; the denominator is above 0.
__int128 half_even(__int128 numerator, __int128 denominator);
/// numerator / denominator in ppm, rounded half even; empty where the denominator is 0.
std::optional<Ppm> ratio(Money numerator, Money denominator);

/// "12345678.90": yuan with two decimals, no separators.
std::string yuan_text(Money amount);
/// "1234.57": wan yuan with two decimals, rounded half even (the unit of the quarterly return).
std::string wan_text(Money amount);

}  // namespace zr

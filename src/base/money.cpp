#include "base/money.h"

#include <fmt/format.h>

#include <stdexcept>

namespace zr {

namespace {

std::string two_decimals(std::int64_t hundredths) {
  const bool negative = hundredths < 0;
  const auto size = negative ? 0 - static_cast<std::uint64_t>(hundredths)
                             : static_cast<std::uint64_t>(hundredths);
  return fmt::format("{}{}.{:02}", negative ? "-" : "", size / 100, size % 100);
}

}  // namespace

Money Money::operator+(Money other) const {
  Money sum;
  if (__builtin_add_overflow(fen, other.fen, &sum.fen)) throw std::overflow_error("money sum");
  return sum;
}

Money Money::operator-(Money other) const {
  Money difference;
  if (__builtin_sub_overflow(fen, other.fen, &difference.fen))
    throw std::overflow_error("money difference");
  return difference;
}

Money Share::down(Money amount) const {
  return {static_cast<std::int64_t>(static_cast<__int128>(amount.fen) * bp / 10'000)};
}

__int128 half_even(__int128 numerator, __int128 denominator) {
  __int128 quotient = numerator / denominator;
  __int128 rest = numerator % denominator;
  if (rest < 0) {
    rest += denominator;
    --quotient;
  }
  const __int128 twice = 2 * rest;
  if (twice > denominator || (twice == denominator && quotient % 2 != 0)) ++quotient;
  return quotient;
}

std::optional<Ppm> ratio(Money numerator, Money denominator) {
  if (denominator.fen == 0) return std::nullopt;
  __int128 n = static_cast<__int128>(numerator.fen) * 1'000'000;
  __int128 d = denominator.fen;
  if (d < 0) {
    n = -n;
    d = -d;
  }
  return Ppm{static_cast<std::int64_t>(half_even(n, d))};
}

std::string yuan_text(Money amount) {
  return two_decimals(amount.fen);
}

std::string wan_text(Money amount) {
  return two_decimals(static_cast<std::int64_t>(half_even(amount.fen, 10'000)));
}

}  // namespace zr

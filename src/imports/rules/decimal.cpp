#include "imports/rules/decimal.h"

#include "imports/rules/digit.h"

#include <algorithm>

namespace zr::imports {

namespace {

constexpr std::size_t most_digits = 18;
/// A shortest decimal of a double has no more places that matter to anybody.
constexpr std::size_t most_places = 340;

/// Drops zeros at the end of the fraction.
Decimal tidy(std::int64_t mantissa, int scale) {
  if (mantissa == 0) return {};
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  return {mantissa, scale};
}

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  while (exponent-- > 0) power *= 10;
  return power;
}

}  // namespace

std::span<const Name> names_of(Unit) {
  static constexpr Name names[] = {named(Unit::yuan, "yuan", "元", "yuan"),
                                   named(Unit::wan, "wan", "万元", "10,000 yuan")};
  return names;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto point = text.find('.');
  const std::string_view before = text.substr(0, point);
  std::string_view after = point == std::string_view::npos ? "" : text.substr(point + 1);
  if (before.empty() && after.empty()) return std::nullopt;
  if (after.size() > most_places || !std::ranges::all_of(before, digit) ||
      !std::ranges::all_of(after, digit))
    return std::nullopt;
  while (after.ends_with('0')) after.remove_suffix(1);
  std::string digits(before);
  digits += after;
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.size() > most_digits) return std::nullopt;
  std::int64_t mantissa = 0;
  for (const char c : digits) mantissa = mantissa * 10 + (c - '0');
  return tidy(negative ? -mantissa : mantissa, static_cast<int>(after.size()));
}

std::string Decimal::text() const {
  std::string digits = std::to_string(mantissa < 0 ? -mantissa : mantissa);
  if (scale > 0) {
    const auto places = static_cast<std::size_t>(scale);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, ".");
  }
  return mantissa < 0 ? "-" + digits : digits;
}

std::optional<Decimal> Decimal::shifted(int places) const {
  if (mantissa == 0 || places <= scale) return tidy(mantissa, mantissa == 0 ? 0 : scale - places);
  std::int64_t grown = mantissa;
  for (int i = scale; i < places; ++i) {
    if (std::to_string(grown < 0 ? -grown : grown).size() >= most_digits) return std::nullopt;
    grown *= 10;
  }
  return Decimal{grown, 0};
}

std::optional<Money> fen_of(const Decimal& amount, Unit unit) {
  const auto fen = amount.shifted(places_to_fen(unit));
  if (!fen || !fen->whole()) return std::nullopt;
  const Money money{fen->mantissa};
  if (money > money_limit || money < -money_limit) return std::nullopt;
  return money;
}

std::optional<Decimal> to_whole_fen(const Decimal& amount, Unit unit) {
  const auto fen = amount.shifted(places_to_fen(unit));
  if (!fen) return std::nullopt;
  std::int64_t whole = fen->mantissa;
  if (fen->scale > static_cast<int>(most_digits)) {
    whole = 0;
  } else if (fen->scale > 0) {
    const std::int64_t power = power_of_ten(fen->scale);
    const std::int64_t rest = whole % power;
    whole /= power;
    // Half of the power is exact: it is at least ten.
    if (rest >= power / 2) ++whole;
    if (rest <= -(power / 2)) --whole;
  }
  const Money money{whole};
  if (money > money_limit || money < -money_limit) return std::nullopt;
  return in_unit(money, unit);
}

Decimal in_unit(Money amount, Unit unit) {
  return tidy(amount.fen, places_to_fen(unit));
}

}  // namespace zr::imports

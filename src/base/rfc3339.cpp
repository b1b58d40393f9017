#include "base/rfc3339.h"

#include <algorithm>

namespace zr {

namespace {

constexpr std::int64_t second_micros = 1'000'000;
constexpr std::int64_t minute_micros = 60 * second_micros;
constexpr std::int64_t hour_micros = 60 * minute_micros;
constexpr std::size_t seconds_end = 19;  // "2026-10-08T09:30:00"
constexpr std::size_t most_digits = 6;   // of the fraction

/// Two digits, at most `most`.
std::optional<std::int64_t> pair(std::string_view text, int most) {
  if (text.size() < 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
    return std::nullopt;
  const int value = (text[0] - '0') * 10 + (text[1] - '0');
  return value <= most ? std::optional<std::int64_t>(value) : std::nullopt;
}

/// "09:30" with an hour and a minute that exist.
std::optional<std::int64_t> hour_and_minute(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = pair(text.substr(0, 2), 23);
  const auto minute = pair(text.substr(3, 2), 59);
  if (!hour || !minute) return std::nullopt;
  return *hour * hour_micros + *minute * minute_micros;
}

/// What "Z", "+08:00" or "-05:30" is ahead of UTC.
std::optional<std::int64_t> offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto ahead = hour_and_minute(text.substr(1));
  if (!ahead) return std::nullopt;
  return text[0] == '-' ? -*ahead : *ahead;
}

/// Takes ".5" from the front; 0 where there is none.
std::optional<std::int64_t> take_fraction(std::string_view& text) {
  if (!text.starts_with('.')) return 0;
  const std::string_view digits =
      text.substr(1, std::min(text.find_first_not_of("0123456789", 1), text.size()) - 1);
  if (digits.empty() || digits.size() > most_digits) return std::nullopt;
  std::int64_t micros = 0;
  for (std::size_t i = 0; i < most_digits; ++i)
    micros = micros * 10 + (i < digits.size() ? digits[i] - '0' : 0);
  text.remove_prefix(1 + digits.size());
  return micros;
}

}  // namespace

std::optional<Instant> instant_from_rfc3339(std::string_view text) {
  if (text.size() <= seconds_end || (text[10] != 'T' && text[10] != 't') || text[16] != ':')
    return std::nullopt;
  const auto day = Date::parse(text.substr(0, 10));
  const auto clock = hour_and_minute(text.substr(11, 5));
  const auto second = pair(text.substr(17, 2), 59);
  text.remove_prefix(seconds_end);
  const auto fraction = take_fraction(text);
  const auto ahead = offset(text);
  if (!day || !clock || !second || !fraction || !ahead) return std::nullopt;
  const std::int64_t days = day->days().time_since_epoch().count();
  return Instant{days * 24 * hour_micros + *clock + *second * second_micros + *fraction - *ahead};
}

}  // namespace zr

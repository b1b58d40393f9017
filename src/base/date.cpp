#include "base/date.h"

#include <fmt/format.h>

namespace zr {

namespace {

constexpr std::int64_t china_offset_micros = 8LL * 3600 * 1'000'000;
constexpr std::int64_t day_micros = 24LL * 3600 * 1'000'000;

/// Exactly `text.size()` ASCII digits; else empty.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::int64_t floor_div(std::int64_t n, std::int64_t d) {
  return n / d - (n % d < 0 ? 1 : 0);
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day || *year < 1900 || *year > 2200) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year(*year),
                                        std::chrono::month(static_cast<unsigned>(*month)),
                                        std::chrono::day(static_cast<unsigned>(*day))};
  if (!ymd.ok()) return std::nullopt;
  return Date(std::chrono::sys_days(ymd));
}

std::string Date::text() const {
  // By hand: every dated value that is read, stored or shown comes through here.
  const auto parts = ymd();
  std::string out = "0000-00-00";
  auto place = out.end();
  const auto write = [&](unsigned number, int digits) {
    for (; digits > 0; --digits, number /= 10) *--place = static_cast<char>('0' + number % 10);
  };
  write(static_cast<unsigned>(parts.day()), 2);
  --place;
  write(static_cast<unsigned>(parts.month()), 2);
  --place;
  write(static_cast<unsigned>(static_cast<int>(parts.year())), 4);
  return out;
}

Date Date::plus_months(int months) const {
  auto moved = ymd() + std::chrono::months(months);
  if (!moved.ok()) moved = moved.year() / moved.month() / std::chrono::last;
  return Date(std::chrono::sys_days(moved));
}

std::optional<Quarter> Quarter::parse(std::string_view text) {
  if (text.size() != 6 || text[4] != 'Q' || text[5] < '1' || text[5] > '4') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  if (!year || *year < 1900 || *year > 2200) return std::nullopt;
  return Quarter{*year, text[5] - '0'};
}

std::string Quarter::text() const {
  return fmt::format("{:04}Q{}", year, number);
}

std::string Instant::text() const {
  const std::int64_t local = micros + china_offset_micros;
  const std::int64_t within = local - floor_div(local, day_micros) * day_micros;
  return fmt::format("{}T{:02}:{:02}:{:02}.{:06}+08:00", date().text(), within / 3'600'000'000,
                     within / 60'000'000 % 60, within / 1'000'000 % 60, within % 1'000'000);
}

std::optional<Instant> Instant::parse(std::string_view text) {
  if (text.size() != 32 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      text[19] != '.' || text.substr(26) != "+08:00")
    return std::nullopt;
  const auto day = Date::parse(text.substr(0, 10));
  const auto hour = digits(text.substr(11, 2));
  const auto minute = digits(text.substr(14, 2));
  const auto second = digits(text.substr(17, 2));
  const auto micro = digits(text.substr(20, 6));
  if (!day || !hour || !minute || !second || !micro) return std::nullopt;
  if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return Instant{start_of(*day).micros + *hour * 3'600'000'000LL + *minute * 60'000'000LL +
                 *second * 1'000'000LL + *micro};
}

Date Instant::date() const {
  const auto days = floor_div(micros + china_offset_micros, day_micros);
  return Date(std::chrono::sys_days(std::chrono::days(days)));
}

Instant Instant::start_of(Date day) {
  return {day.days().time_since_epoch().count() * day_micros - china_offset_micros};
}

}  // namespace zr

#include "documents/date_serial.h"

#include <charconv>
#include <cmath>
#include <string>

#include "base/text.h"

namespace zr::documents {

namespace {

constexpr Date last_day{2200, 12, 31};
constexpr int false_leap_day = 60;  ///< 1900-02-29, kept for Lotus 1-2-3.

/// Inside of [h], [mm], [ss]: hours, minutes or seconds counted beyond their usual bound.
bool elapsed(std::string_view inside) {
  return !inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos;
}

/// The letters of a format that stand for values: without literals, colours, conditions, locales,
/// escapes and padding, and only of the first section (for positive numbers). Upper case.
std::string format_letters(std::string_view code) {
  std::string letters;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == ';') break;
    if (c == '"' || c == '[') {
      const auto close = code.find(c == '"' ? '"' : ']', i + 1);
      if (close == std::string_view::npos) break;
      if (c == '[' && elapsed(code.substr(i + 1, close - i - 1))) letters += 'H';
      i = close;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else {
      letters += c;
    }
  }
  return upper(letters);
}

}  // namespace

std::optional<Date> date_of_serial(double serial, DateSystem system) {
  if (!(serial >= 0 && serial < 200'000)) return std::nullopt;
  const int day = static_cast<int>(std::floor(serial));
  Date date;
  if (system == DateSystem::from_1904) {
    date = Date(1904, 1, 1) + day;
  } else {
    if (day == 0 || day == false_leap_day) return std::nullopt;
    date = Date(1899, 12, 30) + (day < false_leap_day ? day + 1 : day);
  }
  if (date > last_day) return std::nullopt;
  return date;
}

std::optional<Date> date_of_serial(std::string_view serial, DateSystem system) {
  double value = 0;
  const auto [end, error] = std::from_chars(serial.data(), serial.data() + serial.size(), value,
                                            std::chars_format::fixed);
  if (error != std::errc{} || end != serial.data() + serial.size()) return std::nullopt;
  return date_of_serial(value, system);
}

std::optional<int> serial_of(Date day) {
  const int serial = day - Date(1899, 12, 30);
  const int shifted = serial <= false_leap_day ? serial - 1 : serial;
  if (shifted < 1) return std::nullopt;
  return shifted;
}

bool shows_date(int format) {
  if (format >= 14 && format <= 17) return true;
  if (format == 22) return true;
  if (format >= 27 && format <= 31) return true;  // 27–36 and 50–58: editions of East Asia
  if (format == 36) return true;
  return (format >= 50 && format <= 54) || format == 57 || format == 58;
}

bool shows_date(std::string_view format_code) {
  const std::string letters = format_letters(format_code);
  if (letters.find("GENERAL") != std::string::npos) return false;
  if (letters.find_first_of("YD") != std::string::npos) return true;
  // M is a month unless it stands beside hours or seconds, where it is minutes.
  return letters.find('M') != std::string::npos && letters.find_first_of("HS") == std::string::npos;
}

}  // namespace zr::documents

#include "imports/rules/day_text.h"

#include <array>
#include <charconv>

#include "base/text.h"
#include "documents/date_serial.h"

namespace zr::imports {

namespace {

/// Reads along a text, digit group by separator.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}
  /// 1 to `most` digits; empty if none or more stand here.
  std::optional<int> digits(std::size_t most) {
    std::size_t n = 0;
    while (n < rest_.size() && rest_[n] >= '0' && rest_[n] <= '9') ++n;
    if (n == 0 || n > most) return std::nullopt;
    int value = 0;
    std::from_chars(rest_.data(), rest_.data() + n, value);
    rest_.remove_prefix(n);
    return value;
  }
  bool take(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

std::optional<Date> day_of(int year, int month, int day) {
  if (year < 1900 || year > 2200) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year(year),
                                        std::chrono::month(static_cast<unsigned>(month)),
                                        std::chrono::day(static_cast<unsigned>(day))};
  if (!ymd.ok()) return std::nullopt;
  return Date(std::chrono::sys_days(ymd));
}

std::string condensed(std::string_view text) {
  std::string out;
  const std::string half = half_width(text);
  for (const char c : half)
    if (c != '\t' && c != '\r' && c != '\n') out += c;
  return std::string(trim(out));
}

struct Separators {
  std::string_view after_year;
  std::string_view after_month;
  std::string_view after_day;
};
constexpr std::array separators{Separators{"-", "-", ""}, Separators{"/", "/", ""},
                                Separators{".", ".", ""}, Separators{"年", "月", "日"}};

/// Nothing, or a time of day that is dropped: " 00:00:00", "T08:30".
bool ends_day(std::string_view rest) {
  if (rest.empty()) return true;
  if (rest.front() != ' ' && rest.front() != 'T') return false;
  return rest.find_first_not_of("0123456789:. ", 1) == std::string_view::npos;
}

struct Parts {
  int year;
  int month;
  int day;
  std::string_view rest;
};

/// Year, month and day with one of the separators, whatever their size.
std::optional<Parts> parts_of(std::string_view text) {
  for (const Separators& way : separators) {
    Cursor at(text);
    const auto first = at.digits(4);
    if (!first || !at.take(way.after_year)) continue;
    at.take(" ");
    const auto second = at.digits(2);
    if (!second || !at.take(way.after_month)) continue;
    at.take(" ");
    const auto third = at.digits(4);
    if (!third || !at.take(way.after_day)) continue;
    return Parts{*first, *second, *third, at.rest()};
  }
  return std::nullopt;
}

std::optional<Date> eight_digits(std::string_view text) {
  if (text.size() != 8 || text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return Date::parse(std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" +
                     std::string(text.substr(6)));
}

/// What a text that is held probably means: 26.1.5, 5/13/2026 where only one order is possible.
std::optional<Date> guess(const Parts& parts) {
  if (parts.year < 100 && parts.day < 100) return day_of(2000 + parts.year, parts.month, parts.day);
  if (parts.day < 1900) return std::nullopt;
  const auto day_first = day_of(parts.day, parts.month, parts.year);
  const auto month_first = day_of(parts.day, parts.year, parts.month);
  if (day_first && month_first) return std::nullopt;
  return day_first ? day_first : month_first;
}

std::optional<int> quarter_number(Cursor& at) {
  at.take("第");
  constexpr std::array<std::string_view, 8> words{"一", "二", "三", "四", "1", "2", "3", "4"};
  for (std::size_t i = 0; i < words.size(); ++i) {
    Cursor ahead = at;
    if (ahead.take(words[i]) && ahead.take("季度")) {
      at = ahead;
      return static_cast<int>(i % 4) + 1;
    }
  }
  return std::nullopt;
}

/// The day that begins exactly here: a date, a month's or a quarter's last day.
std::optional<Date> spoken_here(std::string_view text) {
  Cursor at(text);
  const auto year = at.digits(4);
  if (!year || *year < 1990 || *year > 2100) return std::nullopt;
  if (const auto parts = parts_of(text))
    if (const auto day = day_of(parts->year, parts->month, parts->day)) return day;
  if (!at.take("年")) return std::nullopt;
  if (const auto quarter = quarter_number(at)) return Quarter{*year, *quarter}.last();
  const auto month = at.digits(2);
  if (!month || *month < 1 || *month > 12 || !at.take("月")) return std::nullopt;
  return Date(*year, static_cast<unsigned>(*month), 1).plus_months(1) - 1;
}

}  // namespace

DayText read_day(std::string_view text) {
  if (const auto day = Date::parse(text)) return {.day = day};
  const std::string compact = condensed(text);
  if (const auto day = eight_digits(compact)) return {.day = day, .tidied = true};
  const auto parts = parts_of(compact);
  if (!parts) return {};
  if (parts->year >= 1000 && parts->day < 100 && ends_day(parts->rest))
    return {.day = day_of(parts->year, parts->month, parts->day), .tidied = true};
  return {.meant = guess(*parts)};
}

DayText read_day_number(std::string_view number, documents::DateSystem system) {
  if (const auto day = eight_digits(number)) return {.day = day, .tidied = true};
  const auto day = documents::date_of_serial(number, system);
  if (!day || *day < Date(1990, 1, 1) || *day >= Date(2100, 1, 1)) return {};
  return {.day = day, .tidied = true};
}

std::optional<Date> day_spoken_of(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    const std::string compact = condensed(line);
    for (std::size_t i = 0; i < compact.size(); ++i) {
      const bool number_begins = compact[i] >= '0' && compact[i] <= '9' &&
                                 (i == 0 || compact[i - 1] < '0' || compact[i - 1] > '9');
      if (!number_begins) continue;
      if (const auto day = spoken_here(std::string_view(compact).substr(i))) return day;
    }
  }
  return std::nullopt;
}

}  // namespace zr::imports

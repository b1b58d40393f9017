#pragma once
/// Calendar dates, quarters and instants. China keeps UTC+8 without daylight saving, so an offset
/// is all that is needed. Nothing here reads the clock: today and now are always parameters.
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zr {

/// A calendar day 公历日期.
class Date {
 public:
  constexpr Date() = default;
  constexpr explicit Date(std::chrono::sys_days day) : day_(day) {}
  constexpr Date(int year, unsigned month, unsigned day)
      : day_(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)) {}
  /// Exactly "2026-01-05", a day that exists, 1900 to 2200; else empty.
  static std::optional<Date> parse(std::string_view text);

  std::string text() const;
  constexpr std::chrono::year_month_day ymd() const { return {day_}; }
  constexpr int year() const { return static_cast<int>(ymd().year()); }
  constexpr unsigned month() const { return static_cast<unsigned>(ymd().month()); }
  constexpr unsigned day() const { return static_cast<unsigned>(ymd().day()); }
  /// 0 Sunday … 6 Saturday.
  constexpr unsigned weekday() const { return std::chrono::weekday(day_).c_encoding(); }
  constexpr std::chrono::sys_days days() const { return day_; }

  constexpr auto operator<=>(const Date&) const = default;
  constexpr Date operator+(int days) const { return Date(day_ + std::chrono::days(days)); }
  constexpr Date operator-(int days) const { return *this + -days; }
  constexpr int operator-(Date other) const {
    return static_cast<int>((day_ - other.day_).count());
  }
  /// Same day of the month, or the month's last where it lacks that day.
  Date plus_months(int months) const;

 private:
  std::chrono::sys_days day_{};
};

/// A calendar quarter 季度.
struct Quarter {
  int year = 1970;
  int number = 1;  ///< 1 … 4
  auto operator<=>(const Quarter&) const = default;
  /// "2026Q3"; else empty.
  static std::optional<Quarter> parse(std::string_view text);
  static Quarter of(Date day) { return {day.year(), static_cast<int>(day.month() + 2) / 3}; }
  std::string text() const;
  Date first() const { return {year, static_cast<unsigned>(number * 3 - 2), 1}; }
  Date last() const { return next().first() - 1; }
  Quarter next() const { return number == 4 ? Quarter{year + 1, 1} : Quarter{year, number + 1}; }
  Quarter previous() const {
    return number == 1 ? Quarter{year - 1, 4} : Quarter{year, number - 1};
  }
};

/// A moment, in microseconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t micros = 0;
  auto operator<=>(const Instant&) const = default;
  /// "2026-01-05T08:00:00.000000+08:00", always this width, so text order is time order.
  std::string text() const;
  static std::optional<Instant> parse(std::string_view text);
  /// The day in China.
  Date date() const;
  /// 00:00 of a day in China.
  static Instant start_of(Date day);
  Instant operator+(std::chrono::microseconds span) const { return {micros + span.count()}; }
  std::chrono::microseconds operator-(Instant other) const {
    return std::chrono::microseconds(micros - other.micros);
  }
};

}  // namespace zr

#pragma once
/// Days as people type them: 2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105 and spreadsheet
/// serials. A year of two digits, a month alone or day before month is held, never guessed.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/table.h"

namespace zr::imports {

struct DayText {
  std::optional<Date> day{};    ///< read without doubt
  bool tidied = false;          ///< not written as 2026-01-05
  std::optional<Date> meant{};  ///< of a text that is held
};

DayText read_day(std::string_view text);
/// A plain number as a spreadsheet serial, where it lies between 1990 and 2100, or as 20260105.
DayText read_day_number(std::string_view number, documents::DateSystem system);

/// The day that lines above a table speak of: 数据日期：2026年9月30日, 截至2026-09-30, 2026年9月末,
/// 2026年三季度. The first line that names one decides; a month or quarter means its last day.
std::optional<Date> day_spoken_of(const std::vector<std::string>& lines);

}  // namespace zr::imports

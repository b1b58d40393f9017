#pragma once
/// Spreadsheet dates: a day is a count from 1900 or 1904, and only its number format says that it
/// is one. Chinese formats (yyyy"年"m"月"d"日", [DBNum1]…) are read like any other. Times of day
/// are dropped; a time without a day is a plain number.
#include <optional>
#include <string_view>

#include "base/date.h"
#include "documents/table.h"

namespace zr::documents {

/// The day of a serial, its fraction dropped. Empty for 1900-02-29 (serial 60 of the 1900 system,
/// which never was), for serials below the first day and beyond the year 2200.
std::optional<Date> date_of_serial(double serial, DateSystem system);
/// Same for a plain decimal as a cell gives it ("46027", "46027.5").
std::optional<Date> date_of_serial(std::string_view serial, DateSystem system);
/// The 1900-system serial of a day; empty before 1900-01-01.
std::optional<int> serial_of(Date day);

/// Does the format with this built-in number show a day? Includes those of Chinese editions.
bool shows_date(int built_in_format);
/// Does this format code show a day (year, month or day of month)?
bool shows_date(std::string_view format_code);

}  // namespace zr::documents

#include "documents/date_serial.h"

#include <doctest/doctest.h>

using namespace zr;
using namespace zr::documents;

TEST_CASE("a serial of the 1900 system is the day Excel shows, around the day that never was") {
  const auto day = [](double serial) { return date_of_serial(serial, DateSystem::from_1900); };
  CHECK_FALSE(day(0));
  CHECK(day(1) == Date(1900, 1, 1));
  CHECK(day(59) == Date(1900, 2, 28));
  CHECK_FALSE(day(60));
  CHECK_FALSE(day(60.5));
  CHECK(day(61) == Date(1900, 3, 1));
  CHECK(day(46027) == Date(2026, 1, 5));
  CHECK(day(46027.999) == Date(2026, 1, 5));
  CHECK(day(109939) == Date(2200, 12, 31));
  CHECK_FALSE(day(109940));
  CHECK_FALSE(day(-1));
  CHECK_FALSE(day(1e300));
}

TEST_CASE("a serial of the 1904 system counts from its own first day") {
  CHECK(date_of_serial(0.0, DateSystem::from_1904) == Date(1904, 1, 1));
  CHECK(date_of_serial(44565.0, DateSystem::from_1904) == Date(2026, 1, 5));
}

TEST_CASE("a serial written as text is read like the number") {
  CHECK(date_of_serial("46027", DateSystem::from_1900) == Date(2026, 1, 5));
  CHECK(date_of_serial("46027.25", DateSystem::from_1900) == Date(2026, 1, 5));
  for (const char* text : {"", "4.6e4", "46027 ", "abc", "nan", "-46027", "0x10"})
    CHECK_FALSE(date_of_serial(text, DateSystem::from_1900));
}

TEST_CASE("the serial of a day is the one that reads back as it") {
  for (Date day(1900, 1, 1); day <= Date(1900, 4, 1); day = day + 1)
    CHECK(date_of_serial(*serial_of(day), DateSystem::from_1900) == day);
  CHECK(serial_of(Date(2026, 1, 5)) == 46027);
  CHECK_FALSE(serial_of(Date(1899, 12, 31)));
}

TEST_CASE("pitfall 35: a format shows a date if it shows a year, a month or a day") {
  for (const char* code :
       {"yyyy\"年\"m\"月\"d\"日\";@", "yyyy年m月d日", "[$-804]yyyy\"年\"m\"月\"", "yyyy/m/d",
        "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "m\"月\"d\"日\"",
        "[$-F800]dddd\\,\\ mmmm\\ dd", "yyyy-mm-dd hh:mm:ss", "d-mmm", "mmm", "YYYY.MM.DD"}) {
    CAPTURE(code);
    CHECK(shows_date(code));
  }
}

TEST_CASE("a format of amounts, times or texts shows no date") {
  for (const char* code :
       {"General", "G/通用格式", "#,##0.00", "0.00E+00", "0.00%", "h:mm:ss", "[h]:mm", "mm:ss",
        "h:mm AM/PM", "@", "[$¥-804]#,##0.00", "#,##0.00\" yd\"", "0\\d", "[Red]0", "0_d;[Red]yyyy",
        "", "\"unclosed yyyy", "[unclosed"}) {
    CAPTURE(code);
    CHECK_FALSE(shows_date(code));
  }
}

TEST_CASE("built-in formats show dates as in Chinese editions, times alone do not") {
  for (const int format : {14, 15, 16, 17, 22, 27, 31, 36, 50, 54, 57, 58})
    CHECK(shows_date(format));
  for (const int format : {0, 1, 4, 13, 18, 21, 23, 26, 32, 35, 37, 45, 49, 55, 56, 59, 176})
    CHECK_FALSE(shows_date(format));
}

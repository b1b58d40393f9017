#include "api/read.h"

#include <doctest/doctest.h>

using zr::api::cursor_number;
using zr::api::Listing;

TEST_CASE("a list goes on after the number of its cursor, and begins where that is none") {
  CHECK(Listing{}.after() == 0);
  CHECK(Listing{}.after(INT64_MAX) == INT64_MAX);
  CHECK(Listing{.cursor = "7"}.after(INT64_MAX) == 7);
  CHECK(Listing{.cursor = "x"}.after(INT64_MAX) == INT64_MAX);
}

TEST_CASE("no cursor but a whole number that fits is taken for one") {
  CHECK(cursor_number("0") == 0);
  CHECK(cursor_number("9223372036854775807") == INT64_MAX);
  for (const char* text : {"", "-1", "+1", "1 ", " 1", "1x", "1.5", "9223372036854775808", "１"})
    CHECK_MESSAGE(!cursor_number(text), text);
}

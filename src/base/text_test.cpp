#include "base/text.h"

#include <doctest/doctest.h>

TEST_CASE("only well-formed UTF-8 is accepted") {
  CHECK(zr::valid_utf8("质押𠮷"));
  CHECK_FALSE(zr::valid_utf8("\xC0\xAF"));
  CHECK_FALSE(zr::valid_utf8("\xED\xA0\x80"));
  CHECK_FALSE(zr::valid_utf8("\xE8\xB4"));
  CHECK(zr::length("质押𠮷a") == 4);
}

TEST_CASE("full-width letters and digits become half width, Chinese stays") {
  CHECK(zr::half_width("９１Ａ－质　x") == "91A-质 x");
  CHECK(zr::trim("　 元 \t") == "元");
  CHECK(zr::upper("9a质") == "9A质");
}

TEST_CASE("hexadecimal reads back") {
  CHECK(zr::hex(std::string_view("\x00\xFF", 2)) == "00ff");
  CHECK(zr::unhex("00ff") == std::string("\x00\xFF", 2));
  CHECK_FALSE(zr::unhex("0"));
  CHECK_FALSE(zr::unhex("zz"));
}

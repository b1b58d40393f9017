#include "accounts/password_policy.h"

#include <doctest/doctest.h>

using zr::accounts::strong;

TEST_CASE("security 6: twelve characters are enough, eleven are not") {
  CHECK(strong("mx7kq4tvp2rn", "zhang.san"));
  CHECK_FALSE(strong("mx7kq4tvp2r", "zhang.san"));
  CHECK(strong("质押融资郑州市入园惠企方案", "zhang.san"));
}

TEST_CASE("security 6: common words, runs and the login are refused however long") {
  for (const char* weak : {"password1234", "Password2026!", "Qwerty123456", "admin@123456",
                           "123456789012", "aaaaaaaaaaaa", "abababababab", "abcdefghijkl",
                           "Zhengzhou@2026", "woaini520520", "P@ssw0rd1234", "iloveyou2026"})
    CHECK_FALSE(strong(weak, "zhang.san"));
  CHECK_FALSE(strong("mx7-zhang.san-q4", "zhang.san"));
  CHECK_FALSE(strong("mx7-ZHANG.SAN-q4", "zhang.san"));
}

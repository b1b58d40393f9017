#include "documents/guard.h"

#include <doctest/doctest.h>

using namespace zr::documents;

TEST_CASE(
    "control 42: every beginning of a formula is neutralised, also behind blanks and quotes") {
  for (const char* text : {"=1+1",  "+1",   "-1",       "@SUM(A1)", "\t=1",
                           "\r=1",  "\n=1", "＝1+1",    "＋1",      "－1",
                           "＠SUM", " =1",  "  +1",     "\"=1\"",   "'=1",
                           "\" =1", "　=1", "\u00A0=1", "-",        "=cmd|' /C calc'!A0"}) {
    CAPTURE(text);
    CHECK(guard(text) == std::string("'") + text);
  }
}

TEST_CASE("control 42: harmless texts stay as they are") {
  for (const char* text : {"", " ", "郑州", "1-2", "a=b", "'quoted'", "'", "2026-01-05", "123.45"})
    CHECK(guard(text) == text);
}

TEST_CASE("control 42: reading a guarded text back gives the original, whatever it was") {
  const char pieces[] = {'=', '-', '\'', '"', ' ', 'a', '\t', '1'};
  constexpr int longest = 5;
  for (int size = 0; size <= longest; ++size) {
    int combinations = 1;
    for (int i = 0; i < size; ++i) combinations *= 8;
    for (int n = 0; n < combinations; ++n) {
      std::string text;
      for (int i = 0, rest = n; i < size; ++i, rest /= 8)
        text += pieces[static_cast<std::size_t>(rest % 8)];
      const std::string guarded = guard(text);
      REQUIRE(unguard(guarded) == text);
      if (looks_like_formula(text)) REQUIRE(guarded[0] == '\'');
    }
  }
}

#include "http/download.h"

#include <doctest/doctest.h>

using namespace zr;
using http::content_disposition;
using Shown = api::Download::Shown;

TEST_CASE("a downloaded file keeps its Chinese name") {
  CHECK(content_disposition("台账.xlsx", Shown::saved) ==
        "attachment; filename=\"__.xlsx\"; filename*=UTF-8''%E5%8F%B0%E8%B4%A6.xlsx");
}
TEST_CASE("no name of a file can split a header or leave its quotes (security row 41)") {
  const std::string text =
      content_disposition({"a\r\nSet-Cookie: x=\"1\";../b\0c", 27}, Shown::inside);
  CHECK(text.starts_with("inline; filename=\"a__Set-Cookie__x__1__.._b_c\""));
  for (const char c : text) CHECK((c >= ' ' && c <= '~'));
}
TEST_CASE("a name of any length is cut") {
  CHECK(content_disposition(std::string(5000, 'a'), Shown::saved).size() < 1300);
}

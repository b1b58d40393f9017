#include "http/negotiate.h"

#include <doctest/doctest.h>

#include "http/message.h"

using namespace zr;

TEST_CASE("Chinese is answered unless the client prefers English") {
  using http::preferred_language;
  CHECK(preferred_language("") == Language::zh);
  CHECK(preferred_language("fr, de;q=0.5") == Language::zh);
  CHECK(preferred_language("en-GB,en;q=0.9") == Language::en);
  CHECK(preferred_language("zh-CN,en;q=0.9") == Language::zh);
  CHECK(preferred_language("zh;q=0.8,EN;q=0.9") == Language::en);
  CHECK(preferred_language("en;q=0") == Language::zh);
  CHECK(preferred_language("en;q=nonsense") == Language::zh);
}

TEST_CASE("an encoding counts only if it is accepted by name or by star") {
  using http::accepts_encoding;
  CHECK(accepts_encoding("gzip, br;q=0.5", "br"));
  CHECK_FALSE(accepts_encoding("gzip, br;q=0", "br"));
  CHECK_FALSE(accepts_encoding("gzip", "br"));
  CHECK(accepts_encoding("*", "br"));
  CHECK_FALSE(accepts_encoding("*, br;q=0", "br"));
  CHECK_FALSE(accepts_encoding("", "gzip"));
}

TEST_CASE("an entity tag is found in its list, weak or not") {
  CHECK(http::lists_tag("\"a\", W/\"b\"", "\"b\""));
  CHECK(http::lists_tag("*", "\"b\""));
  CHECK_FALSE(http::lists_tag("\"bb\"", "\"b\""));
}

TEST_CASE("a cookie or header that stands twice is as good as none") {
  http::Request request;
  request.headers = {{"cookie", "a=1; zr=secret;b=2; a=3"}, {"x", "1"}, {"x", "2"}};
  CHECK(request.cookie("zr") == "secret");
  CHECK_FALSE(request.cookie("a"));
  CHECK_FALSE(request.cookie("z"));
  CHECK_FALSE(request.header("x"));
}

#include "http/problem.h"

#include <doctest/doctest.h>

using namespace zr;

TEST_CASE("a refusal becomes a problem document in the reader's language") {
  const Problem problem = Problem::at("/amount_fen", bad_input);
  const auto zh = http::problem_response(problem, Language::zh, "r-1");
  CHECK(zh.status == 400);
  CHECK(
      std::get<std::string>(zh.body) ==
      R"({"type":"urn:zhirong:problem:bad_input","title":"填写内容有误，请按提示修改","status":400,)"
      R"("code":"bad_input","detail":"填写内容有误，请按提示修改","request_id":"r-1",)"
      R"("errors":[{"pointer":"/amount_fen","code":"bad_input","message":"填写内容有误，请按提示修改"}]})");
  const auto en = http::problem_response(problem, Language::en, "r-1");
  CHECK(std::get<std::string>(en.body).find("Some fields need correcting") != std::string::npos);
  CHECK(http::only(en.headers, "Content-Type") == "application/problem+json");
  CHECK(http::only(en.headers, "Content-Language") == "en");
}

TEST_CASE("each ground has its status") {
  using http::status_of;
  CHECK(status_of(http::bad_request) == 400);
  CHECK(status_of(http::bad_target) == 400);
  CHECK(status_of(http::bad_forwarding) == 400);
  CHECK(status_of(http::method_not_allowed) == 405);
  CHECK(status_of(http::request_timeout) == 408);
  CHECK(status_of(http::body_too_large) == 413);
  CHECK(status_of(http::target_too_long) == 414);
  CHECK(status_of(http::encoded_body) == 415);
  CHECK(status_of(http::bad_expectation) == 417);
  CHECK(status_of(http::too_many_connections) == 429);
  CHECK(status_of(http::headers_too_large) == 431);
  CHECK(status_of(http::internal) == 500);
  CHECK(status_of(http::busy) == 503);
  CHECK(status_of(http::storage_full) == 507);
  CHECK(status_of(not_found) == 404);
  CHECK(http::only(http::problem_response(http::busy, Language::zh, "").headers, "Retry-After") ==
        "1");
}

TEST_CASE("row 46: text in a document can break neither its JSON nor a line of a log") {
  CHECK(http::json_text("a\"\\\n\x1b质") == R"("a\"\\\u000a\u001b质")");
  CHECK(http::json_text("a\xFFz\xE8\xB4") == "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

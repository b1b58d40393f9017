#include "http/head.h"

#include <doctest/doctest.h>

#include <random>

#include "http/body.h"
#include "http/refusals.h"

using namespace zr;

namespace {

/// The code of what refuses this text, "more" or "ok".
std::string verdict(const std::string& text, const http::HeadLimits& limits = {}) {
  http::HeadScanner scanner(limits);
  const auto length = scanner.scan(text);
  if (!length) return std::string(length.problem().refusal.code);
  if (*length == 0) return "more";
  const auto head = http::read_head(text.substr(0, *length));
  return head ? "ok" : std::string(head.problem().refusal.code);
}

}  // namespace

TEST_CASE("a head is read the same in one piece and byte by byte") {
  const std::string text =
      "\r\nPOST /a?b HTTP/1.1\r\nHost: zr:8080\r\nX-Name:  v w \r\nContent-Length: 5\r\n"
      "Connection: close\r\nExpect: 100-continue\r\n\r\nhello";
  http::HeadScanner scanner({});
  std::size_t length = 0;
  for (std::size_t n = 1; length == 0; ++n) length = *scanner.scan(text.substr(0, n));
  CHECK(length == text.size() - 5);
  const auto head = http::read_head(text.substr(0, length));
  REQUIRE(head);
  CHECK(head->method == http::Method::post);
  CHECK(head->target == "/a?b");
  CHECK(http::only(head->headers, "x-name") == "v w");
  CHECK(head->content_length == 5);
  CHECK_FALSE(head->keeps_alive);
  CHECK(head->expects_continue);
}

TEST_CASE("limits of a head: the last allowed passes, the next is refused") {
  const auto with_fields = [](int count) {
    std::string text = "GET / HTTP/1.1\r\nHost: zr\r\n";
    for (int i = 1; i < count; ++i) text += "a: b\r\n";
    return text + "\r\n";
  };
  CHECK(verdict(with_fields(100)) == "ok");
  CHECK(verdict(with_fields(101)) == "headers_too_large");
  const auto with_target = [](std::size_t bytes) {
    return "GET /" + std::string(bytes - 1, 'a') + " HTTP/1.1\r\nHost: zr\r\n\r\n";
  };
  CHECK(verdict(with_target(8192)) == "ok");
  CHECK(verdict(with_target(8193)) == "target_too_long");
  CHECK(verdict(std::string(9000, 'a')) == "target_too_long");
  const auto with_bytes = [](std::size_t bytes) {
    std::string text = "GET / HTTP/1.1\r\nHost: zr\r\nx: ";
    return text + std::string(bytes - text.size() - 4, 'a') + "\r\n\r\n";
  };
  CHECK(verdict(with_bytes(16 * 1024)) == "ok");
  CHECK(verdict(with_bytes(16 * 1024 + 1)) == "headers_too_large");
}

TEST_CASE("a request of HTTP/1.0 needs no Host and never keeps the connection") {
  const auto head = http::read_head("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  REQUIRE(head);
  CHECK_FALSE(head->keeps_alive);
  CHECK(verdict("GET / HTTP/1.1\r\n\r\n") == "bad_request");
}

TEST_CASE("garbage is refused at its first wrong byte, not at the deadline") {
  CHECK(verdict("\x16\x03\x01") == "bad_request");
  CHECK(verdict("GET / HTTP/1.1\nH") == "bad_request");
  CHECK(verdict("GET /\xE8") == "bad_request");
  CHECK(verdict("GET / HTTP/1.1\r\nHost: zr\r\n") == "more");
  CHECK(verdict("BREW / HTTP/1.1\r\nHost: zr\r\n\r\n") == "method_not_allowed");
  CHECK(verdict("GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n") == "ok");
  CHECK(verdict("GET / HTTP/1.1\r\nHost: [::1\r\n\r\n") == "bad_request");
}

TEST_CASE("20,000 mutated requests neither crash the readers nor slip a length past them") {
  const std::string good =
      "POST /a/b?c=d HTTP/1.1\r\nHost: zr\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n"
      "Connection: keep-alive\r\n\r\n5;x\r\nhello\r\n0\r\n\r\n";
  std::mt19937 random(20260930);
  for (int round = 0; round < 20'000; ++round) {
    std::string text = good;
    for (auto edits = random() % 4 + 1; edits > 0; --edits) {
      const auto at = random() % text.size();
      switch (random() % 3) {
        case 0:
          text[at] = static_cast<char>(random() % 256);
          break;
        case 1:
          text.erase(at, random() % 20);
          break;
        default:
          text.insert(at, text.substr(random() % text.size(), random() % 20));
      }
    }
    http::HeadScanner scanner({});
    const auto length = scanner.scan(text);
    if (!length || *length == 0) continue;
    const auto head = http::read_head(text.substr(0, *length));
    if (!head) continue;
    CHECK_FALSE((head->chunked && http::only(head->headers, "content-length")));
    http::BodyDecoder decoder(*head, 1000);
    std::string out;
    const auto used = decoder.feed(std::string_view(text).substr(*length), out);
    CHECK((!used || out.size() <= 1000));
  }
}

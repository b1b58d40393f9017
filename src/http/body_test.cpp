#include "http/body.h"

#include <doctest/doctest.h>

#include "http/refusals.h"

using namespace zr;
using http::BodyDecoder;

namespace {

http::Head chunked_head() {
  http::Head head;
  head.chunked = true;
  return head;
}

/// Fed in pieces of `step` bytes; the decoded text, or the refusal's code.
std::string decode_in_steps(std::string_view wire, std::size_t step, std::uint64_t limit = 100) {
  BodyDecoder decoder(chunked_head(), limit);
  std::string out;
  while (!wire.empty() && !decoder.done()) {
    const auto used = decoder.feed(wire.substr(0, step), out);
    if (!used) return std::string(used.problem().refusal.code);
    wire.remove_prefix(*used);
  }
  return decoder.done() ? out + "|" + std::string(wire) : "unfinished";
}

}  // namespace

TEST_CASE("a chunked body is the same however it is cut, and ends at its own last byte") {
  constexpr std::string_view wire = "5;name=\"v\"\r\nhello\r\n6\r\n world\r\n0\r\n\r\nGET /";
  for (std::size_t step = 1; step <= wire.size(); ++step)
    CHECK(decode_in_steps(wire, step) == "hello world|GET /");
  // Cut exactly here, Beast's own decoder ends the process.
  BodyDecoder decoder(chunked_head(), 10);
  std::string out;
  CHECK(*decoder.feed("0\r\n", out) == 3);
  CHECK(*decoder.feed("\r", out) == 1);
  CHECK_FALSE(decoder.done());
  CHECK(*decoder.feed("\n", out) == 1);
  CHECK(decoder.done());
}

TEST_CASE("whatever is no chunk is refused") {
  for (const auto* wire :
       {"\r\n", "x\r\n", "0x5\r\nhello\r\n", "-5\r\n", "+5\r\n", " 5\r\nhello\r\n",
        "5 \r\nhello\r\n", "5\nhello\r\n", "5\r\nhello0\r\n\r\n", "5\r\nhello\n0\r\n\r\n",
        "5\rhello", "5;a\nb\r\nhello\r\n", "0\r\nX: y\r\n\r\n", "0\r\n \r\n",
        "0000000000000005\r\nhello\r\n", ";a\r\n"})
    CHECK_MESSAGE(decode_in_steps(wire, 3) == "bad_request", wire);
}

TEST_CASE("a body may reach its limit and not pass it") {
  CHECK(decode_in_steps("5\r\nhello\r\n0\r\n\r\n", 4, 5) == "hello|");
  CHECK(decode_in_steps("6\r\nhello!\r\n0\r\n\r\n", 4, 5) == "body_too_large");
  CHECK(decode_in_steps("FFFFFFFFFFFFFFF\r\nhello", 4, 5) == "body_too_large");
  CHECK(decode_in_steps("5;" + std::string(5000, 'e') + "\r\nhello\r\n", 64) == "bad_request");
}

TEST_CASE("a sized body takes exactly its bytes") {
  http::Head head;
  head.content_length = 5;
  BodyDecoder decoder(head, 5);
  std::string out;
  CHECK(*decoder.feed("hel", out) == 3);
  CHECK(*decoder.feed("loGET /", out) == 2);
  CHECK(decoder.done());
  CHECK(out == "hello");
  CHECK(decoder.decoded() == 5);
  CHECK(BodyDecoder(http::Head{}, 5).done());
}

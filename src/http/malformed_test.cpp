#include <atomic>
#include <thread>

#include "http/test_kit.h"

using namespace zr;
using namespace zr::http;
using test::Client;
using test::milliseconds;
using test::serve;
using namespace std::string_literals;

namespace {

struct Malformed {
  const char* name;
  std::string raw;
};

const std::string get = "GET /x HTTP/1.1\r\nHost: zr\r\n";
const std::string post = "POST /x HTTP/1.1\r\nHost: zr\r\n";
const std::string chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
/// What would be a second request to a server that sees an end of the body here.
const std::string hidden = "GET /smuggled HTTP/1.1\r\nHost: zr\r\n\r\n";

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

/// Raw bytes of which each ends in one 4xx or a hang-up; none reaches a handler.
const std::vector<Malformed> malformed = {
    // Where does the body end? Each of these has split real proxies from real servers.
    {"length and chunks",
     post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden},
    {"chunks and length",
     post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + hidden},
    {"two equal lengths", post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello" + hidden},
    {"two different lengths", post + "Content-Length: 0\r\nContent-Length: 40\r\n\r\n" + hidden},
    {"a list of lengths", post + "Content-Length: 5, 5\r\n\r\nhello" + hidden},
    {"a signed length", post + "Content-Length: +5\r\n\r\nhello" + hidden},
    {"a negative length", post + "Content-Length: -1\r\n\r\n" + hidden},
    {"a hexadecimal length", post + "Content-Length: 0x5\r\n\r\nhello" + hidden},
    {"an exponent length", post + "Content-Length: 5e0\r\n\r\nhello" + hidden},
    {"an empty length", post + "Content-Length:\r\n\r\nhello" + hidden},
    {"a length beyond 64 bits", post + "Content-Length: 99999999999999999999\r\n\r\nhello"},
    {"a length with a blank", post + "Content-Length: 5 5\r\n\r\nhello" + hidden},
    {"a full-width length", post + "Content-Length: ５\r\n\r\nhello" + hidden},
    {"a length in quotes", post + "Content-Length: \"5\"\r\n\r\nhello" + hidden},
    {"blank before the colon", post + "Content-Length : 5\r\n\r\nhello" + hidden},
    {"tab before the colon", post + "Transfer-Encoding\t: chunked\r\n\r\n0\r\n\r\n" + hidden},
    {"folded first line", "POST /x HTTP/1.1\r\n Host: zr\r\nContent-Length: 0\r\n\r\n" + hidden},
    {"folded value", post + "X-A: b\r\n c\r\nContent-Length: 0\r\n\r\n" + hidden},
    {"folded coding", post + "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n" + hidden},
    {"unknown coding", post + "Transfer-Encoding: xchunked\r\n\r\n" + hidden},
    {"chunked not last", post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + hidden},
    {"identity, chunked", post + "Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n" + hidden},
    {"identity", post + "Transfer-Encoding: identity\r\nContent-Length: 3\r\n\r\n0\r\n" + hidden},
    {"gzip, chunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" + hidden},
    {"coding twice",
     post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n" + hidden},
    {"coding in quotes", post + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n" + hidden},
    {"coding with a parameter", post + "Transfer-Encoding: chunked;q=1\r\n\r\n0\r\n\r\n" + hidden},
    {"coding behind a vertical tab", post +
                                         "Transfer-Encoding: \x0b"
                                         "chunked\r\n\r\n0\r\n\r\n" +
                                         hidden},
    {"chunks in HTTP/1.0",
     "POST /x HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden},
    {"body of a GET", get + "Content-Length: 5\r\n\r\nhello" + hidden},
    {"chunks of a HEAD",
     "HEAD /x HTTP/1.1\r\nHost: zr\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
    // Chunks.
    {"chunk size 0x5", chunked + "0x5\r\nhello\r\n0\r\n\r\n"},
    {"negative chunk size", chunked + "-5\r\nhello\r\n0\r\n\r\n"},
    {"empty chunk size", chunked + "\r\nhello\r\n0\r\n\r\n"},
    {"chunk size beyond 64 bits", chunked + "FFFFFFFFFFFFFFFFF\r\nhello"},
    {"chunk size that wraps to 5", chunked + "10000000000000005\r\nhello\r\n0\r\n\r\n" + hidden},
    {"blank before a chunk size", chunked + " 5\r\nhello\r\n0\r\n\r\n"},
    {"chunk size ended by LF", chunked + "5\nhello\r\n0\r\n\r\n"},
    {"chunk longer than said", chunked + "3\r\nhello\r\n0\r\n\r\n"},
    {"chunk shorter than said", chunked + "8\r\nhello\r\n0\r\n\r\n"},
    {"chunk ended by LF", chunked + "5\r\nhello\n0\r\n\r\n"},
    {"line feed in an extension", chunked + "5;a\nb\r\nhello\r\n0\r\n\r\n"},
    {"flood of extensions", chunked + "5;" + std::string(5000, 'e') + "\r\nhello\r\n0\r\n\r\n"},
    {"trailers", chunked + "0\r\nX-Forwarded-For: 1.2.3.4\r\n\r\n"},
    {"garbage after the last chunk", chunked + "0\r\nx\r\n\r\n"},
    // Lines.
    {"bare line feeds", "GET /x HTTP/1.1\nHost: zr\n\n"},
    {"one bare line feed", "GET /x HTTP/1.1\r\nHost: zr\nX: y\r\n\r\n"},
    {"bare carriage return", get + "X-A: b\rX-B: c\r\n\r\n"},
    {"doubled carriage return", "GET /x HTTP/1.1\r\r\nHost: zr\r\n\r\n"},
    {"NUL in a value", get + "X-A: b\0c\r\n\r\n"s},
    {"NUL in a name", get + "X\0A: b\r\n\r\n"s},
    {"no colon", get + "X-A b\r\n\r\n"},
    {"no name", get + ": b\r\n\r\n"},
    {"blank in a name", get + "X A: b\r\n\r\n"},
    {"bracket in a name", get + "X(A): b\r\n\r\n"},
    {"two empty lines first", "\r\n\r\n" + get + "\r\n"},
    {"control character in a value", get + "X-A: \x01\r\n\r\n"},
    // Request line and host.
    {"no host", "GET /x HTTP/1.1\r\n\r\n"},
    {"two hosts", get + "Host: other\r\n\r\n"},
    {"empty host", "GET /x HTTP/1.1\r\nHost:\r\n\r\n"},
    {"host with a path", "GET /x HTTP/1.1\r\nHost: zr/admin\r\n\r\n"},
    {"host with a user", "GET /x HTTP/1.1\r\nHost: me@zr\r\n\r\n"},
    {"host list", "GET /x HTTP/1.1\r\nHost: zr, other\r\n\r\n"},
    {"HTTP/0.9", "GET /x\r\n\r\n"},
    {"HTTP/2.0", "GET /x HTTP/2.0\r\nHost: zr\r\n\r\n"},
    {"HTTP/1.10", "GET /x HTTP/1.10\r\nHost: zr\r\n\r\n"},
    {"lower-case http", "GET /x http/1.1\r\nHost: zr\r\n\r\n"},
    {"preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
    {"hello of TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"s},
    {"binary noise", "\xff\xfe\x00\x80garbage\r\n\r\n"s},
    {"lower-case method", "get /x HTTP/1.1\r\nHost: zr\r\n\r\n"},
    {"method that is no token", "G@T /x HTTP/1.1\r\nHost: zr\r\n\r\n"},
    {"unknown method", "BREW /x HTTP/1.1\r\nHost: zr\r\n\r\n"},
    {"TRACE", "TRACE /x HTTP/1.1\r\nHost: zr\r\n\r\n"},
    {"CONNECT", "CONNECT zr:443 HTTP/1.1\r\nHost: zr\r\n\r\n"},
    {"absolute form", "GET http://zr/x HTTP/1.1\r\nHost: zr\r\n\r\n"},
    {"absolute form of another host", "GET http://other/x HTTP/1.1\r\nHost: zr\r\n\r\n"},
    {"asterisk form", "OPTIONS * HTTP/1.1\r\nHost: zr\r\n\r\n"},
    {"two blanks", "GET  /x HTTP/1.1\r\nHost: zr\r\n\r\n"},
    {"tabs for blanks", "GET\t/x\tHTTP/1.1\r\nHost: zr\r\n\r\n"},
    {"blank in the target", "GET /x y HTTP/1.1\r\nHost: zr\r\n\r\n"},
    {"no target", "GET HTTP/1.1\r\nHost: zr\r\n\r\n"},
    {"blank before the method", " GET /x HTTP/1.1\r\nHost: zr\r\n\r\n"},
    {"raw UTF-8 in the target", "GET /质 HTTP/1.1\r\nHost: zr\r\n\r\n"},
    {"fragment in the target", "GET /x#y HTTP/1.1\r\nHost: zr\r\n\r\n"},
    // Sizes and wishes.
    {"101 headers", get + repeated("a: b\r\n", 101) + "\r\n"},
    {"head of 17 KB", get + "x: " + std::string(17'000, 'y') + "\r\n\r\n"},
    {"target of 9 KB", "GET /" + std::string(9'000, 'y') + " HTTP/1.1\r\nHost: zr\r\n\r\n"},
    {"method of 9 KB", std::string(9'000, 'A')},
    {"body above the limit", post + "Content-Length: 2000000\r\n\r\n" + hidden},
    {"chunks above the limit", chunked + "1E8480\r\n" + hidden},
    {"encoded body", post + "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello"},
    {"unknown expectation", post + "Expect: 200-maybe\r\nContent-Length: 5\r\n\r\nhello"},
    {"two cookies", get + "Cookie: a=1\r\nCookie: a=2\r\n\r\n"},
    {"two content types",
     post + "Content-Type: a/b\r\nContent-Type: c/d\r\nContent-Length: 5\r\n\r\nhello"},
    {"two idempotency keys", post + "Idempotency-Key: a\r\nIdempotency-Key: b\r\n\r\n"},
    {"two authorizations", get + "Authorization: a\r\nAuthorization: b\r\n\r\n"},
};

int count_of(std::string_view text, std::string_view part) {
  int count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

}  // namespace

TEST_CASE(
    "row 36: every malformed request ends in one 4xx or a hang-up, and the server is well after") {
  CHECK(malformed.size() >= 57);
  std::atomic<int> handled{0};
  const auto server =
      serve({.limits = {.head_time = milliseconds(500), .body_grace = milliseconds(500)},
             .handle = [&](const Request& request) {
               if (request.path != "/well") ++handled;
               return test::echo(request);
             }});
  for (const Malformed& one : malformed) {
    CAPTURE(one.name);
    Client client(server->port());
    const auto began = std::chrono::steady_clock::now();
    client.send(one.raw);
    const auto all = client.rest(milliseconds(4000));
    CHECK(client.hung_up(milliseconds(0)));
    CHECK(count_of(all, "HTTP/1.1 ") == 1);
    CHECK(all.starts_with("HTTP/1.1 4"));
    CHECK(all.find("\"code\":") != std::string::npos);
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(5));
    Client well(server->port());
    well.get("/well");
    CHECK(well.answer().status == 200);
  }
  CHECK(handled == 0);
}

TEST_CASE("requests cut at every byte end quietly when the client hangs up") {
  const auto server = serve();
  const std::string whole = chunked + "5\r\nhello\r\n0\r\n\r\n";
  for (std::size_t n = 0; n < whole.size(); ++n) {
    Client client(server->port());
    client.send(std::string_view(whole).substr(0, n));
    client.finish_sending();
    CHECK(client.rest() == "");
  }
  Client client(server->port());
  for (const char byte : whole) client.send({&byte, 1});
  CHECK(client.answer().body == "POST /x hello");
}

TEST_CASE("an upgrade is not taken up: the request is answered as it is") {
  const auto server = serve();
  Client client(server->port());
  client.get("/x",
             "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n");
  CHECK(client.answer().status == 200);
  client.get("/y");
  CHECK(client.answer().body == "GET /y ");
}

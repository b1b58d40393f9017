#include <poll.h>

#include <atomic>
#include <thread>

#include "http/test_kit.h"

using namespace zr;
using namespace zr::http;
using test::Client;
using test::milliseconds;
using test::serve;
using Clock = std::chrono::steady_clock;

namespace {

Limits short_deadlines() {
  return {.head_time = milliseconds(300),
          .idle_time = milliseconds(400),
          .body_grace = milliseconds(300),
          .body_rate = 1000,
          .write_time = milliseconds(400)};
}

int status_of_raw(const Server& server, std::string_view raw) {
  Client client(server.port());
  client.send(raw);
  return client.answer().status;
}

/// Sends one byte each 20 ms until the server answers or hangs up; how long that took.
milliseconds drip(Client& client, std::string_view bytes) {
  const auto began = Clock::now();
  for (const char byte : bytes) {
    if (!client.send({&byte, 1})) break;
    pollfd waiting{client.descriptor(), POLLIN, 0};
    if (::poll(&waiting, 1, 20) > 0) break;
  }
  return std::chrono::duration_cast<milliseconds>(Clock::now() - began);
}

}  // namespace

TEST_CASE("each limit on a head or a body has its status") {
  const auto server = serve({.limits = {.body_bytes = 10}});
  const std::string start = "POST /x HTTP/1.1\r\nHost: zr\r\n";
  std::string many = start;
  for (int i = 0; i < 101; ++i) many += "a: b\r\n";
  CHECK(status_of_raw(*server, many) == 431);
  CHECK(status_of_raw(*server, start + "a: " + std::string(17'000, 'b')) == 431);
  CHECK(status_of_raw(*server, "GET /" + std::string(9'000, 'a')) == 414);
  CHECK(status_of_raw(*server, start + "Content-Length: 10\r\n\r\n0123456789") == 200);
  CHECK(status_of_raw(*server, start + "Content-Length: 11\r\n\r\n") == 413);
  CHECK(status_of_raw(*server, start + "Transfer-Encoding: chunked\r\n\r\nB\r\n") == 413);
  CHECK(status_of_raw(*server, start + "Content-Encoding: gzip\r\n\r\n") == 415);
  CHECK(status_of_raw(*server, start + "Expect: nothing\r\n\r\n") == 417);
  CHECK(status_of_raw(*server, "TRACE /x HTTP/1.1\r\nHost: zr\r\n\r\n") == 405);
}

TEST_CASE("a client in the middle of a body that is too large still reads its 413") {
  const auto server = serve();
  Client client(server->port());
  const std::string block(1024 * 1024, 'x');
  client.send("POST /x HTTP/1.1\r\nHost: zr\r\nContent-Length: 3145728\r\n\r\n");
  for (int i = 0; i < 3; ++i) client.send(block);
  CHECK(client.answer().status == 413);
}

TEST_CASE("100-continue is said before the body, and a refusal instead of it") {
  const auto server = serve();
  Client client(server->port());
  const std::string start = "POST /x HTTP/1.1\r\nHost: zr\r\nExpect: 100-continue\r\n";
  client.send(start + "Content-Length: 4\r\n\r\n");
  CHECK(client.until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("body");
  CHECK(client.answer().body == "POST /x body");
  client.send(start + "Content-Length: 2000000\r\n\r\n");
  CHECK(client.answer().status == 413);
  CHECK(client.hung_up());
}

TEST_CASE("row 39: a slow head, a slow body and an idle client are dropped at their deadlines") {
  const auto server = serve({.limits = short_deadlines()});
  Client idle(server->port());
  Client slow_head(server->port());
  const auto head_took = drip(slow_head, "GET /" + std::string(200, 'a'));
  CHECK(head_took >= milliseconds(250));
  CHECK(head_took < milliseconds(3500));
  CHECK(slow_head.answer().status == 408);
  CHECK(slow_head.hung_up());
  CHECK(idle.rest() == "");
  CHECK(idle.hung_up());

  Client slow_body(server->port());
  slow_body.send("POST /x HTTP/1.1\r\nHost: zr\r\nContent-Length: 1000\r\n\r\n");
  const auto body_took = drip(slow_body, std::string(200, 'b'));
  CHECK(body_took >= milliseconds(250));
  CHECK(body_took < milliseconds(3500));
  CHECK(slow_body.answer().status == 408);
  Client chunks(server->port());
  chunks.send("POST /x HTTP/1.1\r\nHost: zr\r\nTransfer-Encoding: chunked\r\n\r\n");
  drip(chunks, "1\r\na\r\n1\r\na\r\n1\r\na\r\n1\r\na\r\n1\r\na\r\n1\r\na\r\n1\r\na\r\n");
  CHECK(chunks.answer().status == 408);
}

TEST_CASE("a body that keeps the minimum rate may take longer than the grace") {
  const auto server = serve({.limits = {.body_grace = milliseconds(500), .body_rate = 1000}});
  Client client(server->port());
  client.send("POST /x HTTP/1.1\r\nHost: zr\r\nTransfer-Encoding: chunked\r\n\r\n");
  const auto began = Clock::now();
  while (Clock::now() - began < milliseconds(1200)) {
    client.send("64\r\n" + std::string(100, 'b') + "\r\n");
    std::this_thread::sleep_for(milliseconds(40));
  }
  client.send("0\r\n\r\n");
  CHECK(client.answer().status == 200);
}

TEST_CASE("row 39: a client that does not read its answer is dropped") {
  std::atomic<int> finished{0};
  const auto server = serve(
      {.limits = short_deadlines(),
       .handle = [](const Request&) { return Response{.body = std::string(30'000'000, 'x')}; },
       .log = [&](const LogLine&) { ++finished; }});
  Client client(server->port());
  client.get("/big");
  const auto began = Clock::now();
  while (finished == 0 && Clock::now() - began < milliseconds(10'000))
    std::this_thread::sleep_for(milliseconds(20));
  CHECK(finished == 1);
  CHECK(Clock::now() - began >= milliseconds(350));
  CHECK(client.hung_up());
}

TEST_CASE("sockets are counted by address, except those of a listed proxy") {
  const auto server = serve({.limits = {.connections_per_address = 3}, .proxies = {"127.0.0.9"}});
  std::vector<Client> crowd;
  for (int i = 0; i < 3; ++i) {
    crowd.emplace_back(server->port());
    crowd.back().get("/");
    CHECK(crowd.back().answer().status == 200);
  }
  Client fourth(server->port());
  CHECK(fourth.answer().status == 429);
  CHECK(fourth.hung_up());
  Client other(server->port(), "127.0.0.2");
  other.get("/");
  CHECK(other.answer().status == 200);
  std::vector<Client> proxied;
  for (int i = 0; i < 5; ++i) {
    proxied.emplace_back(server->port(), "127.0.0.9");
    proxied.back().get("/");
    CHECK(proxied.back().answer().status == 200);
  }
  crowd.pop_back();
  while (server->connections() > 8) std::this_thread::yield();
  Client again(server->port());
  again.get("/");
  CHECK(again.answer().status == 200);
}

TEST_CASE("above the most connections a client is told to come again") {
  const auto metrics = std::make_shared<Metrics>();
  const auto server = serve({.limits = {.connections = 2}, .metrics = metrics});
  std::vector<Client> crowd;
  for (int i = 0; i < 2; ++i) {
    crowd.emplace_back(server->port());
    crowd.back().get("/");
    CHECK(crowd.back().answer().status == 200);
  }
  Client third(server->port());
  const auto answer = third.answer();
  CHECK(answer.status == 503);
  CHECK(answer.header("Retry-After") != "");
  CHECK(metrics->text().find("zhirong_http_turned_away_total{reason=\"busy\"} 1") !=
        std::string::npos);
}

TEST_CASE("500 idle connections cost little and slow nobody") {
  // All of them ask at once in the end, so the queue must hold them all.
  const auto server = serve({.limits = {.connections_per_address = 1000}, .read_queue = 500});
  std::vector<Client> idle;
  for (int i = 0; i < 500; ++i) {
    idle.emplace_back(server->port());
    if (i % 2) idle.back().get("/");
    if (i % 2) CHECK(idle.back().answer().status == 200);
  }
  const auto began = Clock::now();
  Client honest(server->port());
  honest.get("/honest");
  CHECK(honest.answer().status == 200);
  CHECK(Clock::now() - began < milliseconds(2000));
  for (Client& client : idle) client.get("/");
  for (Client& client : idle) CHECK(client.answer().status == 200);
}

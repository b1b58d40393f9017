#include "http/server.h"

#include <atomic>
#include <fstream>
#include <latch>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "db/db.h"
#include "http/refusals.h"
#include "http/test_kit.h"

using namespace zr;
using namespace zr::http;
using test::Client;
using test::milliseconds;
using test::serve;

TEST_CASE("a connection is kept and serves one request after the other") {
  const auto server = serve();
  Client client(server->port());
  for (int i = 0; i < 3; ++i) {
    client.post("/loans/%E8%B4%A8", "body");
    const auto answer = client.answer();
    CHECK(answer.status == 200);
    CHECK(answer.body == "POST /loans/质 body");
  }
  CHECK(server->connections() == 1);
}

TEST_CASE("pipelined requests are answered in order, one each") {
  const auto server = serve({.classify = [](const Request& request) {
    return Route{.lane = request.path == "/now" ? Lane::immediate : Lane::commands};
  }});
  Client client(server->port());
  std::string requests;
  for (int i = 0; i < 200; ++i)
    requests +=
        "GET /" + std::string(i % 2 ? "now" : std::to_string(i)) + " HTTP/1.1\r\nHost: zr\r\n\r\n";
  client.send(requests);
  for (int i = 0; i < 200; ++i)
    REQUIRE(client.answer().body == "GET /" + std::string(i % 2 ? "now" : std::to_string(i)) + " ");
  client.get("/last", "Connection: close\r\n");
  const auto last = client.answer();
  CHECK(last.header("Connection") == "close");
  CHECK(client.hung_up());
}

TEST_CASE("HTTP/1.0 is answered once and closed; a half-closed client still gets its answer") {
  const auto server = serve();
  Client client(server->port());
  client.send("GET /old HTTP/1.0\r\n\r\n");
  client.finish_sending();
  CHECK(client.answer().body == "GET /old ");
  CHECK(client.hung_up());
}

TEST_CASE("HEAD has the length of GET and no body") {
  const auto server = serve();
  Client client(server->port());
  client.send("HEAD /abc HTTP/1.1\r\nHost: zr\r\n\r\n");
  const auto head = client.answer(Client::Body::none);
  CHECK(head.status == 200);
  CHECK(head.header("Content-Length") == "10");
  client.get("/next");
  CHECK(client.answer().body == "GET /next ");
}

TEST_CASE("row 31: every answer carries the security headers, errors too, and no version") {
  const auto server = serve({.proxies = {"127.0.0.1"}, .handle = [](const Request& request) {
                               if (request.path == "/throws")
                                 throw std::runtime_error("SELECT secret FROM /var/zr");
                               return test::echo(request);
                             }});
  for (const auto* request :
       {"GET /fine HTTP/1.1\r\nHost: zr\r\nX-Forwarded-Proto: https\r\n\r\n",
        "GET /throws HTTP/1.1\r\nHost: zr\r\nX-Forwarded-Proto: https\r\n\r\n",
        "GET /.. HTTP/1.1\r\nHost: zr\r\nX-Forwarded-Proto: https\r\n\r\n"}) {
    Client client(server->port());
    client.send(request);
    const auto answer = client.answer();
    CHECK(answer.header("Content-Security-Policy").find("default-src 'none'; script-src 'self'") ==
          0);
    CHECK(answer.header("Content-Security-Policy").find("frame-ancestors 'none'") !=
          std::string::npos);
    CHECK(answer.header("Content-Security-Policy").find("unsafe") == std::string::npos);
    CHECK(answer.header("X-Content-Type-Options") == "nosniff");
    CHECK(answer.header("Referrer-Policy") == "no-referrer");
    CHECK(answer.header("Cross-Origin-Opener-Policy") == "same-origin");
    CHECK(answer.header("Cache-Control") == "no-store");
    CHECK(answer.header("Strict-Transport-Security") == "max-age=31536000");
    CHECK(answer.header("X-Request-Id") != "");
    CHECK(answer.header("Server") == "");
    CHECK(answer.body.find("secret") == std::string::npos);
  }
  Client client(server->port());
  client.get("/plain");
  CHECK(client.answer().header("Strict-Transport-Security") == "");
}

TEST_CASE("row 47: a handler that throws answers 500 with the request id only; the log knows why") {
  std::mutex mutex;
  std::vector<std::string> lines;
  const auto server =
      serve({.handle = [](const Request& request) -> Response {
               if (request.path == "/split") return {.headers = {{"X-Name", "a\r\nSet-Cookie: b"}}};
               throw std::runtime_error("why");
             },
             .log =
                 [&](const LogLine& line) {
                   const std::lock_guard lock(mutex);
                   lines.push_back(std::to_string(line.status) + " " + std::string(line.method) +
                                   " " + std::string(line.route) + " " + std::string(line.error));
                 }});
  Client client(server->port());
  client.get("/x", "Accept-Language: en\r\n");
  const auto answer = client.answer();
  CHECK(answer.status == 500);
  CHECK(answer.header("Content-Type") == "application/problem+json");
  CHECK(answer.body.find("\"code\":\"internal\"") != std::string::npos);
  CHECK(answer.body.find("Internal error") != std::string::npos);
  CHECK(answer.body.find(answer.header("X-Request-Id")) != std::string::npos);
  CHECK(answer.body.find("why") == std::string::npos);
  client.get("/split");
  CHECK(client.answer().header("Set-Cookie") == "");
  server->stop(milliseconds(1000));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "500 GET  why");
  CHECK(lines[1].starts_with("500 GET  a handler set a header"));
}

TEST_CASE("an overloaded database says to come again, a full disk says so; the log knows why") {
  const auto server = serve({.handle = [](const Request& request) -> Response {
    throw db::Error(request.path == "/full" ? db::ErrorKind::full : db::ErrorKind::busy,
                    "every read connection is in use");
  }});
  Client client(server->port());
  client.get("/busy");
  const auto busy = client.answer();
  CHECK(busy.status == 503);
  CHECK(busy.header("Retry-After") == "1");
  CHECK(busy.body.find("\"code\":\"busy\"") != std::string::npos);
  CHECK(busy.body.find("connection") == std::string::npos);
  client.get("/full");
  const auto full = client.answer();
  CHECK(full.status == 507);
  CHECK(full.body.find("\"code\":\"disk_full\"") != std::string::npos);
}

TEST_CASE(
    "the log has one line a request: pattern, status, bytes and id, nothing typed by a client") {
  std::mutex mutex;
  std::vector<std::string> lines;
  const auto metrics = std::make_shared<Metrics>();
  const auto server =
      serve({.log =
                 [&](const LogLine& line) {
                   const std::lock_guard lock(mutex);
                   CHECK(line.micros >= 0);
                   CHECK_FALSE(line.request_id.empty());
                   lines.push_back(std::string(line.method) + " " + std::string(line.route) + " " +
                                   std::to_string(line.status) + " " + std::to_string(line.bytes));
                 },
             .metrics = metrics});
  Client client(server->port());
  client.get("/13800000000?q=secret");
  CHECK(client.answer().status == 200);
  client.get("/secret/..");
  CHECK(client.answer().status == 400);
  CHECK(metrics->text().find("zhirong_http_connections 1\n") != std::string::npos);
  server->stop(milliseconds(1000));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "GET /echo 200 17");
  CHECK(lines[1].starts_with("  400 "));
  const auto text = metrics->text();
  CHECK(text.find("zhirong_http_requests_total{status=\"200\"} 1\n") != std::string::npos);
  CHECK(text.find("zhirong_http_requests_total{status=\"400\"} 1\n") != std::string::npos);
  CHECK(text.find("zhirong_http_request_seconds_count 2\n") != std::string::npos);
}

TEST_CASE("a full pool answers 503 with Retry-After while the other pool still serves") {
  std::latch running(2);
  std::latch release(1);
  const auto metrics = std::make_shared<Metrics>();
  const auto server = serve(
      {.command_threads = 2,
       .command_queue = 1,
       .handle =
           [&](const Request& request) {
             if (request.method == Method::post) {
               if (request.path == "/held") running.count_down();
               release.wait();
             }
             return test::echo(request);
           },
       .classify =
           [](const Request& request) {
             return Route{.lane = request.method == Method::post ? Lane::commands : Lane::reads};
           },
       .metrics = metrics});
  std::vector<Client> held;
  for (int i = 0; i < 2; ++i) held.emplace_back(server->port()).post("/held", "");
  running.wait();
  held.emplace_back(server->port()).post("/queued", "");
  while (metrics->text().find("zhirong_http_queue{lane=\"commands\"} 1\n") == std::string::npos)
    std::this_thread::sleep_for(milliseconds(5));
  Client refused(server->port());
  refused.post("/one-too-many", "");
  const auto answer = refused.answer();
  CHECK(answer.status == 503);
  CHECK(answer.header("Retry-After") == "1");
  CHECK(answer.body.find("\"code\":\"busy\"") != std::string::npos);
  refused.get("/read");
  CHECK(refused.answer().status == 200);
  release.count_down();
  for (Client& client : held) CHECK(client.answer().status == 200);
}

TEST_CASE("a graceful stop lets running requests finish and refuses new ones") {
  std::latch running(1);
  const auto server = serve({.handle = [&](const Request& request) {
    running.count_down();
    std::this_thread::sleep_for(milliseconds(200));
    return test::echo(request);
  }});
  Client idle(server->port());
  Client busy(server->port());
  busy.get("/slow");
  running.wait();
  CHECK(server->stop(milliseconds(5000)));
  const auto answer = busy.answer();
  CHECK(answer.status == 200);
  CHECK(answer.header("Connection") == "close");
  CHECK(busy.hung_up());
  CHECK(idle.hung_up());
  CHECK(server->connections() == 0);
}

TEST_CASE("a stop whose patience ends says so and drops what is left") {
  const auto server = serve();
  Client slow(server->port());
  slow.send("GET / HT");
  while (server->connections() == 0) std::this_thread::yield();
  std::this_thread::sleep_for(milliseconds(50));
  CHECK_FALSE(server->stop(milliseconds(100)));
  CHECK(slow.hung_up());
}

TEST_CASE("an address that cannot be listened on is a refusal that names it") {
  const auto server = serve();
  const auto second = Server::start({.port = server->port(), .handle = test::echo});
  CHECK(second == cannot_listen);
  CHECK(second.problem().detail_en.find(std::to_string(server->port())) != std::string::npos);
  CHECK(Server::start({.address = "no address"}) == cannot_listen);
  CHECK(Server::start({.proxies = {"proxy.example"}}) == bad_proxy_list);
}

TEST_CASE("row 2: the client's address comes from a listed proxy and from nobody else") {
  const auto say_address = [](const Request& request) {
    return Response{.body = request.remote + (request.https ? " https" : "") + " " +
                            std::to_string(request.headers.size())};
  };
  const auto plain = serve({.handle = say_address});
  const auto behind = serve({.proxies = {"127.0.0.9"}, .handle = say_address});
  constexpr auto forged = "X-Forwarded-For: 6.6.6.6, 1.2.3.4\r\nX-Forwarded-Proto: https\r\n";
  const auto ask = [&](const Server& server, const char* from) {
    Client client(server.port(), from);
    client.get("/", forged);
    return client.answer().body;
  };
  CHECK(ask(*plain, "127.0.0.9") == "127.0.0.9 1");
  CHECK(ask(*behind, "127.0.0.8") == "127.0.0.8 1");
  CHECK(ask(*behind, "127.0.0.9") == "1.2.3.4 https 1");
}

TEST_CASE("a second server serves the metrics on its own address") {
  const auto metrics = std::make_shared<Metrics>();
  metrics->counter({"zr_things_total", "Things.", {}}).add(5);
  const auto server = serve(
      {.handle = [metrics](const Request& request) { return metrics_response(*metrics, request); },
       .classify = [](const Request&) { return Route{.lane = Lane::immediate}; }});
  Client client(server->port());
  client.get("/metrics");
  CHECK(client.answer().body.find("zr_things_total 5\n") != std::string::npos);
  client.get("/other");
  CHECK(client.answer().status == 404);
  client.post("/metrics", "");
  CHECK(client.answer().header("Allow") != "");
}

TEST_CASE("a file is sent whole, and its owner lives until the last byte left") {
  const auto path =
      std::filesystem::temp_directory_path() / ("zr-sent-" + std::to_string(::getpid()));
  const std::string content(3'000'001, 'f');
  std::ofstream(path, std::ios::binary) << content;
  std::atomic<bool> owned{false};
  const auto server = serve({.handle = [&](const Request& request) -> Response {
    if (request.path != "/file") return {.body = FileBody{"/nonexistent", nullptr}};
    owned = true;
    return {.headers = {{"Content-Type", "application/zip"}},
            .body = FileBody{path, std::shared_ptr<void>(nullptr, [&](void*) { owned = false; })}};
  }});
  Client client(server->port());
  client.get("/file");
  CHECK(client.answer().body == content);
  client.send("HEAD /file HTTP/1.1\r\nHost: zr\r\n\r\n");
  CHECK(client.answer(Client::Body::none).header("Content-Length") == "3000001");
  client.get("/missing");
  CHECK(client.answer().status == 500);
  CHECK_FALSE(owned);
  std::filesystem::remove(path);
}

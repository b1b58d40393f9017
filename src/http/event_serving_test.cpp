#include <mutex>
#include <thread>

#include "http/event_stream.h"
#include "http/test_kit.h"

using namespace zr;
using namespace zr::http;
using test::Client;
using test::milliseconds;
using test::serve;

namespace {

/// Hands each client a stream and keeps it, as the source of events would.
class Source {
 public:
  Response open(const Request& request) {
    auto stream = std::make_shared<EventStream>();
    if (const auto last = request.header("last-event-id"))
      stream->push({std::string(*last) + "+1", "resumed", "x"});
    const std::lock_guard lock(mutex_);
    streams_.push_back(stream);
    return {.body = stream, .route = "/events"};
  }
  Events stream(std::size_t n) {
    for (;;) {
      {
        const std::lock_guard lock(mutex_);
        if (n < streams_.size()) return streams_[n];
      }
      std::this_thread::yield();
    }
  }

 private:
  std::mutex mutex_;
  std::vector<Events> streams_;
};

bool soon(const std::function<bool()>& holds) {
  for (int i = 0; i < 250 && !holds(); ++i) std::this_thread::sleep_for(milliseconds(20));
  return holds();
}

}  // namespace

TEST_CASE("events reach the client as they are pushed, and the stream ends with its source") {
  Source source;
  const auto server =
      serve({.handle = [&](const Request& request) { return source.open(request); }});
  Client client(server->port());
  client.get("/events", "Last-Event-ID: 41\r\n");
  const auto head = client.until("\r\n\r\n");
  CHECK(head.find("Content-Type: text/event-stream\r\n") != std::string::npos);
  CHECK(head.find("Cache-Control: no-store\r\n") != std::string::npos);
  CHECK(head.find("Content-Length") == std::string::npos);
  CHECK(client.until("\n\n") == "id:41+1\nevent:resumed\ndata:x\n\n");
  source.stream(0)->push({"42", "progress", "{\"n\":1}"});
  CHECK(client.until("\n\n") == "id:42\nevent:progress\ndata:{\"n\":1}\n\n");
  source.stream(0)->push({"43", "", "last"});
  source.stream(0)->end();
  CHECK(client.rest() == "id:43\ndata:last\n\n");
  CHECK(client.hung_up());
  CHECK_FALSE(source.stream(0)->push({"44", "", "x"}));
}

TEST_CASE("a quiet stream has a heartbeat, and its source learns when the client goes") {
  Source source;
  const auto server =
      serve({.limits = {.heartbeat = milliseconds(100)},
             .handle = [&](const Request& request) { return source.open(request); }});
  {
    Client client(server->port());
    client.get("/events");
    client.until("\r\n\r\n");
    CHECK(client.until(":\n\n") == ":\n\n");
    CHECK(client.until(":\n\n") == ":\n\n");
    CHECK_FALSE(source.stream(0)->ended());
  }
  CHECK(soon([&] { return source.stream(0)->ended() && server->connections() == 0; }));
}

TEST_CASE("five threads push to one client: every event arrives whole") {
  Source source;
  const auto server =
      serve({.handle = [&](const Request& request) { return source.open(request); }});
  Client client(server->port());
  client.get("/events");
  client.until("\r\n\r\n");
  const auto stream = source.stream(0);
  std::vector<std::thread> pushers;
  for (int t = 0; t < 5; ++t)
    pushers.emplace_back([&] {
      for (int i = 0; i < 200; ++i) stream->push({std::to_string(i), "", "event"});
    });
  for (std::thread& thread : pushers) thread.join();
  stream->end();
  const auto all = client.rest();
  std::size_t events = 0;
  for (auto at = all.find("data:event\n\n"); at != std::string::npos;
       at = all.find("data:event\n\n", at + 1))
    ++events;
  CHECK(events == 1000);
}

TEST_CASE("a client that stops reading loses its stream after the write deadline") {
  Source source;
  const auto server =
      serve({.limits = {.write_time = milliseconds(200)},
             .handle = [&](const Request& request) { return source.open(request); }});
  Client client(server->port());
  client.get("/events");
  const auto stream = source.stream(0);
  const std::string big(200'000, 'x');
  const bool refused = soon([&] { return !stream->push({"1", "", big}); });
  CHECK(refused);
  CHECK(soon([&] { return stream->ended(); }));
}

TEST_CASE("a graceful stop ends event streams at once") {
  Source source;
  const auto server =
      serve({.handle = [&](const Request& request) { return source.open(request); }});
  Client client(server->port());
  client.get("/events");
  client.until("\r\n\r\n");
  CHECK(server->stop(milliseconds(4000)));
  CHECK(client.hung_up());
  CHECK(source.stream(0)->ended());
}

TEST_CASE("HEAD of a stream is answered and over") {
  Source source;
  const auto server =
      serve({.handle = [&](const Request& request) { return source.open(request); }});
  Client client(server->port());
  client.send("HEAD /events HTTP/1.1\r\nHost: zr\r\n\r\n");
  CHECK(client.answer(Client::Body::none).status == 200);
  CHECK(client.hung_up());
}

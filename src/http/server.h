#pragma once
/// The HTTP server, behind an interface that shows nothing of Asio or Beast. Handlers are plain
/// blocking functions on one of two bounded pools; the threads that speak to sockets never block.
/// Every wait for a client has a deadline and every queue a bound (security.md §5).
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/head.h"
#include "http/message.h"
#include "http/metrics.h"

namespace zr::http {

struct Limits {
  HeadLimits head{};
  std::uint64_t body_bytes = 1024 * 1024;
  std::uint64_t upload_bytes = 256ull * 1024 * 1024;
  std::chrono::milliseconds head_time{10'000};   ///< From the first byte of a head to its last.
  std::chrono::milliseconds idle_time{30'000};   ///< Between requests, and before the first.
  std::chrono::milliseconds body_grace{10'000};  ///< A body may be this late behind `body_rate`.
  std::uint64_t body_rate = 4096;                ///< Bytes a second that a body must bring.
  std::chrono::milliseconds write_time{20'000};  ///< For each 64 KB that a client takes.
  std::chrono::milliseconds heartbeat{15'000};   ///< Of an event stream without events.
  std::chrono::milliseconds linger_time{2'000};  ///< To read on after a refusal, so it is seen.
  std::size_t connections = 10'000;
  std::size_t connections_per_address = 256;  ///< Not counted for listed proxies.
};

/// Where a request is handled. `immediate` is for handlers that never block (a map lookup).
enum class Lane { immediate, reads, commands };
enum class BodyTo { memory, file };

/// What the class of a request is, decided on its head alone.
struct Route {
  Lane lane = Lane::reads;
  BodyTo body = BodyTo::memory;
  std::uint64_t body_limit = 0;  ///< 0: the server's limit for this kind of body.
};

/// One line of the request log. Holds nothing that a client typed.
struct LogLine {
  std::string_view method{};  ///< Empty if the head was refused.
  std::string_view route{};   ///< The pattern that answered; empty if none did.
  int status = 0;
  std::int64_t micros = 0;  ///< From the first byte of the request to the last of the answer.
  std::uint64_t bytes = 0;  ///< Of the body sent.
  std::string_view request_id{};
  std::string_view error{};  ///< What a handler threw; for the log only, never for the client.
};

struct Options {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  ///< 0: any free one, see Server::port.
  Limits limits{};
  std::vector<std::string> proxies{};  ///< Addresses and networks whose forwarding is believed.
  std::size_t io_threads = 2;
  std::size_t command_threads = 64;  ///< They block in submit, which fills the group commit.
  std::size_t command_queue = 256;
  std::size_t read_threads = 4;
  std::size_t read_queue = 1024;
  std::filesystem::path upload_directory{};  ///< Needed once a route asks for BodyTo::file.

  /// Answers a request; may block in its lane. What it throws becomes a 500 with the request id,
  /// an overloaded database a 503 and a full disk a 507.
  std::function<Response(const Request&)> handle{};
  /// Called on an I/O thread with a request that has no body yet; must not block.
  std::function<Route(const Request&)> classify{};
  std::function<void(const LogLine&)> log{};  ///< Called on an I/O thread; may be empty.
  std::function<Instant()> clock{};           ///< For Request::received; empty: the system's.
  std::shared_ptr<Metrics> metrics{};         ///< May be empty.
};

class Server {
 public:
  /// Listens and serves from the return on. Refused if the address cannot be listened on or a
  /// listed proxy is no address.
  static Result<std::unique_ptr<Server>> start(Options options);
  ~Server();

  std::uint16_t port() const;
  std::size_t connections() const;
  /// Accepts nothing more, lets running requests finish, ends idle connections and event streams,
  /// and after `patience` drops what is left. Answers whether everything finished in time. Waits
  /// for handlers that are still running: a thread cannot be taken from them.
  bool stop(std::chrono::milliseconds patience);

 private:
  struct Running;
  explicit Server(std::unique_ptr<Running> running);
  std::unique_ptr<Running> running_;
};

}  // namespace zr::http

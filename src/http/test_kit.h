#pragma once
/// For the tests of this module only: a client that writes raw bytes over POSIX sockets, and a
/// server on a free loopback port whose handler says what it was asked.
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "http/server.h"

namespace zr::http::test {

using std::chrono::milliseconds;

/// One answer, taken apart by its Content-Length.
struct Answer {
  int status = 0;
  std::string head;
  std::string body;
  /// Value of a header, "" if it is missing; the name as the server writes it.
  std::string header(std::string_view name) const {
    const auto at = head.find("\r\n" + std::string(name) + ": ");
    if (at == std::string::npos) return {};
    const auto from = at + name.size() + 4;
    return head.substr(from, head.find("\r\n", from) - from);
  }
};

class Client {
 public:
  explicit Client(std::uint16_t port, const char* from = "127.0.0.1") {
    descriptor_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in own = address(from, 0);
    sockaddr_in other = address("127.0.0.1", port);
    REQUIRE(::bind(descriptor_, reinterpret_cast<sockaddr*>(&own), sizeof own) == 0);
    REQUIRE(::connect(descriptor_, reinterpret_cast<sockaddr*>(&other), sizeof other) == 0);
  }
  ~Client() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Client(Client&& other) noexcept
      : descriptor_(std::exchange(other.descriptor_, -1)), buffer_(std::move(other.buffer_)) {}
  Client& operator=(Client&&) = delete;

  /// False once the server has hung up.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto n = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (n <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
  }
  void get(std::string_view target, std::string_view headers = {}) {
    send("GET " + std::string(target) + " HTTP/1.1\r\nHost: zr\r\n" + std::string(headers) +
         "\r\n");
  }
  void post(std::string_view target, std::string_view body) {
    send("POST " + std::string(target) + " HTTP/1.1\r\nHost: zr\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n\r\n" + std::string(body));
  }

  /// The next answer; status 0 if none comes in time. `bodiless` for the answer to a HEAD.
  enum class Body { sized, none };
  Answer answer(Body kind = Body::sized, milliseconds patience = milliseconds(5000)) {
    const auto until = std::chrono::steady_clock::now() + patience;
    std::size_t end = 0;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos)
      if (!more(until)) return {};
    Answer out{std::stoi(buffer_.substr(9, 3)), buffer_.substr(0, end + 2), {}};
    buffer_.erase(0, end + 4);
    const auto length = out.header("Content-Length");
    const auto size = kind == Body::none || length.empty() ? 0 : std::stoul(length);
    while (buffer_.size() < size)
      if (!more(until)) return {};
    out.body = buffer_.substr(0, size);
    buffer_.erase(0, size);
    return out;
  }
  /// Everything until `mark` has come; empty if it does not come in time.
  std::string until(std::string_view mark, milliseconds patience = milliseconds(5000)) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (buffer_.find(mark) == std::string::npos)
      if (!more(deadline)) return {};
    const auto end = buffer_.find(mark) + mark.size();
    auto out = buffer_.substr(0, end);
    buffer_.erase(0, end);
    return out;
  }
  /// What comes until the server hangs up or the patience ends.
  std::string rest(milliseconds patience = milliseconds(5000)) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (more(until)) {
    }
    return std::exchange(buffer_, {});
  }
  /// Does the server hang up within the patience?
  bool hung_up(milliseconds patience = milliseconds(5000)) {
    rest(patience);
    return gone_;
  }
  void finish_sending() { ::shutdown(descriptor_, SHUT_WR); }
  int descriptor() const { return descriptor_; }

 private:
  static sockaddr_in address(const char* text, std::uint16_t port) {
    sockaddr_in out{};
    out.sin_family = AF_INET;
    out.sin_port = htons(port);
    ::inet_pton(AF_INET, text, &out.sin_addr);
    return out;
  }
  bool more(std::chrono::steady_clock::time_point until) {
    const auto left =
        std::chrono::duration_cast<milliseconds>(until - std::chrono::steady_clock::now());
    pollfd waiting{descriptor_, POLLIN, 0};
    if (gone_ || left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0)
      return false;
    char bytes[16384];
    const auto n = ::recv(descriptor_, bytes, sizeof bytes, 0);
    gone_ = n <= 0;
    if (!gone_) buffer_.append(bytes, static_cast<std::size_t>(n));
    return !gone_;
  }

  int descriptor_;
  std::string buffer_;
  bool gone_ = false;
};

/// Says back method, path, address and body.
inline Response echo(const Request& request) {
  return {.status = 200,
          .headers = {{"Content-Type", "text/plain; charset=utf-8"}},
          .body = std::string(name_of(request.method)) + " " + request.path + " " + request.body,
          .route = "/echo"};
}

/// A server on any free port; what is not said in `options` gets small pools and the echo.
inline std::unique_ptr<Server> serve(Options options = {}) {
  if (!options.handle) options.handle = echo;
  options.command_threads = std::min<std::size_t>(options.command_threads, 4);
  options.read_threads = std::min<std::size_t>(options.read_threads, 2);
  auto started = Server::start(std::move(options));
  REQUIRE(started);
  return std::move(*started);
}

}  // namespace zr::http::test

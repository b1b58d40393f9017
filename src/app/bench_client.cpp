#include "app/bench_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <charconv>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "app/bench_city.h"

namespace zr::app {

namespace {

std::size_t length_of(std::string_view head) {
  constexpr std::string_view name = "\r\nContent-Length: ";
  const auto at = head.find(name);
  std::size_t length = 0;
  if (at != std::string_view::npos)
    std::from_chars(head.data() + at + name.size(), head.data() + head.size(), length);
  return length;
}

}  // namespace

BenchClient::BenchClient(std::uint16_t port)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int at_once = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("the measured server does not listen");
}

BenchClient::~BenchClient() {
  ::close(socket_);
}

std::string BenchClient::ask(std::string_view request) {
  while (!request.empty()) {
    const auto sent = ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL);
    if (sent <= 0) throw std::runtime_error("the measured server hung up");
    request.remove_prefix(static_cast<std::size_t>(sent));
  }
  std::size_t whole = 0;
  std::array<char, 16 * 1024> piece{};
  for (;;) {
    if (whole == 0)
      if (const auto end = buffer_.find("\r\n\r\n"); end != std::string::npos)
        whole = end + 4 + length_of(std::string_view(buffer_).substr(0, end + 2));
    if (whole != 0 && buffer_.size() >= whole) break;
    const auto got = ::recv(socket_, piece.data(), piece.size(), 0);
    if (got <= 0) throw std::runtime_error("the measured server hung up");
    buffer_.append(piece.data(), static_cast<std::size_t>(got));
  }
  std::string answer = buffer_.substr(0, whole);
  buffer_.erase(0, whole);
  return answer;
}

Load run_load(std::uint16_t port, const std::vector<std::string>& requests, std::int64_t n,
              int connections) {
  std::atomic<std::int64_t> next{0};
  std::atomic<std::int64_t> refused{0};
  std::mutex mutex;
  double clients_cpu_ms = 0;
  const Spent spent;
  std::vector<std::thread> all;
  for (int i = 0; i < connections; ++i)
    all.emplace_back([&] {
      BenchClient client(port);
      for (std::int64_t at = next++; at < n; at = next++)
        if (!client.ask(requests[static_cast<std::size_t>(at) % requests.size()])
                 .starts_with("HTTP/1.1 200"))
          ++refused;
      const std::lock_guard lock(mutex);
      clients_cpu_ms += thread_cpu_ms();
    });
  for (std::thread& thread : all) thread.join();
  if (refused > 0) throw std::runtime_error("the measured server refused requests");
  return {.requests = n,
          .wall_ms = spent.wall_ms(),
          .server_cpu_us = (spent.cpu_ms() - clients_cpu_ms) * 1e3 / static_cast<double>(n)};
}

}  // namespace zr::app

#pragma once
/// A client of the measurements: keep-alive requests over a plain socket, counted with the CPU that
/// its own threads took, so that it can be left out of the server's.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zr::app {

class BenchClient {
 public:
  explicit BenchClient(std::uint16_t port);
  ~BenchClient();
  BenchClient(const BenchClient&) = delete;
  BenchClient& operator=(const BenchClient&) = delete;

  /// Sends the request and reads its whole answer, head and body. Throws where the server hangs up.
  std::string ask(std::string_view request);

 private:
  int socket_;
  std::string buffer_;
};

struct Load {
  std::int64_t requests = 0;
  double wall_ms = 0;
  double server_cpu_us = 0;  ///< a request
};

/// Sends `requests[i mod size]` for i below n over so many connections; every answer must begin
/// with "HTTP/1.1 200".
Load run_load(std::uint16_t port, const std::vector<std::string>& requests, std::int64_t n,
              int connections);

}  // namespace zr::app

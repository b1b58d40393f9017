#pragma once
/// What all connections of one server share: its options, pools, guests and counters. Outlives
/// every connection. No Asio here.
#include <array>
#include <atomic>
#include <memory>
#include <string>

#include "http/doors.h"
#include "http/forwarded.h"
#include "http/pool.h"
#include "http/server.h"

namespace zr::http {

class Site {
 public:
  Site(Options given, Proxies trusted);

  const Options options;
  const Proxies proxies;
  Doors doors;
  Pool commands;
  Pool reads;
  Pool files;  ///< Reads and writes of uploads and sent files: one task a connection at most.
  std::atomic<bool> draining{false};

  std::string next_request_id();
  Instant now() const;
  Response call_handler(const Request& request, std::string& error) const;
  /// Counts and logs one finished request.
  void report(const LogLine& line);
  void count_turned_away(const Refusal& ground);

 private:
  static constexpr int statuses = 600;

  const std::string id_prefix_;
  std::atomic<std::uint64_t> requests_{0};
  std::array<std::atomic<Counter*>, statuses> by_status_{};
  Histogram* durations_ = nullptr;
};

/// Gauges over a running server; they fall silent when it is gone.
void register_gauges(Metrics& metrics, const std::shared_ptr<Site>& site);

}  // namespace zr::http

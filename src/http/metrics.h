#pragma once
/// Counters, gauges and histograms with the Prometheus text form. Labels come from our own tables,
/// never from a client: the number of series is limited and no personal field can get in.
#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/message.h"

namespace zr::http {

class Counter {
 public:
  void add(std::uint64_t by = 1) { value_.fetch_add(by, std::memory_order_relaxed); }
  std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_{0};
};

/// Durations in fixed buckets from 1 ms to 10 s.
class Histogram {
 public:
  static constexpr std::uint64_t bounds_micros[] = {1'000,   2'500,     5'000,     10'000,
                                                    25'000,  50'000,    100'000,   250'000,
                                                    500'000, 1'000'000, 2'500'000, 10'000'000};
  void observe(std::uint64_t micros);

 private:
  friend class Metrics;
  std::atomic<std::uint64_t> buckets_[std::size(bounds_micros) + 1]{};
  std::atomic<std::uint64_t> sum_micros_{0};
};

/// What the series is: its name, one sentence of help, and its labels.
struct Series {
  std::string name;
  std::string help;
  std::vector<std::pair<std::string, std::string>> labels;
};

class Metrics {
 public:
  /// More series than this are one: the last. Labels are ours, so this is a mistake, not an attack.
  static constexpr std::size_t most_series = 4096;

  /// The same name and labels answer the same counter, which lives as long as the registry.
  Counter& counter(const Series& series);
  Histogram& histogram(const Series& series);
  /// Asked at each reading; replaces a gauge of the same name and labels.
  void gauge(const Series& series, std::function<std::int64_t()> value);
  std::string text() const;

 private:
  struct Family {
    std::string help;
    std::string kind;
    std::map<std::string, Counter*> counters;  ///< By their labels as text.
    std::map<std::string, Histogram*> histograms;
    std::map<std::string, std::function<std::int64_t()>> gauges;
  };
  Family& family(const Series& series, std::string_view kind);

  mutable std::mutex mutex_;
  std::map<std::string, Family> families_;
  std::deque<Counter> counters_;
  std::deque<Histogram> histograms_;
};

/// GET /metrics answers the text and everything else 404: the handler of the metrics server.
Response metrics_response(const Metrics& metrics, const Request& request);

}  // namespace zr::http

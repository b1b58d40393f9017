#include "http/metrics.h"

#include <fmt/format.h>

#include <iterator>

#include "http/problem.h"

namespace zr::http {

namespace {

/// {a="b",c="d"}, or nothing without labels.
std::string labels_text(const Series& series) {
  std::string out;
  for (const auto& [name, value] : series.labels) {
    out += out.empty() ? "{" : ",";
    out += name + "=\"";
    for (const char c : value) {
      if (c == '"' || c == '\\') out += '\\';
      out += c == '\n' ? ' ' : c;
    }
    out += '"';
  }
  return out.empty() ? out : out + "}";
}

/// The labels with one more: le="0.001".
std::string with_bound(const std::string& labels, std::string_view bound) {
  const std::string last = fmt::format("le=\"{}\"}}", bound);
  return labels.empty() ? "{" + last : labels.substr(0, labels.size() - 1) + "," + last;
}

/// Microseconds as decimal seconds, exactly.
std::string seconds_text(std::uint64_t micros) {
  std::string out = fmt::format("{}.{:06}", micros / 1'000'000, micros % 1'000'000);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out;
}

}  // namespace

void Histogram::observe(std::uint64_t micros) {
  std::size_t at = 0;
  while (at < std::size(bounds_micros) && micros > bounds_micros[at]) ++at;
  buckets_[at].fetch_add(1, std::memory_order_relaxed);
  sum_micros_.fetch_add(micros, std::memory_order_relaxed);
}

Metrics::Family& Metrics::family(const Series& series, std::string_view kind) {
  Family& out = families_[series.name];
  if (out.kind.empty()) {
    out.kind = kind;
    out.help = series.help;
  }
  return out;
}

Counter& Metrics::counter(const Series& series) {
  const std::lock_guard lock(mutex_);
  Counter*& slot = family(series, "counter").counters[labels_text(series)];
  if (!slot) slot = counters_.size() < most_series ? &counters_.emplace_back() : &counters_.back();
  return *slot;
}

Histogram& Metrics::histogram(const Series& series) {
  const std::lock_guard lock(mutex_);
  Histogram*& slot = family(series, "histogram").histograms[labels_text(series)];
  if (!slot)
    slot = histograms_.size() < most_series ? &histograms_.emplace_back() : &histograms_.back();
  return *slot;
}

void Metrics::gauge(const Series& series, std::function<std::int64_t()> value) {
  const std::lock_guard lock(mutex_);
  family(series, "gauge").gauges[labels_text(series)] = std::move(value);
}

std::string Metrics::text() const {
  const std::lock_guard lock(mutex_);
  std::string out;
  const auto line = [&](const std::string& name, std::string_view labels, const auto& value) {
    fmt::format_to(std::back_inserter(out), "{}{} {}\n", name, labels, value);
  };
  for (const auto& [name, family] : families_) {
    fmt::format_to(std::back_inserter(out), "# HELP {0} {1}\n# TYPE {0} {2}\n", name, family.help,
                   family.kind);
    for (const auto& [labels, counter] : family.counters) line(name, labels, counter->value());
    for (const auto& [labels, value] : family.gauges) line(name, labels, value());
    for (const auto& [labels, histogram] : family.histograms) {
      std::uint64_t below = 0;
      for (std::size_t i = 0; i <= std::size(Histogram::bounds_micros); ++i) {
        below += histogram->buckets_[i].load(std::memory_order_relaxed);
        const std::string bound = i < std::size(Histogram::bounds_micros)
                                      ? seconds_text(Histogram::bounds_micros[i])
                                      : "+Inf";
        line(name + "_bucket", with_bound(labels, bound), below);
      }
      line(name + "_sum", labels,
           seconds_text(histogram->sum_micros_.load(std::memory_order_relaxed)));
      line(name + "_count", labels, below);
    }
  }
  return out;
}

Response metrics_response(const Metrics& metrics, const Request& request) {
  if (request.path != "/metrics") return problem_response(not_found, request);
  if (request.method != Method::get && request.method != Method::head)
    return problem_response(method_not_allowed, request);
  return {.status = 200,
          .headers = {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}},
          .body = metrics.text(),
          .route = "/metrics"};
}

}  // namespace zr::http

#include "http/metrics.h"

#include <doctest/doctest.h>

using namespace zr::http;

TEST_CASE("the registry writes the Prometheus text form") {
  Metrics metrics;
  metrics.counter({"zr_n_total", "Things.", {{"kind", "a\"b"}}}).add(2);
  metrics.counter({"zr_n_total", "Things.", {{"kind", "a\"b"}}}).add();
  metrics.gauge({"zr_open", "Open now.", {}}, [] { return std::int64_t{7}; });
  auto& times = metrics.histogram({"zr_seconds", "Times.", {{"lane", "reads"}}});
  times.observe(1'000);
  times.observe(1'001);
  times.observe(99'000'000);
  const auto text = metrics.text();
  const auto has = [&](std::string_view line) { return text.find(line) != std::string::npos; };
  CHECK(
      has("# HELP zr_n_total Things.\n# TYPE zr_n_total counter\nzr_n_total{kind=\"a\\\"b\"} 3\n"));
  CHECK(has("# TYPE zr_open gauge\nzr_open 7\n"));
  CHECK(has("zr_seconds_bucket{lane=\"reads\",le=\"0.001\"} 1\n"));
  CHECK(has("zr_seconds_bucket{lane=\"reads\",le=\"0.0025\"} 2\n"));
  CHECK(has("zr_seconds_bucket{lane=\"reads\",le=\"10\"} 2\n"));
  CHECK(has("zr_seconds_bucket{lane=\"reads\",le=\"+Inf\"} 3\n"));
  CHECK(has("zr_seconds_sum{lane=\"reads\"} 99.002001\n"));
  CHECK(has("zr_seconds_count{lane=\"reads\"} 3\n"));
}

TEST_CASE("the number of series is bounded") {
  Metrics metrics;
  for (std::size_t i = 0; i < Metrics::most_series + 10; ++i)
    metrics.counter({"zr_many", "Many.", {{"i", std::to_string(i)}}}).add();
  CHECK(metrics.counter({"zr_many", "Many.", {{"i", std::to_string(Metrics::most_series)}}})
            .value() == 11);
}

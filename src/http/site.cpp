#include "http/site.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <exception>

#include "db/db.h"
#include "http/problem.h"
#include "http/secure_headers.h"

namespace zr::http {

namespace {

/// Descriptors that sockets may not take: database, files, logs.
constexpr std::size_t kept_descriptors = 256;
constexpr std::size_t file_threads = 2;

std::size_t connections_with_room(std::size_t wanted) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return wanted;
  const auto most = static_cast<std::size_t>(limit.rlim_cur);
  return std::min(wanted, most > 2 * kept_descriptors ? most - kept_descriptors : most / 2);
}

/// What a client is told of a database that could not do its part: whether to come again.
const Refusal& refusal_of(db::ErrorKind kind) {
  switch (kind) {
    case db::ErrorKind::busy:
    case db::ErrorKind::connection:
      return busy;
    case db::ErrorKind::full:
      return disk_full;
    case db::ErrorKind::unique:
    case db::ErrorKind::foreign_key:
    case db::ErrorKind::check:
    case db::ErrorKind::not_null:
    case db::ErrorKind::type:
    case db::ErrorKind::io:
    case db::ErrorKind::other:
      return internal;
  }
  return internal;
}

}  // namespace

Site::Site(Options given, Proxies trusted)
    : options(std::move(given)),
      proxies(std::move(trusted)),
      doors({connections_with_room(options.limits.connections),
             options.limits.connections_per_address}),
      commands({options.command_threads, options.command_queue}),
      reads({options.read_threads, options.read_queue}),
      files({file_threads, options.limits.connections}),
      id_prefix_(random_hex(6)) {
  if (options.metrics)
    durations_ =
        &options.metrics->histogram({"zhirong_http_request_seconds",
                                     "Time from a request's first byte to its answer's last.",
                                     {}});
}

std::string Site::next_request_id() {
  return fmt::format("{}-{:06x}", id_prefix_, requests_.fetch_add(1, std::memory_order_relaxed));
}

Instant Site::now() const {
  if (options.clock) return options.clock();
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

Response Site::call_handler(const Request& request, std::string& error) const {
  try {
    return options.handle(request);
  } catch (const db::Error& thrown) {
    error = thrown.what();
    return problem_response(refusal_of(thrown.kind()), request);
  } catch (const std::exception& thrown) {
    error = thrown.what();
  } catch (...) {
    error = "something that is no std::exception";
  }
  return problem_response(internal, request);
}

void Site::report(const LogLine& line) {
  if (options.log) options.log(line);
  if (!options.metrics || line.status <= 0 || line.status >= statuses) return;
  auto& slot = by_status_[static_cast<std::size_t>(line.status)];
  Counter* counter = slot.load(std::memory_order_acquire);
  if (!counter) {
    counter = &options.metrics->counter({"zhirong_http_requests_total",
                                         "Requests answered, by status.",
                                         {{"status", std::to_string(line.status)}}});
    slot.store(counter, std::memory_order_release);
  }
  counter->add();
  durations_->observe(static_cast<std::uint64_t>(std::max<std::int64_t>(line.micros, 0)));
}

void Site::count_turned_away(const Refusal& ground) {
  if (!options.metrics) return;
  options.metrics
      ->counter({"zhirong_http_turned_away_total",
                 "Connections refused at the door, by reason.",
                 {{"reason", std::string(ground.code)}}})
      .add();
}

void register_gauges(Metrics& metrics, const std::shared_ptr<Site>& site) {
  const std::weak_ptr<Site> weak = site;
  const auto gauge = [&](const Series& series, std::size_t (*read)(const Site&)) {
    metrics.gauge(series, [weak, read] {
      const auto alive = weak.lock();
      return alive ? static_cast<std::int64_t>(read(*alive)) : 0;
    });
  };
  gauge({"zhirong_http_connections", "Connections open now.", {}},
        [](const Site& of) { return of.doors.size(); });
  gauge({"zhirong_http_queue", "Requests waiting for a thread.", {{"lane", "commands"}}},
        [](const Site& of) { return of.commands.waiting(); });
  gauge({"zhirong_http_queue", "Requests waiting for a thread.", {{"lane", "reads"}}},
        [](const Site& of) { return of.reads.waiting(); });
}

}  // namespace zr::http

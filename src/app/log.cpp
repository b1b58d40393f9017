#include "app/log.h"

#include <cstdio>

#include "journal/clock.h"

namespace zr::app {

void log_event(std::string_view event, json::Object details) {
  json::Object line{{"at", journal::MachineClock().now().text()}, {"event", event}};
  for (auto& detail : details) line.push_back(std::move(detail));
  const std::string text = json::write(json::Value(std::move(line))) + "\n";
  std::fwrite(text.data(), 1, text.size(), stderr);  // one call a line: lines never interleave
}

void log_request(const http::LogLine& line) {
  json::Object details{{"method", line.method},
                       {"route", line.route},
                       {"status", line.status},
                       {"micros", line.micros},
                       {"bytes", static_cast<std::int64_t>(line.bytes)},
                       {"request", line.request_id}};
  if (!line.error.empty()) details.emplace_back("error", line.error);
  log_event("request", std::move(details));
}

}  // namespace zr::app

#pragma once
/// The program's log: one JSON line an event on standard error, request ids, nothing personal and
/// nothing that a client typed.
#include "http/server.h"
#include "json/value.h"

namespace zr::app {

void log_event(std::string_view event, json::Object details);
void log_request(const http::LogLine& line);

}  // namespace zr::app

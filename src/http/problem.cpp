#include "http/problem.h"

#include <fmt/format.h>

#include <iterator>

#include "base/text.h"

namespace zr::http {

namespace {

struct Status {
  const Refusal& refusal;
  int status;
};

/// Grounds for which HTTP has a word of its own.
constexpr Status own_statuses[] = {
    {method_not_allowed, 405},     {request_timeout, 408},
    {target_too_long, 414},        {encoded_body, 415},
    {unsupported_media_type, 415}, {bad_expectation, 417},
    {headers_too_large, 431},      {internal, 500},
};

std::string errors_text(const std::vector<FieldError>& errors, Language language) {
  std::string out;
  for (const FieldError& error : errors)
    fmt::format_to(std::back_inserter(out), R"({}{{"pointer":{},"code":{},"message":{}}})",
                   out.empty() ? "" : ",", json_text(error.pointer), json_text(error.code),
                   json_text(language == Language::en ? error.en : error.zh));
  return out;
}

}  // namespace

int status_of(const Refusal& refusal) {
  for (const Status& row : own_statuses)
    if (row.refusal.code == refusal.code) return row.status;
  switch (refusal.kind) {
    case RefusalKind::bad_input:
      return 400;
    case RefusalKind::not_signed_in:
      return 401;
    case RefusalKind::no_right:
      return 403;
    case RefusalKind::unknown:
      return 404;
    case RefusalKind::running:
      return 409;
    case RefusalKind::stale:
      return 412;
    case RefusalKind::no_version:
      return 428;
    case RefusalKind::too_large:
      return 413;
    case RefusalKind::rule:
      return 422;
    case RefusalKind::too_many:
      return 429;
    case RefusalKind::unavailable:
      return 503;
    case RefusalKind::full:
      return 507;
  }
  return 500;
}

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", byte);
    } else if (byte < 0x80) {
      out += c;
    } else {
      std::size_t n = 2;
      while (n <= 4 && !valid_utf8(text.substr(i, n))) ++n;
      out += n <= 4 ? text.substr(i, n) : std::string_view("\xEF\xBF\xBD");
      i += n <= 4 ? n - 1 : 0;
    }
  }
  return out + '"';
}

Response problem_response(const Problem& problem, Language language, std::string_view request_id) {
  const bool english = language == Language::en;
  const auto& refusal = problem.refusal;
  const auto title = english ? refusal.en : refusal.zh;
  const auto& detail = english ? problem.detail_en : problem.detail_zh;
  const int status = status_of(refusal);
  std::string body = fmt::format(
      R"({{"type":{},"title":{},"status":{},"code":{},"detail":{},"request_id":{},"errors":[{}]}})",
      json_text("urn:zhirong:problem:" + std::string(refusal.code)), json_text(title), status,
      json_text(refusal.code), json_text(detail.empty() ? title : detail), json_text(request_id),
      errors_text(problem.errors, language));
  Response response{.status = status,
                    .headers = {{"Content-Type", "application/problem+json"},
                                {"Content-Language", english ? "en" : "zh-CN"}},
                    .body = std::move(body),
                    .route = {}};
  if (status == 429 || status == 503) response.headers.push_back({"Retry-After", "1"});
  if (status == 405)
    response.headers.push_back({"Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"});
  if (status == 401) response.headers.push_back({"WWW-Authenticate", R"(Bearer realm="zhirong")"});
  return response;
}

}  // namespace zr::http

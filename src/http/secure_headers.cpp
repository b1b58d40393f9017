#include "http/secure_headers.h"

#include <fmt/format.h>
#include <strings.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <iterator>

#include "base/text.h"
#include "crypto/random.h"

namespace zr::http {

namespace {

struct Reason {
  int status;
  std::string_view text;
};
constexpr Reason reasons[] = {
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {303, "See Other"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
    {507, "Insufficient Storage"},
};

std::string_view reason_of(int status) {
  for (const Reason& row : reasons)
    if (row.status == status) return row.text;
  return "Status";
}

constexpr std::pair<std::string_view, std::string_view> always[] = {
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cache-Control", "no-store"},
};

bool has(const Response& response, std::string_view name) {
  return std::any_of(response.headers.begin(), response.headers.end(), [&](const Field& field) {
    return field.name.size() == name.size() &&
           ::strncasecmp(field.name.data(), name.data(), name.size()) == 0;
  });
}

/// "Mon, 05 Jan 2026 08:00:00 GMT" of the real clock; made once a second a thread.
std::string_view date_text() {
  thread_local std::time_t made_at = 0;
  thread_local std::array<char, 32> text{};
  const std::time_t now = std::time(nullptr);
  if (now != made_at) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    made_at = now;
  }
  return text.data();
}

}  // namespace

std::string content_policy(std::string_view nonce) {
  return fmt::format(
      "default-src 'none'; script-src 'self'; style-src 'self'{}{}{}; img-src 'self' data:; "
      "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
      "frame-ancestors 'none'",
      nonce.empty() ? "" : " 'nonce-", nonce, nonce.empty() ? "" : "'");
}

std::string head_text(const Response& response, const AnswerHead& about) {
  static const std::string policy = content_policy();
  std::string out;
  out.reserve(1024);
  const auto line = [&](std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
  };
  fmt::format_to(std::back_inserter(out), "HTTP/1.1 {} {}\r\n", response.status,
                 reason_of(response.status));
  for (const Field& header : response.headers) line(header.name, header.value);
  line("Date", date_text());
  line("X-Request-Id", about.request_id);
  if (about.sized)
    fmt::format_to(std::back_inserter(out), "Content-Length: {}\r\n", about.content_length);
  if (!about.keeps_alive) line("Connection", "close");
  if (!has(response, "Content-Security-Policy")) line("Content-Security-Policy", policy);
  for (const auto& [name, value] : always)
    if (!has(response, name)) line(name, value);
  if (about.https) line("Strict-Transport-Security", "max-age=31536000");
  return out + "\r\n";
}

bool is_safe(const Field& header) {
  const auto control = [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
  };
  const auto mark = [&](char c) { return control(c) || c == ':' || c == ' ' || c == '\t'; };
  return !header.name.empty() && std::none_of(header.name.begin(), header.name.end(), mark) &&
         std::none_of(header.value.begin(), header.value.end(), control);
}

std::string random_hex(std::size_t bytes) {
  return hex(crypto::random_bytes(bytes));
}

}  // namespace zr::http

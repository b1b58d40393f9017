#include <algorithm>
#include <charconv>

#include "http/head.h"
#include "http/negotiate.h"
#include "http/refusals.h"

namespace zr::http {

namespace {

/// Fields that mean something else when two parties each read one of them.
constexpr std::string_view never_twice[] = {
    "host",          "content-length",   "transfer-encoding",
    "content-type",  "content-encoding", "expect",
    "authorization", "cookie",           "idempotency-key",
    "x-csrf-token",  "origin",           "if-match",
};

bool repeats(const std::vector<Field>& headers, std::string_view name) {
  return std::count_if(headers.begin(), headers.end(),
                       [&](const Field& field) { return field.name == name; }) > 1;
}

/// A name, an IPv4 address or a bracketed IPv6 address with an optional port.
bool plausible_host(std::string_view host) {
  if (host.empty() || host.size() > 255) return false;
  const auto close = host.starts_with('[') ? host.find(']') : 0;
  if (close == std::string_view::npos) return false;
  const auto colon = host.find(':', close);
  for (const char c : host.substr(0, colon)) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!word && c != '.' && c != '-' && c != '_' &&
        (close == 0 || (c != '[' && c != ']' && c != ':')))
      return false;
  }
  if (colon == std::string_view::npos) return true;
  const auto port = host.substr(colon + 1);
  return port.size() <= 5 &&
         std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<Done> judge_length(Head& head, std::string_view text) {
  // Digits only: no sign, no list, no blank, and never so long that readers differ in overflow.
  const char* end = text.data() + text.size();
  if (text.empty() || text.size() > 18 || text[0] < '0' || text[0] > '9') return bad_request;
  const auto [stop, error] = std::from_chars(text.data(), end, head.content_length);
  if (error != std::errc() || stop != end) return bad_request;
  return Done{};
}

Result<Done> judge_framing(Head& head) {
  const auto length = only(head.headers, "content-length");
  const auto coding = only(head.headers, "transfer-encoding");
  if (length && coding) return bad_request;
  if (coding) {
    if (head.minor_version == 0 || !same_word(*coding, "chunked")) return bad_request;
    head.chunked = true;
  }
  if (length) {
    if (const auto judged = judge_length(head, *length); !judged) return judged.problem();
  }
  const bool bodiless = head.method == Method::get || head.method == Method::head;
  if (bodiless && head.has_body()) return bad_request;
  return Done{};
}

}  // namespace

Result<Done> judge_head(Head& head) {
  for (const auto name : never_twice)
    if (repeats(head.headers, name)) return bad_request;
  const auto host = only(head.headers, "host");
  if (host ? !plausible_host(*host) : head.minor_version == 1) return bad_request;
  if (const auto judged = judge_framing(head); !judged) return judged.problem();
  if (only(head.headers, "content-encoding")) return encoded_body;
  if (const auto expectation = only(head.headers, "expect")) {
    if (!same_word(*expectation, "100-continue")) return bad_expectation;
    head.expects_continue = head.minor_version == 1 && head.has_body();
  }
  return Done{};
}

}  // namespace zr::http

#include "http/target.h"

#include <optional>

#include "base/text.h"
#include "http/refusals.h"

namespace zr::http {

namespace {

constexpr std::string_view path_marks = "-._~!$&'()*+,;=:@/%";
/// Browsers send these raw in a query, against RFC 3986; there they cannot change a route.
constexpr std::string_view query_marks = "-._~!$&'()*+,;=:@/%?[]{}|^`";

bool made_of(std::string_view text, std::string_view marks) {
  for (const char c : text) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!word && marks.find(c) == std::string_view::npos) return false;
  }
  return true;
}

/// Percent-decoded; nothing if an escape is broken, a control character or no UTF-8 comes out.
std::optional<std::string> decoded(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '%') {
      out += raw[i];
      continue;
    }
    const auto byte = unhex(raw.substr(i + 1, 2));
    if (!byte || byte->size() != 1) return std::nullopt;
    const auto value = static_cast<unsigned char>(byte->front());
    if (value < 0x20 || value == 0x7F) return std::nullopt;
    out += byte->front();
    i += 2;
  }
  if (!valid_utf8(out)) return std::nullopt;
  return out;
}

/// A segment that cannot be mistaken for a way up or for two segments.
std::optional<std::string> segment(std::string_view raw) {
  auto out = decoded(raw);
  if (!out || *out == "." || *out == ".." || out->find_first_of("/\\") != std::string::npos)
    return std::nullopt;
  return out;
}

/// As a form writes it: "+" is a blank.
std::optional<std::string> form_decoded(std::string_view raw) {
  std::string plain(raw);
  for (char& c : plain)
    if (c == '+') c = ' ';
  return decoded(plain);
}

Result<std::string> read_path(std::string_view raw) {
  if (!raw.starts_with('/') || !made_of(raw, path_marks)) return bad_target;
  std::string path;
  while (!raw.empty()) {
    raw.remove_prefix(1);
    const auto slash = raw.find('/');
    auto part = segment(raw.substr(0, slash));
    raw = slash == std::string_view::npos ? std::string_view() : raw.substr(slash);
    // Only the last segment may be empty: "/" and "/loans/" (which is not the route "/loans").
    if (!part || (part->empty() && !raw.empty())) return bad_target;
    path += '/';
    path += *part;
  }
  return path;
}

Result<std::vector<Field>> read_query(std::string_view raw) {
  if (!made_of(raw, query_marks)) return bad_target;
  std::vector<Field> pairs;
  while (!raw.empty()) {
    const auto end = raw.find('&');
    const auto pair = raw.substr(0, end);
    raw = end == std::string_view::npos ? std::string_view() : raw.substr(end + 1);
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    auto name = form_decoded(pair.substr(0, equals));
    auto value = form_decoded(equals == std::string_view::npos ? "" : pair.substr(equals + 1));
    if (!name || !value || pairs.size() == most_parameters) return bad_target;
    pairs.push_back({std::move(*name), std::move(*value)});
  }
  return pairs;
}

}  // namespace

Result<Target> read_target(std::string_view raw) {
  const auto question = raw.find('?');
  auto path = read_path(raw.substr(0, question));
  if (!path) return path.problem();
  auto query = read_query(question == std::string_view::npos ? "" : raw.substr(question + 1));
  if (!query) return query.problem();
  return Target{std::move(*path), std::move(*query)};
}

}  // namespace zr::http

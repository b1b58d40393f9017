#include "http/message.h"

#include "base/text.h"
#include "http/negotiate.h"

namespace zr::http {

std::string_view name_of(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::head:
      return "HEAD";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::patch:
      return "PATCH";
    case Method::delete_:
      return "DELETE";
    case Method::options:
      return "OPTIONS";
  }
  return "";
}

std::optional<std::string_view> only(const std::vector<Field>& fields, std::string_view name) {
  std::optional<std::string_view> found;
  for (const Field& field : fields) {
    if (field.name != name) continue;
    if (found) return std::nullopt;
    found = field.value;
  }
  return found;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
  auto rest = header("cookie").value_or("");
  std::optional<std::string_view> found;
  while (!rest.empty()) {
    const auto end = rest.find(';');
    const auto pair = trim(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
    if (found) return std::nullopt;
    found = pair.substr(equals + 1);
  }
  return found;
}

Language Request::language() const {
  return preferred_language(header("accept-language").value_or(""));
}

}  // namespace zr::http

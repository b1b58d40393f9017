#pragma once
/// What an HTTP request and its answer are to the rest of the house: plain values, decoded once.
/// A request never carries what a client could forge about itself (forwarded addresses, method
/// overrides, rewritten paths): those headers are judged and dropped before a handler sees it.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace zr::http {

class EventStream;
class Upload;

enum class Method { get, head, post, put, patch, delete_, options };
std::string_view name_of(Method method);

/// One header (name in lower case in requests) or one decoded pair of the query.
struct Field {
  std::string name;
  std::string value;
  bool operator==(const Field&) const = default;
};

/// The value if exactly one field bears the name: a repeated field is as good as none.
std::optional<std::string_view> only(const std::vector<Field>& fields, std::string_view name);

struct Request {
  Method method = Method::get;
  std::string path;          ///< Decoded; begins with '/', holds no dot or empty middle segment.
  std::string target;        ///< As received. May hold personal data: never logged.
  std::vector<Field> query;  ///< Decoded, in order.
  std::vector<Field> headers;
  std::string body;                ///< Empty when the body went to a file.
  std::shared_ptr<Upload> upload;  ///< The body as a temporary file, where the route asks for it.
  std::string remote;              ///< The client's address, behind listed proxies too.
  bool https = false;              ///< Said by a listed proxy; only ever true then.
  std::string id;                  ///< Stands in the answer, the log and every problem.
  Instant received;                ///< Last byte of the request; judges timeliness.

  std::optional<std::string_view> header(std::string_view name) const {
    return only(headers, name);
  }
  std::optional<std::string_view> parameter(std::string_view name) const {
    return only(query, name);
  }
  /// A cookie set twice is no cookie: one of the two was planted.
  std::optional<std::string_view> cookie(std::string_view name) const;
  /// English only where Accept-Language prefers it to Chinese.
  Language language() const;
};

/// A file sent as the body. `owner` is held until the last byte left, so a temporary file lives on.
struct FileBody {
  std::filesystem::path path;
  std::shared_ptr<const void> owner{};
};

using Shared = std::shared_ptr<const std::string>;  ///< One text sent to many.
using Events = std::shared_ptr<EventStream>;

/// The server adds length, date, request id and the security headers that `headers` leaves out.
struct Response {
  int status = 200;
  std::vector<Field> headers{};
  std::variant<std::string, Shared, FileBody, Events> body{};
  std::string route{};  ///< Pattern that answered ("/claims/{id}/settle"), for log and metrics.
};

}  // namespace zr::http

#pragma once
/// The head of a request: request line and headers. Two readers must agree: a scanner over the raw
/// bytes refuses what Beast would mend in silence (folded lines, bare line feeds, too many fields),
/// then Beast's parser checks the grammar, then the rules on what fields may say together.
/// Nothing doubtful about where a body ends is ever accepted (RFC 9112 §11.2, smuggling).
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/message.h"

namespace zr::http {

struct HeadLimits {
  std::size_t bytes = 16 * 1024;
  std::size_t fields = 100;
  std::size_t target_bytes = 8 * 1024;
};

/// Looks through the bytes as they arrive and refuses at the first one that cannot be right, so
/// that garbage is answered at once and not at the deadline.
class HeadScanner {
 public:
  explicit HeadScanner(const HeadLimits& limits) : limits_(limits) {}
  /// `text` is everything received of this request, growing from call to call. The answer is the
  /// length of the complete head with its empty line, or 0 while more must come.
  Result<std::size_t> scan(std::string_view text);

 private:
  Result<Done> line(std::string_view text);

  HeadLimits limits_;
  std::size_t seen_ = 0;
  std::size_t line_start_ = 0;
  std::size_t lines_ = 0;  ///< Complete lines, the request line included.
};

/// A head that passed all three.
struct Head {
  Method method = Method::get;
  std::string target;
  std::vector<Field> headers;  ///< Names in lower case.
  int minor_version = 1;       ///< HTTP/1.0 or HTTP/1.1.
  bool keeps_alive = true;
  bool chunked = false;
  bool expects_continue = false;
  std::uint64_t content_length = 0;
  bool has_body() const { return chunked || content_length > 0; }
};

/// `text` is a complete head as the scanner measured it.
Result<Head> read_head(std::string_view text);

/// What the fields of a head may say together; fills in the body's framing.
Result<Done> judge_head(Head& head);

}  // namespace zr::http

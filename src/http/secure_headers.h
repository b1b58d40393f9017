#pragma once
/// What every answer carries, errors included (security.md row 31): policy, no sniffing, no
/// referrer, own opener, no storing. A handler may replace one of them, never lose one.
#include <string>
#include <string_view>

#include "http/message.h"

namespace zr::http {

/// The content security policy of reference/web.md §5; the nonce admits the page's own styles.
std::string content_policy(std::string_view nonce = {});

/// The head of an answer as text, up to and including the empty line.
struct AnswerHead {
  std::uint64_t content_length = 0;
  bool sized = true;  ///< No length for event streams, 204 and 304.
  bool keeps_alive = true;
  bool https = false;
  std::string_view request_id{};
};
std::string head_text(const Response& response, const AnswerHead& about);

/// Could this header split the answer or forge another field?
bool is_safe(const Field& header);

/// Fresh random bytes of the operating system as lower-case hexadecimal digits: for nonces and
/// request ids. Not crypto's stream, which a demo seeds: page views must not move its dump.
std::string random_hex(std::size_t bytes);

}  // namespace zr::http

#include "http/head.h"
#include "http/refusals.h"

namespace zr::http {

/// One complete line without its CRLF.
Result<Done> HeadScanner::line(std::string_view text) {
  if (lines_ == 0) {
    const auto first = text.find(' ');
    const auto last = text.rfind(' ');
    if (last != std::string_view::npos && last - first > limits_.target_bytes + 1)
      return target_too_long;
  } else if (text.starts_with(' ') || text.starts_with('\t')) {
    return bad_request;  // A folded line: half of all parsers join it, half see a new field.
  }
  ++lines_;
  if (lines_ > limits_.fields + 1 && !text.empty()) return headers_too_large;
  return Done{};
}

Result<std::size_t> HeadScanner::scan(std::string_view text) {
  for (; seen_ < text.size(); ++seen_) {
    if (seen_ >= limits_.bytes) return lines_ == 0 ? target_too_long : headers_too_large;
    if (lines_ == 0 && seen_ > limits_.target_bytes + 32) return target_too_long;
    const auto byte = static_cast<unsigned char>(text[seen_]);
    if (byte == '\n') {
      if (seen_ == 0 || text[seen_ - 1] != '\r') return bad_request;
      const auto content = text.substr(line_start_, seen_ - 1 - line_start_);
      // One empty line before the request line is left over from sloppy clients (RFC 9112 §2.2).
      if (lines_ == 0 && content.empty() && line_start_ == 0) {
        line_start_ = seen_ + 1;
        continue;
      }
      if (const auto judged = line(content); !judged) return judged.problem();
      line_start_ = seen_ + 1;
      if (content.empty()) return lines_ == 1 ? Result<std::size_t>(bad_request) : ++seen_;
    } else if (seen_ > 0 && text[seen_ - 1] == '\r') {
      return bad_request;
    } else if ((byte < 0x20 && byte != '\t' && byte != '\r') || byte == 0x7F) {
      return bad_request;
    } else if (lines_ == 0 && (byte >= 0x80 || byte == '\t')) {
      return bad_request;
    }
  }
  return std::size_t{0};
}

}  // namespace zr::http

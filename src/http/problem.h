#pragma once
/// Refusals as RFC 9457 problem documents: what the server itself turns away and, through the same
/// function, every refusal of the API. They never name a path, a statement, a version or a stack.
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/message.h"
#include "http/refusals.h"

namespace zr::http {

/// {type, title, status, code, detail, request_id, errors} in the reader's language.
Response problem_response(const Problem& problem, Language language, std::string_view request_id);
inline Response problem_response(const Problem& problem, const Request& request) {
  return problem_response(problem, request.language(), request.id);
}

/// The text as a JSON string with its quotes; bytes that are no UTF-8 become U+FFFD.
std::string json_text(std::string_view text);

}  // namespace zr::http

#pragma once
/// Reading of quality lists (RFC 9110 §12): which language and which encoding a client prefers.
/// A malformed list is no error: it counts as absent.
#include <string_view>

#include "base/result.h"

namespace zr::http {

/// Chinese unless Accept-Language gives English a higher quality, or names it first at the same
/// one.
Language preferred_language(std::string_view accept_language);

/// Does Accept-Encoding name this coding with a quality above 0? A lone "*" counts for every one.
bool accepts_encoding(std::string_view accept_encoding, std::string_view coding);

/// Does the list of an If-None-Match name this entity tag (weakly compared), or "*"?
bool lists_tag(std::string_view if_none_match, std::string_view tag);

/// The next element of a comma list, trimmed; the list advances behind it.
std::string_view next_element(std::string_view& list);

/// Equal without regard to ASCII case; `lower` is already in lower case.
bool same_word(std::string_view text, std::string_view lower);

}  // namespace zr::http

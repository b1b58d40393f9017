#pragma once
/// Invented credit codes for tests whose two check characters hold.
#include <string>
#include <string_view>

#include "base/uscc.h"

namespace zr::test {

/// The first 16 characters are kept.
inline std::string checked_code(std::string_view first) {
  std::string text(first);
  text[16] = read_uscc(text).organisation_check;
  text[17] = read_uscc(text).last_check;
  return text;
}

}  // namespace zr::test

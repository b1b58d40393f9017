#pragma once
/// Passwords that everybody tries first. With twelve characters as the minimum, what people still
/// choose is common words and digits strung together, so the list holds the words and a password
/// made of nothing else is refused.
#include <string_view>

namespace zr::accounts {

/// Is this lower-case text nothing but listed words, digits and punctuation?
bool only_common_words(std::string_view lower_case);

}  // namespace zr::accounts

#pragma once
/// Formula guard for everything we export: a text that a spreadsheet would run as a formula gets a
/// leading apostrophe, and reading it back gives the original (security.md control 42, peers.md
/// pitfall 34). Only texts are guarded; a negative number stays a number.
#include <string>
#include <string_view>

namespace zr::documents {

/// Would some spreadsheet take this text for a formula? True for a first = + - @ TAB CR LF or full
/// width ＝ ＋ － ＠, also behind blanks and quotation marks.
bool looks_like_formula(std::string_view text);
std::string guard(std::string_view text);
/// Inverse of guard for every text: unguard(guard(text)) == text.
std::string_view unguard(std::string_view text);

}  // namespace zr::documents

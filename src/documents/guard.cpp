#include "documents/guard.h"

#include <array>

namespace zr::documents {

namespace {

using namespace std::string_view_literals;

/// What programs skip before they look for a formula.
constexpr std::array skipped{" "sv,      "\""sv, "'"sv, "\u00A0"sv, "\u3000"sv, "\uFEFF"sv,
                             "\u200B"sv, "“"sv,  "‘"sv, "＂"sv,     "＇"sv};
constexpr std::array triggers{"="sv,  "+"sv,  "-"sv,  "@"sv,  "\t"sv, "\r"sv,
                              "\n"sv, "＝"sv, "＋"sv, "－"sv, "＠"sv};

/// Length of the member of `set` at the start of `text`, or 0.
template <std::size_t N>
std::size_t starts_with_any(std::string_view text, const std::array<std::string_view, N>& set) {
  for (const auto member : set)
    if (text.starts_with(member)) return member.size();
  return 0;
}

}  // namespace

bool looks_like_formula(std::string_view text) {
  while (const auto n = starts_with_any(text, skipped)) text.remove_prefix(n);
  return starts_with_any(text, triggers) != 0;
}

std::string guard(std::string_view text) {
  std::string out;
  if (looks_like_formula(text)) out += '\'';
  return out.append(text);
}

/// Rationale: an unguarded text starting with an apostrophe before a trigger looks like a formula
/// itself, so guard() would have added a second one; dropping one is therefore always the inverse.
std::string_view unguard(std::string_view text) {
  if (text.starts_with('\'') && looks_like_formula(text.substr(1))) text.remove_prefix(1);
  return text;
}

}  // namespace zr::documents

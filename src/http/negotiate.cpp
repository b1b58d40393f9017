#include "http/negotiate.h"

#include <optional>

#include "base/text.h"

namespace zr::http {

namespace {

/// One element of a quality list: its name and q in thousandths.
struct Weighted {
  std::string_view name;
  int q = 1000;
};

/// "0.8" → 800; nothing for what is no qvalue.
std::optional<int> qvalue(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  int value = (text[0] - '0') * 1000;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  int unit = 100;
  for (std::size_t i = 2; i < text.size(); ++i, unit /= 10) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value += (text[i] - '0') * unit;
  }
  return value <= 1000 ? std::optional(value) : std::nullopt;
}

Weighted weighted(std::string_view element) {
  const auto semicolon = element.find(';');
  Weighted out{trim(element.substr(0, semicolon))};
  if (semicolon == std::string_view::npos) return out;
  const auto parameter = trim(element.substr(semicolon + 1));
  if (parameter.size() < 2 || (parameter[0] != 'q' && parameter[0] != 'Q') || parameter[1] != '=')
    return out;
  out.q = qvalue(trim(parameter.substr(2))).value_or(0);
  return out;
}

}  // namespace

bool same_word(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
    if (c != lower[i]) return false;
  }
  return true;
}

std::string_view next_element(std::string_view& list) {
  const auto comma = list.find(',');
  const auto element = trim(list.substr(0, comma));
  list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
  return element;
}

Language preferred_language(std::string_view accept_language) {
  Language best = Language::zh;
  int best_q = 0;
  while (!accept_language.empty()) {
    const auto [name, q] = weighted(next_element(accept_language));
    const auto primary = name.substr(0, name.find('-'));
    const bool english = same_word(primary, "en");
    if ((!english && !same_word(primary, "zh")) || q <= best_q) continue;
    best = english ? Language::en : Language::zh;
    best_q = q;
  }
  return best;
}

bool accepts_encoding(std::string_view accept_encoding, std::string_view coding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    const auto [name, q] = weighted(next_element(accept_encoding));
    if (same_word(name, coding)) return q > 0;
    if (name == "*") any = q > 0;
  }
  return any;
}

bool lists_tag(std::string_view if_none_match, std::string_view tag) {
  while (!if_none_match.empty()) {
    auto element = next_element(if_none_match);
    if (element == "*") return true;
    if (element.starts_with("W/")) element.remove_prefix(2);
    if (element == tag) return true;
  }
  return false;
}

}  // namespace zr::http

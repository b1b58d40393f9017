#include "imports/rules/number_text.h"

#include <array>
#include <string>

#include "base/text.h"
#include "imports/rules/digit.h"

namespace zr::imports {

namespace {

/// Half width, without blanks, currency sign and plus sign.
std::string condensed(std::string_view text) {
  std::string out;
  const std::string half = half_width(text);
  for (const char c : half)
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') out += c;
  for (const std::string_view sign : {"\xC2\xA0", "￥", "¥", "，"}) {
    for (auto at = out.find(sign); at != std::string::npos; at = out.find(sign, at))
      out.replace(at, sign.size(), sign == "，" ? "," : "");
  }
  if (out.starts_with('+')) out.erase(0, 1);
  return out;
}

/// Without the commas between thousands; empty where one stands elsewhere.
std::optional<std::string> without_commas(std::string_view text) {
  const auto end = std::min(text.find('.'), text.size());
  if (text.find(',', end) != std::string_view::npos) return std::nullopt;
  std::string out;
  std::size_t since = 0;
  bool any = false;
  for (std::size_t i = 0; i < end; ++i) {
    if (text[i] == ',') {
      const bool first_group = since >= 1 && since <= 3;
      if (any ? since != 3 : !first_group) return std::nullopt;
      any = true;
      since = 0;
      continue;
    }
    if (digit(text[i])) ++since;
    out += text[i];
  }
  if (any && since != 3) return std::nullopt;
  return out.append(text.substr(end));
}

struct Suffix {
  std::string_view text;
  int shift;  ///< power of ten towards the yuan, or the plain number
  bool money;
};
constexpr std::array suffixes{
    Suffix{"亿元", 8, true},  Suffix{"万元", 4, true}, Suffix{"千元", 3, true},
    Suffix{"亿", 8, true},    Suffix{"万", 4, true},   Suffix{"元整", 0, true},
    Suffix{"元", 0, true},    Suffix{"天", 0, false},  Suffix{"日", 0, false},
    Suffix{"个月", 0, false}, Suffix{"户", 0, false},  Suffix{"笔", 0, false},
    Suffix{"个", 0, false}};

/// 1e3, 1.5E+05.
std::optional<Decimal> exponential(std::string_view text) {
  const auto e = text.find_first_of("eE");
  if (e == std::string_view::npos || e == 0) return std::nullopt;
  const auto mantissa = Decimal::parse(text.substr(0, e));
  const auto sign = static_cast<std::size_t>(text.substr(e + 1).starts_with('+'));
  const auto exponent = Decimal::parse(text.substr(e + 1 + sign));
  if (!mantissa || !exponent || !exponent->whole()) return std::nullopt;
  if (exponent->mantissa > 30 || exponent->mantissa < -30) return std::nullopt;
  return mantissa->shifted(static_cast<int>(exponent->mantissa));
}

/// What a text that is no plain number says.
void guess(std::string_view text, NumberText& out) {
  if (text.starts_with('(') && text.ends_with(')') && text.size() > 2) {
    const auto inside = without_commas(text.substr(1, text.size() - 2));
    const auto value = inside ? Decimal::parse(*inside) : std::nullopt;
    if (value && value->mantissa > 0) out.meant = Decimal{-value->mantissa, value->scale};
    return;
  }
  out.meant = exponential(text);
  if (out.meant) return;
  for (const Suffix& suffix : suffixes) {
    if (!text.ends_with(suffix.text)) continue;
    const auto number = without_commas(text.substr(0, text.size() - suffix.text.size()));
    const auto value = number ? Decimal::parse(*number) : std::nullopt;
    out.meant = value ? value->shifted(suffix.shift) : std::nullopt;
    if (suffix.money) out.said_in = Unit::yuan;
    return;
  }
  std::string bare;
  for (const char c : text)
    if (c != ',') bare += c;
  if (bare.size() != text.size()) out.meant = Decimal::parse(bare);
}

}  // namespace

NumberText read_number(std::string_view text) {
  NumberText out;
  out.value = Decimal::parse(text);
  if (out.value) return out;
  const std::string compact = condensed(text);
  if (const auto plain = without_commas(compact)) out.value = Decimal::parse(*plain);
  out.tidied = out.value.has_value();
  if (!out.value) guess(compact, out);
  return out;
}

}  // namespace zr::imports

#include "documents/outgoing.h"

#include <fmt/format.h>

namespace zr::documents {

namespace {

/// "12.3456%": ppm are exactly four decimals of a percent; zeros beyond the second go.
std::string percent_text(Ppm share) {
  const bool negative = share.value < 0;
  const auto size = negative ? 0 - static_cast<std::uint64_t>(share.value)
                             : static_cast<std::uint64_t>(share.value);
  std::string text = fmt::format("{}{}.{:04}", negative ? "-" : "", size / 10'000, size % 10'000);
  for (int zeros = 0; zeros < 2 && text.back() == '0'; ++zeros) text.pop_back();
  return text + "%";
}

/// "1234.56789": a fen is a millionth of wan yuan; zeros beyond the second decimal go.
std::string wan_exact_text(Money amount) {
  const bool negative = amount.fen < 0;
  const auto size = negative ? 0 - static_cast<std::uint64_t>(amount.fen)
                             : static_cast<std::uint64_t>(amount.fen);
  std::string text =
      fmt::format("{}{}.{:06}", negative ? "-" : "", size / 1'000'000, size % 1'000'000);
  for (int zeros = 0; zeros < 4 && text.back() == '0'; ++zeros) text.pop_back();
  return text;
}

struct Text {
  ColumnKind kind;
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(Money amount) const {
    if (kind == ColumnKind::wan_exact) return wan_exact_text(amount);
    return kind == ColumnKind::wan ? wan_text(amount) : yuan_text(amount);
  }
  std::string operator()(std::int64_t count) const { return std::to_string(count); }
  std::string operator()(Ppm share) const { return percent_text(share); }
  std::string operator()(Date day) const { return day.text(); }
  std::string operator()(const Decimal& number) const { return number.text; }
};

}  // namespace

std::string text_of(const Value& value, ColumnKind kind) {
  return std::visit(Text{kind}, value);
}

}  // namespace zr::documents

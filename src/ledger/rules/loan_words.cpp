#include "ledger/rules/loan_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace zr::ledger {

namespace {

/// The parts of a list, whatever separates them; blanks do not count.
std::vector<std::string> words_of(std::string_view text) {
  static constexpr std::array marks{std::string_view("、"), std::string_view("，"),
                                    std::string_view("；"), std::string_view("和"),
                                    std::string_view("及"), std::string_view("与"),
                                    std::string_view("加"), std::string_view("＋")};
  std::vector<std::string> words(1);
  const std::string half = half_width(text);
  for (std::string_view rest = half; !rest.empty();) {
    const auto mark = std::ranges::find_if(marks, [&](auto m) { return rest.starts_with(m); });
    const bool separates = mark != marks.end() ||
                           std::string_view(",;+/").find(rest.front()) != std::string_view::npos;
    if (separates) {
      if (!words.back().empty()) words.emplace_back();
    } else if (rest.front() != ' ') {
      words.back() += rest.front();
    }
    rest.remove_prefix(mark != marks.end() ? mark->size() : 1);
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// A word as the name of a value: its code, its Chinese or its English name.
template <Named E>
std::optional<E> named_so(std::string_view word) {
  for (const Name& row : names_of(E{})) {
    std::string english;
    for (const char c : row.en)
      if (c != ' ') english += c;
    if (word == row.zh || upper(word) == upper(row.name) || upper(word) == upper(english))
      return static_cast<E>(row.value);
  }
  return std::nullopt;
}

/// What a bank writes beside the pledge.
std::optional<SecurityMode> other_security(std::string_view word) {
  using enum SecurityMode;
  if (has(word, "其他") || has(word, "抵押") || has(word, "质押")) return ip_other;
  if (has(word, "保险")) return ip_insurance;
  if (has(word, "保证") || has(word, "担保")) return ip_guarantee;
  return std::nullopt;
}

bool names_the_pledge(std::string_view word) {
  static constexpr std::array pledges{
      std::string_view("知识产权质押"), std::string_view("知识产权"),
      std::string_view("质押"),         std::string_view("专利质押"),
      std::string_view("专利权质押"),   std::string_view("商标质押"),
      std::string_view("商标权质押")};
  for (const std::string_view pure : {"纯", "单一", "单纯", "仅"})
    if (word.starts_with(pure)) word.remove_prefix(pure.size());
  return std::ranges::find(pledges, word) != pledges.end();
}

}  // namespace

std::optional<std::vector<RightKind>> read_rights(std::string_view text) {
  using enum RightKind;
  static constexpr std::pair<std::string_view, RightKind> parts[] = {
      {"专利", patent},        {"实用新型", patent}, {"外观设计", patent}, {"商标", trademark},
      {"著作权", copyright},   {"版权", copyright},  {"软著", copyright},  {"布图", ic_layout},
      {"集成电路", ic_layout}, {"地理标志", gi},     {"混合", mixed},      {"组合", mixed}};
  std::vector<RightKind> kinds;
  // A name of two English words comes apart at no mark: it is looked up whole.
  for (const std::string& word : words_of(text)) {
    if (const auto kind = named_so<RightKind>(word)) {
      kinds.push_back(*kind);
      continue;
    }
    const std::size_t before = kinds.size();
    for (const auto& [part, kind] : parts)
      if (has(word, part)) kinds.push_back(kind);
    if (kinds.size() == before) return std::nullopt;
  }
  if (kinds.empty()) return std::nullopt;
  return kinds;
}

const Refusal* check_rights(std::string_view text) {
  return read_rights(text) ? nullptr : &unknown_right;
}

std::optional<LoanClass> read_class(std::string_view text) {
  static constexpr std::array endings{std::string_view(""), std::string_view("类"),
                                      std::string_view("级"), std::string_view("类贷款"),
                                      std::string_view("贷款")};
  static constexpr std::array grades{
      std::string_view(""),  std::string_view("一"), std::string_view("二"), std::string_view("三"),
      std::string_view("1"), std::string_view("2"),  std::string_view("3")};
  const std::string half = half_width(trim(text));
  for (const Name& row : names_of(LoanClass{})) {
    if (!half.starts_with(row.zh)) continue;
    std::string_view rest = std::string_view(half).substr(row.zh.size());
    for (const std::string_view grade : grades)
      if (!grade.empty() && rest.starts_with(grade)) rest.remove_prefix(grade.size());
    if (std::ranges::find(endings, rest) != endings.end()) return static_cast<LoanClass>(row.value);
  }
  return std::nullopt;
}

std::optional<SecurityMode> read_security(std::string_view text) {
  auto words = words_of(text);
  if (words.empty() || !names_the_pledge(words.front())) return std::nullopt;
  words.erase(words.begin());
  if (words.empty()) return SecurityMode::pure_ip;
  const auto beside = other_security(words.front());
  for (const std::string& word : words)
    if (other_security(word) != beside) return std::nullopt;
  return beside;
}

std::optional<LegalBasis> read_basis(std::string_view text) {
  using enum LegalBasis;
  static constexpr std::pair<std::string_view, LegalBasis> known[] = {
      {"授权", customer_authorisation},
      {"授权书", customer_authorisation},
      {"客户授权书", customer_authorisation},
      {"企业授权", customer_authorisation},
      {"备案", fund_filing},
      {"基金备案", fund_filing},
      {"补偿备案", fund_filing},
      {"补贴申请", subsidy_application},
      {"申请奖补", subsidy_application},
      {"申请补贴", subsidy_application}};
  const std::string_view word = trim(text);
  for (const auto& [written, basis] : known)
    if (word == written) return basis;
  return std::nullopt;
}

}  // namespace zr::ledger

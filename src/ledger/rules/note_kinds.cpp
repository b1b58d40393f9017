#include "ledger/rules/note_kinds.h"

#include <algorithm>

namespace zr::ledger {

std::span<const Name> names_of(RightKind) {
  using enum RightKind;
  static constexpr Name names[] = {
      named(patent, "patent", "专利", "Patent"),
      named(trademark, "trademark", "商标", "Trademark"),
      named(copyright, "copyright", "著作权", "Copyright"),
      named(ic_layout, "ic_layout", "集成电路布图设计", "Layout design"),
      named(gi, "gi", "地理标志", "Geographical indication"),
      named(mixed, "mixed", "混合", "Mixed"),
  };
  return names;
}

std::span<const Name> names_of(SecurityMode) {
  using enum SecurityMode;
  static constexpr Name names[] = {
      named(pure_ip, "pure_ip", "纯知识产权质押", "IP pledge only"),
      named(ip_guarantee, "ip_guarantee", "知识产权质押+保证担保", "IP pledge and guarantee"),
      named(ip_insurance, "ip_insurance", "知识产权质押+保险", "IP pledge and insurance"),
      named(ip_other, "ip_other", "知识产权质押+其他担保", "IP pledge and other security"),
  };
  return names;
}

std::span<const Name> names_of(LegalBasis) {
  using enum LegalBasis;
  static constexpr Name names[] = {
      named(customer_authorisation, "customer_authorisation", "客户授权",
            "Customer's authorisation"),
      named(fund_filing, "fund_filing", "风险补偿备案", "Filing with the compensation fund"),
      named(subsidy_application, "subsidy_application", "奖补申请", "Subsidy application"),
  };
  return names;
}

std::span<const Name> names_of(NoteState) {
  using enum NoteState;
  static constexpr Name names[] = {
      named(open, "open", "未结清", "Open"),
      named(overdue, "overdue", "逾期", "Overdue"),
      named(settled, "settled", "已结清", "Settled"),
  };
  return names;
}

std::span<const Name> names_of(MovementKind) {
  using enum MovementKind;
  static constexpr Name names[] = {
      named(drawdown, "drawdown", "发放", "Drawdown"),
      named(repayment, "repayment", "收回", "Repayment"),
  };
  return names;
}

std::string rights_text(const std::vector<RightKind>& kinds) {
  std::string text;
  std::int64_t named_kinds = 0;
  for (const Name& row : names_of(RightKind{})) {
    const auto kind = static_cast<RightKind>(row.value);
    if (std::ranges::find(kinds, kind) == kinds.end()) continue;
    if (kind == RightKind::mixed) return named_kinds > 1 ? text : std::string(row.name);
    if (++named_kinds > 1) text += ' ';
    text += row.name;
  }
  return text;
}

std::vector<RightKind> rights_of(std::string_view text) {
  std::vector<RightKind> kinds;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (const auto kind = value_named<RightKind>(text.substr(0, end))) kinds.push_back(*kind);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return kinds;
}

std::optional<RightKind> right_kind(const std::vector<RightKind>& kinds) {
  if (kinds.empty()) return std::nullopt;
  const bool one =
      std::ranges::all_of(kinds, [&](RightKind kind) { return kind == kinds.front(); });
  return one ? kinds.front() : RightKind::mixed;
}

}  // namespace zr::ledger

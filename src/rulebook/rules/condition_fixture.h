#pragma once
/// A few facts of a loan and one loan's data, for the tests of conditions.
#include <array>

#include "rulebook/rules/fact.h"

namespace zr::rulebook::fixture {

enum class Size { large, medium, small, micro };

inline constexpr std::array sizes{
    named(Size::large, "large", "大型", "Large"),
    named(Size::medium, "medium", "中型", "Medium"),
    named(Size::small, "small", "小型", "Small"),
    named(Size::micro, "micro", "微型", "Micro"),
};

inline std::vector<Fact> facts() {
  using json::Kind;
  return {
      {"note.balance_fen", Kind::money, "贷款余额", "Balance"},
      {"ent.size", Kind::enumeration, "企业规模", "Enterprise size", sizes},
      {"note.first_time", Kind::boolean, "首贷", "First-time borrower"},
      {"note.disbursed_on", Kind::date, "放款日", "Disbursement date"},
      {"loan.rate_ppm", Kind::ppm, "贷款年利率", "Annual rate"},
      {"loan.ip_share_bp", Kind::share, "知识产权质押占比", "Share secured by IP"},
      {"loan.product", Kind::text, "产品", "Product"},
      {"loan.term_months", Kind::integer, "贷款期限", "Term in months"},
  };
}

/// 5,000,000 yuan to a small first-time borrower on 2026-09-30 at 3.45 %; the product is missing.
inline std::vector<json::Scalar> data() {
  return {std::int64_t{500'000'000}, "small", std::int64_t{1}, "2026-09-30", std::int64_t{34'500},
          std::int64_t{3000},        {},      std::int64_t{12}};
}

}  // namespace zr::rulebook::fixture

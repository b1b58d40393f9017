#include "rulebook/rules/predicate_text.h"

#include <doctest/doctest.h>

#include "rulebook/rules/condition_fixture.h"

using namespace zr::rulebook;  // NOLINT: a test of this namespace's small vocabulary

namespace {

Sentence said(const Predicate& predicate) {
  return sentence(predicate, fixture::facts());
}

std::string zh(const Predicate& predicate) {
  return said(predicate).zh;
}

}  // namespace

TEST_CASE("§5a: a comparison is said with the labels of fact and value") {
  CHECK(said(compare("note.balance_fen", Op::more, std::int64_t{0})) ==
        Sentence{"贷款余额大于 0.00 元", "Balance is more than 0.00 yuan"});
  CHECK(said(compare("ent.size", Op::not_equal, std::string("large"))) ==
        Sentence{"企业规模不为大型", "Enterprise size is not Large"});
  CHECK(said(in("ent.size", {std::string("small"), std::string("micro")})) ==
        Sentence{"企业规模属于（小型、微型）", "Enterprise size is one of (Small, Micro)"});
  CHECK(said(compare("note.first_time", Op::not_equal, true)) ==
        Sentence{"首贷：否", "First-time borrower: no"});
  CHECK(said(compare("note.first_time", Op::equal, true)) ==
        Sentence{"首贷：是", "First-time borrower: yes"});
  CHECK(said(compare("loan.product", Op::equal, std::string("示例贷"))) ==
        Sentence{"产品为“示例贷”", "Product is \"示例贷\""});
}

TEST_CASE("§5a: amounts, rates and shares are said in their own units") {
  CHECK(zh(compare("note.balance_fen", Op::at_most, std::int64_t{500'000'000})) ==
        "贷款余额不超过 500 万元");
  CHECK(zh(compare("note.balance_fen", Op::at_most, std::int64_t{500'000'001})) ==
        "贷款余额不超过 5000000.01 元");
  CHECK(zh(compare("loan.rate_ppm", Op::less, std::int64_t{34'500})) == "贷款年利率小于 3.45%");
  CHECK(zh(compare("loan.rate_ppm", Op::less, std::int64_t{-1})) == "贷款年利率小于 -0.0001%");
  CHECK(zh(compare("loan.ip_share_bp", Op::at_least, std::int64_t{3000})) ==
        "知识产权质押占比不少于 30%");
  CHECK(zh(compare("loan.term_months", Op::at_most, std::int64_t{12})) == "贷款期限不超过 12");
}

TEST_CASE("§5a: days are earlier and later, not smaller and larger") {
  const auto day = [](Op op) {
    return said(compare("note.disbursed_on", op, std::string("2026-09-30")));
  };
  CHECK(day(Op::less) ==
        Sentence{"放款日早于 2026-09-30", "Disbursement date is before 2026-09-30"});
  CHECK(day(Op::at_most).zh == "放款日不晚于 2026-09-30");
  CHECK(day(Op::more).zh == "放款日晚于 2026-09-30");
  CHECK(day(Op::at_least).en == "Disbursement date is not before 2026-09-30");
  CHECK(day(Op::equal).zh == "放款日为 2026-09-30");
}

TEST_CASE("§5a: groups are joined and bracketed where they stand inside another") {
  const Predicate first = compare("note.first_time", Op::equal, true);
  const Predicate small = compare("ent.size", Op::equal, std::string("small"));
  CHECK(said(all_of({first, any_of({small, first})})) ==
        Sentence{"首贷：是，且（企业规模为小型，或首贷：是）",
                 "First-time borrower: yes and (Enterprise size is Small or First-time borrower: "
                 "yes)"});
  CHECK(zh(all_of({any_of({small})})) == "企业规模为小型");
  CHECK(zh(all_of({any_of({small, first})})) == "企业规模为小型，或首贷：是");
  CHECK(said(negation(small)) ==
        Sentence{"并非（企业规模为小型）", "not (Enterprise size is Small)"});
  CHECK(said(always()) == Sentence{"任何情况", "always"});
  CHECK(said(never()) == Sentence{"从不", "never"});
}

TEST_CASE("§5a: a fact that is not described is called by its name") {
  CHECK(zh(compare("note.nothing", Op::equal, std::int64_t{1})) == "note.nothing为 1");
}

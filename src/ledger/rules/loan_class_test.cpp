#include "ledger/rules/loan_class.h"

#include <doctest/doctest.h>

#include "ledger/rules/class_fixture.h"

using zr::Date;
using zr::Money;
using zr::ledger::ClassFacts;
using zr::ledger::ClassRules;
using zr::ledger::GroundEffect;
using zr::ledger::LoanClass;
namespace fixture = zr::ledger::fixture;
using enum zr::ledger::LoanClass;

namespace {

const Date today{2026, 9, 30};

zr::ledger::Classified classified(const ClassFacts& facts) {
  return *zr::ledger::classify(facts, fixture::class_rules(), today);
}

LoanClass class_of(const ClassFacts& facts) {
  return classified(facts).loan_class;
}

/// The codes of the reasons, in order.
std::string because(const ClassFacts& facts) {
  std::string codes;
  for (const zr::Reason& reason : classified(facts).because) codes += reason.code + " ";
  return codes;
}

std::string faults(const ClassFacts& facts) {
  const auto answer = zr::ledger::classify(facts, fixture::class_rules(), today);
  std::string pointers;
  if (answer == zr::bad_input)
    for (const auto& error : answer.problem().errors) pointers += error.pointer + " ";
  return pointers;
}

}  // namespace

TEST_CASE("order 1 of 2023: overdue days give the class, strictly more than the limit") {
  struct Boundary {
    std::int64_t days;
    LoanClass loan_class;
  };
  for (const Boundary& each : {Boundary{0, pass},
                               {1, special_mention},
                               {90, special_mention},
                               {91, substandard},
                               {270, substandard},
                               {271, doubtful},
                               {360, doubtful},
                               {361, loss},
                               {36'525, loss}}) {
    CAPTURE(each.days);
    CHECK(class_of({.overdue_days = each.days}) == each.loan_class);
    CHECK(zr::ledger::overdue_floor(each.days, fixture::class_rules(), today) == each.loan_class);
  }
}

TEST_CASE("the reason names the days, the limit and the class, in both languages") {
  const auto late = classified({.overdue_days = 91});
  REQUIRE(late.because.size() == 1);
  CHECK(late.because[0].code == "overdue_days");
  CHECK(late.because[0].zh == "逾期 91 天，超过 90 天，至少为次级");
  CHECK(late.because[0].en == "91 days overdue, more than 90: at least substandard");
  CHECK(classified({}).because.empty());
}

TEST_CASE("LC1: technical overdue is excused for 1 to 7 days only") {
  CHECK(class_of({.overdue_days = 7, .technical_overdue = true}) == pass);
  CHECK(because({.overdue_days = 7, .technical_overdue = true}) == "LC1 ");
  CHECK(class_of({.overdue_days = 8, .technical_overdue = true}) == special_mention);
  CHECK(class_of({.overdue_days = 7}) == special_mention);
  CHECK(because({.overdue_days = 0, .technical_overdue = true}) == "");
  CHECK(class_of({.overdue_days = 91, .technical_overdue = true}) == substandard);
  // The excuse covers the days, not another ground.
  CHECK(class_of({.overdue_days = 3, .technical_overdue = true, .refinanced = true}) ==
        special_mention);
}

TEST_CASE("LC2 LC3 LC4 LC8: changed use, refinancing, other bad debt and restructuring") {
  CHECK(class_of({.use_changed = true}) == special_mention);
  CHECK(because({.use_changed = true}) == "LC2 ");
  CHECK(because({.refinanced = true}) == "LC3 ");
  CHECK(class_of({.other_debt_bad = true}) == special_mention);
  CHECK(because({.other_debt_bad = true}) == "LC4 ");
  CHECK(class_of({.restructured = true}) == special_mention);
  CHECK(classified({.restructured = true}).because.at(0).zh ==
        "重组资产观察期（12 个月），至少为关注");
}

TEST_CASE("LC5: a credit-impaired loan is at least substandard") {
  CHECK(class_of({.credit_impaired = true}) == substandard);
  CHECK(because({.credit_impaired = true}) == "LC5 ");
}

TEST_CASE("order 1 of 2023: the expected loss counts only with impairment, strictly more") {
  const auto impaired = [](std::int64_t loss_bp) {
    return class_of({.credit_impaired = true, .expected_loss_bp = loss_bp});
  };
  CHECK(impaired(5000) == substandard);
  CHECK(impaired(5001) == doubtful);
  CHECK(impaired(9000) == doubtful);
  CHECK(impaired(9001) == loss);
  CHECK(class_of({.expected_loss_bp = 10'000}) == pass);
  CHECK(classified({.credit_impaired = true, .expected_loss_bp = 5050}).because.at(1).zh ==
        "预计损失 50.5%，超过 50%，至少为可疑");
}

TEST_CASE("LC6: more than a fifth of all debt over 90 days late is substandard, a fifth is not") {
  CHECK(class_of({.debtor_debt = {1'000}, .debtor_overdue90 = {200}}) == pass);
  CHECK(class_of({.debtor_debt = {1'000}, .debtor_overdue90 = {201}}) == substandard);
  CHECK(because({.debtor_debt = {1'000}, .debtor_overdue90 = {201}}) == "LC6 ");
  CHECK(class_of({.debtor_debt = zr::money_limit, .debtor_overdue90 = zr::money_limit}) ==
        substandard);
}

TEST_CASE("contracts loan_class: no rule on a debt total that is 0 or not given") {
  CHECK(class_of({.debtor_debt = {0}, .debtor_overdue90 = {5}}) == pass);
  CHECK(class_of({.own_bank_debt = Money{0}, .own_bank_bad = Money{5}}) == pass);
  CHECK(class_of({.own_bank_debt = Money{100}}) == pass);
  CHECK(class_of({.own_bank_bad = Money{100}}) == pass);
}

TEST_CASE("LC7 art. 7: more than a tenth bad at this bank makes all bad, a tenth does not") {
  CHECK(class_of({.own_bank_debt = Money{1'000}, .own_bank_bad = Money{100}}) == pass);
  CHECK(class_of({.own_bank_debt = Money{1'000}, .own_bank_bad = Money{101}}) == substandard);
  CHECK(classified({.own_bank_debt = Money{1'000}, .own_bank_bad = Money{101}}).because.at(0).zh ==
        "债务人在本行债权不良占比超过 10%，至少为次级");
}

TEST_CASE("order 1 of 2023: a debtor on the joint-punishment list is at least substandard") {
  CHECK(class_of({.joint_punished = true}) == substandard);
  CHECK(because({.joint_punished = true}) == "LC11 ");
}

TEST_CASE("LC9: a bad loan moves up only with arrears cleared and six months performed") {
  CHECK(class_of({.previous_class = substandard, .months_cured = 5}) == substandard);
  CHECK(class_of({.previous_class = substandard, .months_cured = 6}) == pass);
  CHECK(class_of({.previous_class = loss}) == loss);
  CHECK(because({.previous_class = loss, .months_cured = 5}) == "LC9 ");
  CHECK(class_of({.overdue_days = 30, .previous_class = doubtful, .months_cured = 6}) == doubtful);
  CHECK(class_of({.overdue_days = 5,
                  .technical_overdue = true,
                  .previous_class = doubtful,
                  .months_cured = 6}) == pass);
  CHECK(classified({.previous_class = doubtful, .months_cured = 3}).because.at(0).zh ==
        "不良上调需连续正常履约（6 个月，现为 3 个月），维持可疑");
}

TEST_CASE("LC9: a loan that was not bad, or gets worse, is not held back") {
  CHECK(class_of({.previous_class = special_mention}) == pass);
  CHECK(class_of({.overdue_days = 361, .previous_class = substandard}) == loss);
  CHECK(because({.overdue_days = 91, .previous_class = substandard}) == "overdue_days ");
}

TEST_CASE("order 1 of 2023: the worst class that applies wins and every ground is listed") {
  const ClassFacts many{.overdue_days = 100,
                        .credit_impaired = true,
                        .expected_loss_bp = 9500,
                        .other_debt_bad = true,
                        .use_changed = true};
  CHECK(class_of(many) == loss);
  CHECK(because(many) == "overdue_days LC5 expected_loss LC2 LC4 ");
}

TEST_CASE("the limits are data: another table gives another class") {
  auto limits = fixture::class_limits();
  limits[2].overdue_days_over = 60;
  auto grounds = fixture::class_grounds();
  grounds[0].threshold = 10;
  grounds[1].effect = GroundEffect::at_least_substandard;
  grounds[8].threshold = 12;
  const auto rules = ClassRules::of(limits, grounds);
  REQUIRE(rules);
  const auto changed = [&](const ClassFacts& facts) {
    return (*zr::ledger::classify(facts, *rules, today)).loan_class;
  };
  CHECK(changed({.overdue_days = 61}) == substandard);
  CHECK(changed({.overdue_days = 10, .technical_overdue = true}) == pass);
  CHECK(changed({.use_changed = true}) == substandard);
  CHECK(changed({.previous_class = doubtful, .months_cured = 11}) == doubtful);
}

TEST_CASE("order 1 of 2023: before 2023-07-01 nothing is classified and there is no floor") {
  const ClassRules rules = fixture::class_rules();
  CHECK(zr::ledger::classify({}, rules, Date(2023, 6, 30)) == zr::ledger::no_class_limits);
  CHECK(zr::ledger::classify({}, rules, Date(2023, 7, 1)));
  CHECK_FALSE(zr::ledger::overdue_floor(91, rules, Date(2023, 6, 30)));
  CHECK(zr::ledger::overdue_floor(91, rules, Date(2023, 7, 1)) == substandard);
}

TEST_CASE("facts out of range and parts above their total are bad input at every field") {
  CHECK(faults({.overdue_days = -1, .expected_loss_bp = 10'001, .months_cured = -1}) ==
        "/overdue_days /expected_loss_bp /months_cured ");
  CHECK(faults({.debtor_debt = {100}, .debtor_overdue90 = {101}}) == "/debtor_overdue90_fen ");
  CHECK(faults({.debtor_debt = {100}, .debtor_overdue90 = {100}}) == "");
  CHECK(faults({.own_bank_debt = Money{100}, .own_bank_bad = Money{101}}) == "/own_bank_bad_fen ");
  CHECK(faults({.debtor_debt = {-1}}) == "/debtor_debt_fen ");
}

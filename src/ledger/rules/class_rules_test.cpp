#include "ledger/rules/class_rules.h"

#include <doctest/doctest.h>

#include "ledger/rules/class_fixture.h"

using zr::Date;
using zr::ledger::bad_class_rules;
using zr::ledger::ClassGround;
using zr::ledger::ClassLimit;
using zr::ledger::ClassRules;
using zr::ledger::GroundEffect;
using zr::ledger::LoanClass;
namespace fixture = zr::ledger::fixture;

namespace {

/// "pointer code " of every fault.
std::string faults(std::vector<ClassLimit> limits, std::vector<ClassGround> grounds) {
  const auto rules = ClassRules::of(std::move(limits), std::move(grounds));
  std::string all;
  if (rules == bad_class_rules)
    for (const auto& error : rules.problem().errors) all += error.pointer + " " + error.code + " ";
  return all;
}

std::string ground_faults(std::size_t row, const ClassGround& changed) {
  auto grounds = fixture::class_grounds();
  grounds[row] = changed;
  return faults(fixture::class_limits(), grounds);
}

}  // namespace

TEST_CASE("order 1 of 2023: limits are in force from 2023-07-01, before there are none") {
  const ClassRules rules = fixture::class_rules();
  CHECK(rules.limits(Date(2023, 6, 30)) == nullptr);
  REQUIRE(rules.limits(Date(2023, 7, 1)));
  CHECK(rules.limits(Date(2023, 7, 1))->at(2).overdue_days_over == 90);
  CHECK(rules.limits(Date(2200, 1, 1)) == rules.limits(Date(2023, 7, 1)));
  CHECK(rules.ground("LC7").threshold == 1000);
}

TEST_CASE("later limits replace earlier ones from their day, whatever the order of the rows") {
  auto limits = fixture::class_limits();
  for (ClassLimit later : fixture::class_limits()) {
    later.valid_from = Date(2027, 1, 1);
    if (later.loan_class == LoanClass::substandard) later.overdue_days_over = 60;
    limits.insert(limits.begin(), later);
  }
  const auto rules = ClassRules::of(limits, fixture::class_grounds());
  REQUIRE(rules);
  CHECK(rules->limits(Date(2026, 12, 31))->at(2).overdue_days_over == 90);
  CHECK(rules->limits(Date(2027, 1, 1))->at(2).overdue_days_over == 60);
}

TEST_CASE("limits with a class missing or doubled are refused at their day") {
  auto four = fixture::class_limits();
  four.pop_back();
  CHECK(faults(four, fixture::class_grounds()) == "/limits/2023-07-01 not_five_classes ");
  auto doubled = fixture::class_limits();
  doubled[4].loan_class = LoanClass::doubtful;
  CHECK(faults(doubled, fixture::class_grounds()) == "/limits/2023-07-01 not_five_classes ");
  CHECK(faults({}, fixture::class_grounds()) == "/limits row_count ");
}

TEST_CASE("overdue days must rise with the class") {
  auto limits = fixture::class_limits();
  limits[3].overdue_days_over = 90;
  CHECK(faults(limits, fixture::class_grounds()) ==
        "/limits/2023-07-01/overdue_days_over not_rising ");
  limits[3].overdue_days_over = 91;
  CHECK(faults(limits, fixture::class_grounds()) == "");
}

TEST_CASE("a ground missing, doubled, unknown or without its threshold is refused by its id") {
  using enum GroundEffect;
  const auto own = fixture::class_grounds();
  auto missing = own;
  missing.pop_back();
  CHECK(faults(fixture::class_limits(), missing) == "/grounds/LC11 not_once ");
  auto doubled = own;
  doubled.push_back(own[1]);
  CHECK(faults(fixture::class_limits(), doubled) == "/grounds/LC2 not_once ");
  auto unknown = own;
  unknown.push_back({"LC10", at_least_substandard, "示例", "Example", {}});
  CHECK(faults(fixture::class_limits(), unknown) == "/grounds/LC10 unknown_ground ");
  CHECK(ground_faults(6, {"LC7", all_bad, "示例", "Example", {}}) ==
        "/grounds/LC7/threshold wrong_threshold ");
  CHECK(ground_faults(6, {"LC7", all_bad, "示例", "Example", -1}) ==
        "/grounds/LC7/threshold wrong_threshold ");
  CHECK(ground_faults(4, {"LC5", at_least_substandard, "示例", "Example", 1}) ==
        "/grounds/LC5/threshold wrong_threshold ");
}

TEST_CASE("the tolerance and the block of upgrades belong to LC1 and LC9 alone") {
  using enum GroundEffect;
  CHECK(ground_faults(0, {"LC1", at_least_special_mention, "示例", "Example", 7}) ==
        "/grounds/LC1/effect wrong_effect ");
  CHECK(ground_faults(8, {"LC9", at_least_substandard, "示例", "Example", 6}) ==
        "/grounds/LC9/effect wrong_effect ");
  CHECK(ground_faults(1, {"LC2", upgrade_blocked, "示例", "Example", {}}) ==
        "/grounds/LC2/effect wrong_effect ");
  CHECK(ground_faults(1, {"LC2", at_least_substandard, "示例", "Example", {}}) == "");
}

TEST_CASE("the share of LC6 stands in two tables and must agree") {
  CHECK(ground_faults(5, {"LC6", GroundEffect::at_least_substandard, "示例", "Example", 2500}) ==
        "/grounds/LC6/threshold disagrees ");
}

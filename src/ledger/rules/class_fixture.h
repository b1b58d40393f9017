#pragma once
/// The class rules of order 1 of 2023 as the published table has them, for tests only.
#include "ledger/rules/class_rules.h"

namespace zr::ledger::fixture {

inline std::vector<ClassLimit> class_limits() {
  const Date from{2023, 7, 1};
  return {
      {.loan_class = LoanClass::pass, .provision_bp = 100, .valid_from = from},
      {.loan_class = LoanClass::special_mention,
       .overdue_days_over = 0,
       .provision_bp = 200,
       .valid_from = from},
      {.loan_class = LoanClass::substandard,
       .bad = true,
       .overdue_days_over = 90,
       .debtor_overdue90_share_bp_over = 2000,
       .provision_bp = 2500,
       .valid_from = from},
      {.loan_class = LoanClass::doubtful,
       .bad = true,
       .overdue_days_over = 270,
       .expected_loss_bp_over = 5000,
       .provision_bp = 5000,
       .valid_from = from},
      {.loan_class = LoanClass::loss,
       .bad = true,
       .overdue_days_over = 360,
       .expected_loss_bp_over = 9000,
       .provision_bp = 10000,
       .valid_from = from},
  };
}

inline std::vector<ClassGround> class_grounds() {
  using enum GroundEffect;
  return {
      {"LC1", at_least_special_mention_unless_within, "技术性逾期宽限",
       "Operational or technical overdue tolerated up to", 7},
      {"LC2",
       at_least_special_mention,
       "擅自改变资金用途",
       "Use of funds changed without consent",
       {}},
      {"LC3",
       at_least_special_mention,
       "借新还旧(符合条件的小微续贷除外)",
       "Repaid by new borrowing, eligible small-firm renewals excepted",
       {}},
      {"LC4",
       at_least_special_mention,
       "债务人其他债务不良",
       "The debtor has another bad debt (here or elsewhere)",
       {}},
      {"LC5", at_least_substandard, "已发生信用减值", "Credit-impaired", {}},
      {"LC6", at_least_substandard, "债务人全部债务中逾期90天以上占比超过",
       "More than this share of all the debtor's debt is over 90 days late", 2000},
      {"LC7", all_bad, "债务人在本行债权不良占比超过",
       "More than this share of the debtor's claims at this bank is bad: then all are bad", 1000},
      {"LC8", at_least_special_mention, "重组资产观察期",
       "Restructured asset: observation of at least", 12},
      {"LC9", upgrade_blocked, "不良上调需连续正常履约",
       "A bad asset moves up only after this much performance", 6},
      {"LC11", at_least_substandard, "列入联合惩戒名单", "On the joint-punishment list", {}},
  };
}

inline ClassRules class_rules() {
  return *ClassRules::of(class_limits(), class_grounds());
}

}  // namespace zr::ledger::fixture

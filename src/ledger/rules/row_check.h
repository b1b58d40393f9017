#pragma once
/// What one row of a loan ledger must satisfy by itself, whatever else is known: dates in order,
/// amounts that can be, a class not better than its overdue days without a reason (order 1 of
/// 2023). Field names are those of the row; both sides of each boundary are tests.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"
#include "ledger/rules/class_rules.h"

namespace zr::ledger {

inline constexpr Refusal no_identity{
    "no_identity", "缺少借据号；没有借据号的，请填写合同号",
    "The note number is missing; without one the contract number is needed"};
inline constexpr Refusal disbursed_after_data_date{
    "disbursed_after_data_date", "放款日期晚于数据日期，请核对两个日期",
    "Disbursed after the data date; check both dates"};
inline constexpr Refusal due_before_disbursed{
    "due_before_disbursed", "到期日期早于放款日期，请核对", "Matures before it was disbursed"};
inline constexpr Refusal balance_above_disbursed{"balance_above_disbursed",
                                                 "贷款余额大于放款金额，请核对两项金额和单位",
                                                 "The balance is above the disbursed amount"};
inline constexpr Refusal overdue_beyond_drawdown{
    "overdue_beyond_drawdown", "逾期天数多于放款至数据日期的天数，请核对",
    "More days overdue than have passed since the drawdown"};
inline constexpr Refusal due_and_not_overdue{"due_and_not_overdue",
                                             "已过到期日期仍有余额，但逾期天数为0，请核对是否展期",
                                             "Past maturity with a balance, yet not overdue"};
inline constexpr Refusal class_better_than_overdue{
    "class_better_than_overdue", "五级分类好于按逾期天数的最低类别，请在分类理由中说明",
    "The class is better than the overdue days allow; state a reason"};

struct RowFacts {
  bool identified = true;  ///< By note number or contract.
  Date disbursed_on = {};
  Date matures_on = {};
  DisbursedAmount disbursed = {};
  BalanceAmount balance = {};
  std::int64_t overdue_days = 0;
  LoanClass loan_class = LoanClass::pass;
  std::optional<LoanClass> class_floor = {};
  bool class_explained = false;
};

enum class Weight { error, warning };

struct RowFault {
  std::string_view field;
  Refusal ground;
  Weight weight = Weight::error;
};

std::vector<RowFault> check_row(const RowFacts& row, Date data_date);

/// Is the reported class better than the floor? Never where there is no floor.
bool better_than_floor(LoanClass reported, std::optional<LoanClass> floor);

}  // namespace zr::ledger

#pragma once
/// The five-level class of one loan 五级分类 (CBIRC/PBoC order 1 of 2023): the worst class that any
/// limit or ground gives. The bank's own class is what returns count; this one stands beside it as
/// a floor and never overwrites it. Limits come from `ClassRules`, never from here.
#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/reason.h"
#include "base/result.h"
#include "ledger/rules/class_rules.h"

namespace zr::ledger {

/// What is known of a loan and its debtor.
struct ClassFacts {
  std::int64_t overdue_days = 0;  ///< From the due day of principal or interest.
  bool technical_overdue = false;  ///< Operational or technical 技术性逾期, excused for few days.
  bool credit_impaired = false;
  std::int64_t expected_loss_bp = 0;  ///< Counts only where credit-impaired.
  bool other_debt_bad = false;        ///< Another debt of the debtor is bad, here or elsewhere.
  Money debtor_debt = {};             ///< All the debtor's debt; no rule on a total of 0.
  Money debtor_overdue90 = {};
  bool use_changed = false;   ///< Use of funds changed without consent 擅自改变用途.
  bool refinanced = false;    ///< Repaid by new borrowing 借新还旧.
  bool restructured = false;  ///< Still under observation 重组观察期.
  std::optional<Money> own_bank_debt =
      {};  ///< The debtor's claims at this bank; no rule unless both
  std::optional<Money> own_bank_bad = {};  ///< are known.
  bool joint_punished = false;             ///< On the joint-punishment list 联合惩戒.
  std::optional<LoanClass> previous_class = {};
  std::int64_t months_cured = 0;  ///< Full months performed since arrears were cleared.
};

struct Classified {
  LoanClass loan_class = LoanClass::pass;
  /// Every limit and ground that holds, with what it gives; ids of grounds where they have one.
  std::vector<Reason> because;
};

inline constexpr Refusal no_class_limits{"no_class_limits", "该日期尚无生效的五级分类标准",
                                         "No class limits are in force on that day"};

/// Refused `no_class_limits` before the first limits come into force, `bad_input` with every field.
Result<Classified> classify(const ClassFacts& facts, const ClassRules& rules, Date day);

/// The least class that overdue days alone give; empty where no limits are in force, for then the
/// reported class stands alone.
std::optional<LoanClass> overdue_floor(std::int64_t overdue_days, const ClassRules& rules,
                                       Date day);

}  // namespace zr::ledger

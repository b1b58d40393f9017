#pragma once
/// Questions and answers of the calculators `loan_class` and `npl_tolerance` (contracts §4). Field
/// names are a promise to outside scripts; what may be left out there is optional here.
#include <optional>
#include <vector>

#include "base/reason.h"
#include "ledger/rules/loan_class.h"
#include "ledger/rules/npl_tolerance.h"
#include "rulebook/calculator.h"

namespace zr::ledger {

struct LoanClassQuestion {
  std::int64_t overdue_days = 0;
  std::optional<bool> technical_overdue;
  std::optional<bool> credit_impaired;
  std::optional<Share> expected_loss;
  std::optional<bool> other_debt_bad;
  std::optional<Money> debtor_debt;
  std::optional<Money> debtor_overdue90;
  std::optional<bool> use_changed;
  std::optional<bool> refinanced;
  std::optional<bool> restructured;
  std::optional<Money> own_bank_debt;
  std::optional<Money> own_bank_bad;
  std::optional<bool> joint_punished;
  std::optional<LoanClass> previous_class;
  std::optional<std::int64_t> months_cured;
};
const json::Struct& describe(const LoanClassQuestion*);

struct LoanClassAnswer {
  LoanClass loan_class = LoanClass::pass;
  std::vector<Reason> because;
};
const json::Struct& describe(const LoanClassAnswer*);

struct NplQuestion {
  Money ip_npl;
  Money ip_balance;
  Money all_npl;
  Money all_balance;
};
const json::Struct& describe(const NplQuestion*);

/// A ratio that is always written: null where the balance is 0.
struct RatioOrNull {
  std::optional<Ppm> ratio = {};
};

struct NplAnswer {
  RatioOrNull ip_ratio;
  RatioOrNull all_ratio;
  NplVerdict verdict = NplVerdict::not_applicable;
};
const json::Struct& describe(const NplAnswer*);

}  // namespace zr::ledger

namespace zr::json {

template <>
struct ScalarForm<ledger::RatioOrNull> {
  static constexpr Kind kind = Kind::ppm;
  static Scalar get(const ledger::RatioOrNull& v) {
    return v.ratio ? Scalar{v.ratio->value} : Scalar{};
  }
  static bool set(ledger::RatioOrNull& v, const Scalar& s) {
    const auto* number = std::get_if<std::int64_t>(&s);
    v.ratio = number ? std::optional(Ppm{*number}) : std::nullopt;
    return number || s.index() == 0;
  }
};

}  // namespace zr::json

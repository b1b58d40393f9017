#pragma once
/// What decides the five-level class of a loan 五级分类, as data: limits of each class with the day
/// they come into force, and the other grounds LC1–LC9 and LC11 (CBIRC/PBoC order 1 of 2023
/// 商业银行金融资产风险分类办法). No limit is written in code; before the first day there is none.
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/names.h"
#include "base/result.h"

namespace zr::ledger {

/// From best to worst; the numbers are those of the published table.
enum class LoanClass { pass = 1, special_mention, substandard, doubtful, loss };

std::span<const Name> names_of(LoanClass);

/// One row of the limits: the least class once one of them is exceeded (strictly more).
struct ClassLimit {
  LoanClass loan_class = LoanClass::pass;
  bool bad = false;  ///< Counts as non-performing 不良.
  std::optional<std::int64_t> overdue_days_over = {};
  std::optional<std::int64_t> expected_loss_bp_over = {};  ///< Only where credit-impaired.
  std::optional<std::int64_t> debtor_overdue90_share_bp_over = {};
  std::optional<std::int64_t> provision_bp = {};
  Date valid_from = {};
};

/// What a ground does to the class.
enum class GroundEffect {
  at_least_special_mention,
  at_least_special_mention_unless_within,  ///< Overdue up to the threshold is excused.
  at_least_substandard,
  all_bad,          ///< At least the mildest class that counts as bad.
  upgrade_blocked,  ///< A bad loan keeps its class.
};

std::span<const Name> names_of(GroundEffect);

/// One row of the other grounds.
struct ClassGround {
  std::string id;  ///< "LC1" … "LC9", "LC11": the fact that each one looks at is fixed.
  GroundEffect effect = GroundEffect::at_least_special_mention;
  std::string title_zh;
  std::string title_en;
  std::optional<std::int64_t> threshold = {};  ///< Days (LC1), bp (LC6, LC7), months (LC8, LC9).
};

/// The limits of one day of coming into force, by class from pass to loss.
using ClassLimits = std::array<ClassLimit, 5>;

inline constexpr Refusal bad_class_rules{"bad_class_rules", "五级分类规则表有误，请按提示修改",
                                         "The table of class rules has faults",
                                         RefusalKind::bad_input};

/// Both tables, checked once: whoever holds one can classify.
class ClassRules {
 public:
  /// Refused with every fault at "/limits/<day>" or "/grounds/<id>": a day without all five
  /// classes, overdue days that do not rise with the class, a ground unknown, missing, with an
  /// effect that is not its own or without its threshold, LC6 disagreeing with the share in the
  /// newest limits.
  static Result<ClassRules> of(std::vector<ClassLimit> limits, std::vector<ClassGround> grounds);

  /// The limits in force on a day; null before the first.
  const ClassLimits* limits(Date day) const;
  const ClassGround& ground(std::string_view id) const;

 private:
  ClassRules() = default;
  std::vector<ClassLimits> limits_;  ///< By day of coming into force.
  std::vector<ClassGround> grounds_;
};

}  // namespace zr::ledger

#include "ledger/rules/class_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace zr::ledger {

namespace {

/// A new order every year for a century.
constexpr std::size_t limit_rows = 500;

constexpr std::array loan_classes{
    named(LoanClass::pass, "pass", "正常", "Pass"),
    named(LoanClass::special_mention, "special_mention", "关注", "Special mention"),
    named(LoanClass::substandard, "substandard", "次级", "Substandard"),
    named(LoanClass::doubtful, "doubtful", "可疑", "Doubtful"),
    named(LoanClass::loss, "loss", "损失", "Loss"),
};

constexpr std::array ground_effects{
    named(GroundEffect::at_least_special_mention, "at_least_special_mention", "至少为关注",
          "At least special mention"),
    named(GroundEffect::at_least_special_mention_unless_within,
          "at_least_special_mention_unless_within", "宽限期外至少为关注",
          "At least special mention unless within the tolerance"),
    named(GroundEffect::at_least_substandard, "at_least_substandard", "至少为次级",
          "At least substandard"),
    named(GroundEffect::all_bad, "all_bad", "全部列为不良", "All are bad"),
    named(GroundEffect::upgrade_blocked, "upgrade_blocked", "不得上调", "May not be upgraded"),
};

/// The grounds that the law names. Two have an effect that no other may have: LC1 excuses, LC9
/// blocks.
struct KnownGround {
  std::string_view id;
  bool has_threshold;
  std::optional<GroundEffect> own_effect = {};
};

constexpr std::array known_grounds{
    KnownGround{"LC1", true, GroundEffect::at_least_special_mention_unless_within},
    KnownGround{"LC2", false},
    KnownGround{"LC3", false},
    KnownGround{"LC4", false},
    KnownGround{"LC5", false},
    KnownGround{"LC6", true},
    KnownGround{"LC7", true},
    KnownGround{"LC8", true},
    KnownGround{"LC9", true, GroundEffect::upgrade_blocked},
    KnownGround{"LC11", false},
};

bool effect_fits(const KnownGround& known, GroundEffect effect) {
  if (known.own_effect) return effect == *known.own_effect;
  return effect != GroundEffect::at_least_special_mention_unless_within &&
         effect != GroundEffect::upgrade_blocked;
}

FieldError fault(std::string pointer, std::string_view code, std::string_view zh,
                 std::string_view en) {
  return {std::move(pointer), std::string(code), std::string(zh), std::string(en)};
}

/// Faults of the limits of one day, whose rows stand at `first` … in the table by date and class.
void check_day(std::span<const ClassLimit> rows, std::vector<FieldError>& faults) {
  const std::string pointer = fmt::format("/limits/{}", rows.front().valid_from.text());
  bool complete = rows.size() == loan_classes.size();
  for (std::size_t i = 0; complete && i < rows.size(); ++i)
    complete = static_cast<std::int64_t>(rows[i].loan_class) == loan_classes[i].value;
  if (!complete) {
    faults.push_back(fault(pointer, "not_five_classes", "同一生效日应有五个类别各一行",
                           "One row for each of the five classes is needed"));
    return;
  }
  std::int64_t before = -1;
  for (const ClassLimit& row : rows) {
    if (!row.overdue_days_over) continue;
    if (*row.overdue_days_over <= before)
      faults.push_back(fault(pointer + "/overdue_days_over", "not_rising",
                             "逾期天数应随类别逐级升高", "Overdue days must rise with the class"));
    before = *row.overdue_days_over;
  }
}

void check_ground(const ClassGround& ground, const KnownGround& known,
                  std::vector<FieldError>& faults) {
  const std::string pointer = fmt::format("/grounds/{}", known.id);
  if (!effect_fits(known, ground.effect))
    faults.push_back(fault(pointer + "/effect", "wrong_effect", "该规则不能有这种效果",
                           "This ground may not have this effect"));
  if (ground.threshold.has_value() != known.has_threshold ||
      (ground.threshold && *ground.threshold < 0))
    faults.push_back(fault(pointer + "/threshold", "wrong_threshold",
                           known.has_threshold ? "请填写不小于 0 的阈值" : "该规则没有阈值",
                           known.has_threshold ? "A threshold of 0 or more is needed"
                                               : "This ground has no threshold"));
}

void check_grounds(const std::vector<ClassGround>& grounds, std::vector<FieldError>& faults) {
  for (const KnownGround& known : known_grounds) {
    const auto same = [&](const ClassGround& each) { return each.id == known.id; };
    if (std::count_if(grounds.begin(), grounds.end(), same) == 1)
      check_ground(*std::find_if(grounds.begin(), grounds.end(), same), known, faults);
    else
      faults.push_back(fault(fmt::format("/grounds/{}", known.id), "not_once", "该规则应恰有一行",
                             "Exactly one row is needed"));
  }
  for (const ClassGround& each : grounds)
    if (std::none_of(known_grounds.begin(), known_grounds.end(),
                     [&](const KnownGround& known) { return known.id == each.id; }))
      faults.push_back(fault("/grounds/" + each.id, "unknown_ground", "没有这条规则",
                             "There is no such ground"));
}

}  // namespace

std::span<const Name> names_of(LoanClass) {
  return loan_classes;
}

std::span<const Name> names_of(GroundEffect) {
  return ground_effects;
}

Result<ClassRules> ClassRules::of(std::vector<ClassLimit> limits,
                                  std::vector<ClassGround> grounds) {
  std::vector<FieldError> faults;
  if (limits.empty() || limits.size() > limit_rows || grounds.size() > limit_rows)
    return Problem{bad_class_rules,
                   {fault("/limits", "row_count", "行数应在 1 至 500 之间", "1 to 500 rows")}};
  std::sort(limits.begin(), limits.end(), [](const ClassLimit& a, const ClassLimit& b) {
    return std::pair(a.valid_from, a.loan_class) < std::pair(b.valid_from, b.loan_class);
  });
  ClassRules rules;
  for (auto day = limits.begin(); day != limits.end();) {
    const auto end = std::find_if(day, limits.end(), [&](const ClassLimit& row) {
      return row.valid_from != day->valid_from;
    });
    check_day({day, end}, faults);
    if (end - day == 5) std::copy(day, end, rules.limits_.emplace_back().begin());
    day = end;
  }
  check_grounds(grounds, faults);
  rules.grounds_ = std::move(grounds);
  if (faults.empty() &&
      rules.ground("LC6").threshold != rules.limits_.back()[2].debtor_overdue90_share_bp_over)
    faults.push_back(fault("/grounds/LC6/threshold", "disagrees", "与次级一行的占比限额不一致",
                           "Differs from the share in the row of substandard"));
  if (!faults.empty()) return Problem{bad_class_rules, std::move(faults)};
  return rules;
}

const ClassLimits* ClassRules::limits(Date day) const {
  const auto later = std::find_if(limits_.begin(), limits_.end(), [&](const ClassLimits& each) {
    return each.front().valid_from > day;
  });
  return later == limits_.begin() ? nullptr : &*std::prev(later);
}

const ClassGround& ClassRules::ground(std::string_view id) const {
  const auto found = std::find_if(grounds_.begin(), grounds_.end(),
                                  [&](const ClassGround& each) { return each.id == id; });
  assert(found != grounds_.end());
  return *found;
}

}  // namespace zr::ledger

#include "ledger/rules/loan_class.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace zr::ledger {

namespace {

constexpr std::int64_t overdue_days_limit = 36'525;
constexpr std::int64_t months_limit = 1'200;
constexpr std::int64_t whole_bp = 10'000;

std::string_view zh(LoanClass loan_class) {
  return names_of(loan_class)[static_cast<std::size_t>(loan_class) - 1].zh;
}

std::string_view en(LoanClass loan_class) {
  return name_of(loan_class);
}

/// "20%", "12.5%".
std::string percent(std::int64_t bp) {
  std::string text = fmt::format("{}.{:02}", bp / 100, bp % 100);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text + "%";
}

/// part / total > share, exactly; never on a total of 0.
bool share_exceeds(Money part, Money total, std::int64_t share_bp) {
  return total.fen > 0 &&
         static_cast<__int128>(part.fen) * whole_bp > static_cast<__int128>(total.fen) * share_bp;
}

class Faults {
 public:
  void range(std::string_view field, std::int64_t value, std::int64_t most) {
    if (value < 0 || value > most)
      add(field, "out_of_range", fmt::format("应为 0 至 {}", most),
          fmt::format("Expected 0 to {}", most));
  }
  void part(std::string_view field, Money part, Money total) {
    if (total.fen > 0 && part > total)
      add(field, "part_above_total", "不得大于其总额", "May not exceed its total");
  }
  std::vector<FieldError> take() { return std::move(errors_); }

 private:
  void add(std::string_view field, std::string_view code, std::string zh_text,
           std::string en_text) {
    errors_.push_back(
        {fmt::format("/{}", field), std::string(code), std::move(zh_text), std::move(en_text)});
  }
  std::vector<FieldError> errors_;
};

std::vector<FieldError> input_faults(const ClassFacts& facts) {
  Faults faults;
  const Money own_debt = facts.own_bank_debt.value_or(Money{});
  const Money own_bad = facts.own_bank_bad.value_or(Money{});
  faults.range("overdue_days", facts.overdue_days, overdue_days_limit);
  faults.range("expected_loss_bp", facts.expected_loss_bp, whole_bp);
  faults.range("debtor_debt_fen", facts.debtor_debt.fen, money_limit.fen);
  faults.range("debtor_overdue90_fen", facts.debtor_overdue90.fen, money_limit.fen);
  faults.range("own_bank_debt_fen", own_debt.fen, money_limit.fen);
  faults.range("own_bank_bad_fen", own_bad.fen, money_limit.fen);
  faults.range("months_cured", facts.months_cured, months_limit);
  faults.part("debtor_overdue90_fen", facts.debtor_overdue90, facts.debtor_debt);
  faults.part("own_bank_bad_fen", own_bad, own_debt);
  return faults.take();
}

/// The worst class so far and what led to it.
struct Judgement {
  const ClassFacts& facts;
  const ClassLimits& limits;
  const ClassRules& rules;
  Classified out = {};

  void lift(LoanClass least, std::string_view code, std::string_view why_zh,
            std::string_view why_en) {
    out.loan_class = std::max(out.loan_class, least);
    out.because.push_back({std::string(code), fmt::format("{}，至少为{}", why_zh, zh(least)),
                           fmt::format("{}: at least {}", why_en, en(least))});
  }

  LoanClass mildest_bad() const {
    for (const ClassLimit& each : limits)
      if (each.bad) return each.loan_class;
    return LoanClass::loss;
  }

  /// What the row of a ground gives once its fact holds.
  void ground(std::string_view id, std::string_view more_zh = {}, std::string_view more_en = {}) {
    const ClassGround& row = rules.ground(id);
    const std::string why_zh = row.title_zh + std::string(more_zh);
    const std::string why_en = row.title_en + std::string(more_en);
    switch (row.effect) {
      case GroundEffect::at_least_special_mention:
      case GroundEffect::at_least_special_mention_unless_within:
        return lift(LoanClass::special_mention, id, why_zh, why_en);
      case GroundEffect::at_least_substandard:
        return lift(LoanClass::substandard, id, why_zh, why_en);
      case GroundEffect::all_bad:
        return lift(mildest_bad(), id, why_zh, why_en);
      case GroundEffect::upgrade_blocked:
        return;
    }
  }

  bool excused() const {
    return facts.technical_overdue && facts.overdue_days > 0 &&
           facts.overdue_days <= *rules.ground("LC1").threshold;
  }
};

/// The worst row whose overdue days are exceeded.
const ClassLimit* overdue_row(const ClassLimits& limits, std::int64_t overdue_days) {
  const ClassLimit* worst = nullptr;
  for (const ClassLimit& each : limits)
    if (each.overdue_days_over && overdue_days > *each.overdue_days_over) worst = &each;
  return worst;
}

void judge_overdue(Judgement& judgement) {
  const std::int64_t days = judgement.facts.overdue_days;
  if (judgement.excused()) {
    const ClassGround& tolerance = judgement.rules.ground("LC1");
    judgement.out.because.push_back(
        {tolerance.id,
         fmt::format("{} {} 天，逾期 {} 天不计", tolerance.title_zh, *tolerance.threshold, days),
         fmt::format("{} {} days: {} days overdue do not count", tolerance.title_en,
                     *tolerance.threshold, days)});
    return;
  }
  if (const ClassLimit* row = overdue_row(judgement.limits, days))
    judgement.lift(row->loan_class, "overdue_days",
                   fmt::format("逾期 {} 天，超过 {} 天", days, *row->overdue_days_over),
                   fmt::format("{} days overdue, more than {}", days, *row->overdue_days_over));
}

void judge_impairment(Judgement& judgement) {
  if (!judgement.facts.credit_impaired) return;
  judgement.ground("LC5");
  const std::int64_t loss = judgement.facts.expected_loss_bp;
  const ClassLimit* worst = nullptr;
  for (const ClassLimit& each : judgement.limits)
    if (each.expected_loss_bp_over && loss > *each.expected_loss_bp_over) worst = &each;
  if (!worst) return;
  const std::string over = percent(*worst->expected_loss_bp_over);
  judgement.lift(worst->loan_class, "expected_loss",
                 fmt::format("预计损失 {}，超过 {}", percent(loss), over),
                 fmt::format("Expected loss {}, more than {}", percent(loss), over));
}

void judge_debtor(Judgement& judgement) {
  const ClassFacts& facts = judgement.facts;
  if (facts.other_debt_bad) judgement.ground("LC4");
  for (const ClassLimit& each : judgement.limits)
    if (each.debtor_overdue90_share_bp_over &&
        share_exceeds(facts.debtor_overdue90, facts.debtor_debt,
                      *each.debtor_overdue90_share_bp_over)) {
      const ClassGround& row = judgement.rules.ground("LC6");
      const std::string over = percent(*each.debtor_overdue90_share_bp_over);
      judgement.lift(each.loan_class, row.id, fmt::format("{} {}", row.title_zh, over),
                     fmt::format("{} ({})", row.title_en, over));
    }
  const std::int64_t bad_share = *judgement.rules.ground("LC7").threshold;
  if (facts.own_bank_debt && facts.own_bank_bad &&
      share_exceeds(*facts.own_bank_bad, *facts.own_bank_debt, bad_share))
    judgement.ground("LC7", fmt::format(" {}", percent(bad_share)),
                     fmt::format(" ({})", percent(bad_share)));
  if (facts.joint_punished) judgement.ground("LC11");
}

void judge_loan(Judgement& judgement) {
  if (judgement.facts.use_changed) judgement.ground("LC2");
  if (judgement.facts.refinanced) judgement.ground("LC3");
  if (!judgement.facts.restructured) return;
  const std::int64_t months = *judgement.rules.ground("LC8").threshold;
  judgement.ground("LC8", fmt::format("（{} 个月）", months), fmt::format(" {} months", months));
}

/// A bad loan moves up only with arrears cleared and enough months performed.
void judge_upgrade(Judgement& judgement) {
  const auto previous = judgement.facts.previous_class;
  if (!previous || *previous <= judgement.out.loan_class) return;
  const auto was =
      std::find_if(judgement.limits.begin(), judgement.limits.end(),
                   [&](const ClassLimit& each) { return each.loan_class == *previous; });
  const ClassGround& row = judgement.rules.ground("LC9");
  const bool cleared = judgement.facts.overdue_days == 0 || judgement.excused();
  if (!was->bad || (cleared && judgement.facts.months_cured >= *row.threshold)) return;
  judgement.out.loan_class = *previous;
  judgement.out.because.push_back(
      {row.id,
       fmt::format("{}（{} 个月，现为 {} 个月），维持{}", row.title_zh, *row.threshold,
                   judgement.facts.months_cured, zh(*previous)),
       fmt::format("{} ({} months, now {}): stays {}", row.title_en, *row.threshold,
                   judgement.facts.months_cured, en(*previous))});
}

}  // namespace

Result<Classified> classify(const ClassFacts& facts, const ClassRules& rules, Date day) {
  auto faults = input_faults(facts);
  if (!faults.empty()) return Problem{bad_input, std::move(faults)};
  const ClassLimits* limits = rules.limits(day);
  if (!limits) return no_class_limits;
  Judgement judgement{.facts = facts, .limits = *limits, .rules = rules};
  judge_overdue(judgement);
  judge_impairment(judgement);
  judge_loan(judgement);
  judge_debtor(judgement);
  judge_upgrade(judgement);
  return std::move(judgement.out);
}

std::optional<LoanClass> overdue_floor(std::int64_t overdue_days, const ClassRules& rules,
                                       Date day) {
  const ClassLimits* limits = rules.limits(day);
  if (!limits) return std::nullopt;
  const ClassLimit* row = overdue_row(*limits, overdue_days);
  return row ? row->loan_class : LoanClass::pass;
}

}  // namespace zr::ledger

#include "forms/rules/judgement.h"

#include "forms/rules/dimension.h"
#include "forms/rules/evaluation.h"
#include "forms/rules/grammar.h"
#include "forms/rules/sentence.h"

namespace zr::forms {

namespace {

/// Largest number a cell may hold; exact in JSON and in a browser.
constexpr Wide largest_cell = money_limit.fen;

class Judge {
 public:
  Judge(const Form& form, const Evidence& evidence) : form_(form), evidence_(evidence) {
    for (const rulebook::Fact& fact : form.compiled().facts)
      data_.push_back(datum(fact.name, false));
    for (const rulebook::Fact& fact : form.compiled().facts)
      zeros_.push_back(datum(fact.name, true));
  }

  Finding finding(std::size_t i) {
    const FormRule& rule = form_.rules()[i];
    const CompiledRule& compiled = form_.compiled().rules[i];
    Finding out{.rule = rule.id,
                .severity = rule.severity,
                .title_zh = rule.title_zh,
                .title_en = rule.title_en,
                .zh = {},
                .en = {}};
    if (!applies(rule, compiled, out)) return out;
    if (compiled.left.kind == Expression::Kind::each)
      over_each(compiled, out);
    else if (compiled.comparison == Comparison::is)
      is_empty(compiled, out);
    else
      compare(rule, compiled, out);
    return out;
  }

 private:
  json::Scalar datum(const std::string& name, bool zero) const {
    const Submission& submission = evidence_.submission;
    const auto truth = [](bool holds) { return json::Scalar(std::int64_t{holds}); };
    if (name == condition_word::has_previous) return truth(evidence_.previous != nullptr);
    if (name == condition_word::has_ledger_rows) return truth(evidence_.ledger != nullptr);
    if (name == condition_word::resubmission) return truth(submission.previous_version.has_value());
    if (name == condition_word::bank_file)
      return truth(submission.way == Submission::Way::own_file);
    if (name == condition_word::quarter)
      return submission.quarter ? json::Scalar(std::int64_t{*submission.quarter}) : json::Scalar{};
    const auto value = number_in(*evidence_.cells, name);
    if (value) return *value;
    return zero ? json::Scalar(std::int64_t{0}) : json::Scalar{};
  }

  static void conclude(Finding& out, Verdict verdict, Sentence says) {
    out.verdict = verdict;
    out.zh = std::move(says.zh);
    out.en = std::move(says.en);
  }
  void lacks(Finding& out, const std::vector<Reference>& missing) const {
    for (const Reference& name : missing) out.missing.push_back(text_of(name));
  }

  /// Goes on to the sides? Else the finding is complete.
  bool applies(const FormRule& rule, const CompiledRule& compiled, Finding& out) const {
    const bool zero = rule.missing == MissingCells::missing_is_zero;
    const auto truth = compiled.when.judge(zero ? zeros_ : data_);
    if (truth == rulebook::Truth::yes) return true;
    std::vector<Reference> missing;
    if (truth == rulebook::Truth::unknown)
      for (const std::size_t fact : compiled.when.facts_asked())
        if (data_[fact].index() == 0 && form_.cell(form_.compiled().facts[fact].name))
          missing.push_back({.id = form_.compiled().facts[fact].name});
    lacks(out, missing);
    const bool must = rule.missing == MissingCells::error_if_any_missing ||
                      rule.missing == MissingCells::never_skip;
    if (must && !missing.empty())
      conclude(out, Verdict::broken, says_missing(form_, missing));
    else
      conclude(out, Verdict::not_applicable, says_not_applicable(form_, rule));
    return false;
  }

  std::vector<Reference> missing_of(const CompiledRule& compiled) const {
    std::vector<Reference> missing;
    for (const Reference& name : compiled.names)
      if (!value_of(name, evidence_)) missing.push_back(name);
    return missing;
  }
  static void looks_at(const CompiledRule& compiled, Finding& out) {
    for (const Reference& name : compiled.names)
      if (name.of == Reference::Of::cell) out.cells.push_back(name.id);
  }

  void compare(const FormRule& rule, const CompiledRule& compiled, Finding& out) const {
    looks_at(compiled, out);
    const auto missing = missing_of(compiled);
    lacks(out, missing);
    const bool zero = rule.missing == MissingCells::missing_is_zero;
    const Missing how = zero ? Missing::is_zero : Missing::stays;
    const Value left = evaluate(compiled.left, evidence_, how);
    const Value right = evaluate(compiled.right, evidence_, how);
    const auto text = [&](const Value& value) -> std::optional<std::string> {
      if (value.state != Value::State::known) return std::nullopt;
      return plain_text(value.number, compiled.dimension);
    };
    out.left = text(left);
    out.right = text(right);
    if (left.state == Value::State::overflow || right.state == Value::State::overflow)
      return conclude(out, Verdict::broken, says_overflow());
    if (left.state == Value::State::missing || right.state == Value::State::missing) {
      if (rule.missing == MissingCells::skip_if_any_missing)
        return conclude(out, Verdict::not_applicable, says_not_applicable(form_, rule));
      return conclude(out, Verdict::broken,
                      missing.empty() ? says_no_quotient() : says_missing(form_, missing));
    }
    if (holds(compiled.comparison, left.number, right.number))
      return conclude(out, Verdict::holds, says_holds());
    conclude(out, Verdict::broken,
             says_broken(form_, rule, compiled, evidence_, left.number, right.number));
  }

  void is_empty(const CompiledRule& compiled, Finding& out) const {
    looks_at(compiled, out);
    const auto value = value_of(compiled.left.name, evidence_);
    if (!value) return conclude(out, Verdict::holds, says_holds());
    out.left = plain_text(*value, compiled.dimension);
    conclude(out, Verdict::broken, says_not_empty(form_, compiled, *value));
  }

  /// Cells that are missing are not looked at: each rule over cells is about what stands there.
  void over_each(const CompiledRule& compiled, Finding& out) const {
    const Value right = evaluate(compiled.right, evidence_, Missing::stays);
    if (right.state != Value::State::known)
      return conclude(out, Verdict::not_applicable, says_not_applicable(form_, {}));
    out.right = plain_text(right.number, compiled.dimension);
    for (const FormCell& cell : form_.cells()) {
      if (!in_range(compiled.left, cell)) continue;
      const auto value = number_in(*evidence_.cells, cell.id);
      if (value && !holds(compiled.comparison, *value, right.number)) out.cells.push_back(cell.id);
    }
    if (out.cells.empty()) return conclude(out, Verdict::holds, says_holds());
    conclude(out, Verdict::broken,
             says_broken_each(form_, compiled, right.number, out.cells, *evidence_.cells));
  }

  static bool holds(Comparison comparison, Wide left, Wide right) {
    switch (comparison) {
      case Comparison::equal:
        return left == right;
      case Comparison::not_equal:
        return left != right;
      case Comparison::less:
        return left < right;
      case Comparison::at_most:
        return left <= right;
      case Comparison::more:
        return left > right;
      case Comparison::at_least:
        return left >= right;
      case Comparison::multiple_of:
        return left % right == 0;
      case Comparison::is:
        break;
    }
    return false;
  }

  const Form& form_;
  const Evidence& evidence_;
  std::vector<json::Scalar> data_;
  std::vector<json::Scalar> zeros_;
};

}  // namespace

std::span<const Name> names_of(Verdict) {
  static constexpr Name names[] = {
      named(Verdict::holds, "holds", "通过", "Holds"),
      named(Verdict::broken, "broken", "未通过", "Broken"),
      named(Verdict::not_applicable, "not_applicable", "不适用", "Not applicable")};
  return names;
}

const json::Struct& describe(const Finding*) {
  static const json::Struct table("FormFinding",
                                  {{"rule", &Finding::rule, "规则", "Rule"},
                                   {"severity", &Finding::severity, "性质", "Severity"},
                                   {"verdict", &Finding::verdict, "结论", "Verdict"},
                                   {"left", &Finding::left, "左边", "Left"},
                                   {"right", &Finding::right, "右边", "Right"},
                                   {"cells", &Finding::cells, "涉及指标", "Cells"},
                                   {"missing", &Finding::missing, "缺少", "Missing"},
                                   {"title_zh", &Finding::title_zh, "中文名称", "Title in Chinese"},
                                   {"title_en", &Finding::title_en, "英文名称", "Title in English"},
                                   {"zh", &Finding::zh, "中文说明", "In Chinese"},
                                   {"en", &Finding::en, "英文说明", "In English"}});
  return table;
}

std::vector<Finding> judge(const Form& form, const Evidence& evidence) {
  Judge judge(form, evidence);
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < form.rules().size(); ++i) findings.push_back(judge.finding(i));
  return findings;
}

Cells computed(const Form& form, Cells given) {
  for (const CompiledFormula& formula : form.compiled().formulas) {
    given.erase(formula.cell);
    const Value value = evaluate(formula.value, {.cells = &given}, Missing::stays);
    if (value.state != Value::State::known) continue;
    if (value.number > largest_cell || value.number < -largest_cell) continue;
    given.insert_or_assign(formula.cell, json::Scalar(static_cast<std::int64_t>(value.number)));
  }
  return given;
}

}  // namespace zr::forms

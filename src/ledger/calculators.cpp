#include "ledger/calculators.h"

#include "json/reason.h"
#include "ledger/class_tables.h"
#include "ledger/ledger.h"

namespace zr::ledger {

namespace {

using rulebook::Answering;
using rulebook::Footing;

Result<ClassTables> tables_of(const Footing& footing) {
  const auto content = footing.tables(class_code);
  if (!content) return content.problem();
  return class_tables_from(*content);
}

ClassFacts facts_of(const LoanClassQuestion& question) {
  return {.overdue_days = question.overdue_days,
          .technical_overdue = question.technical_overdue.value_or(false),
          .credit_impaired = question.credit_impaired.value_or(false),
          .expected_loss_bp = question.expected_loss.value_or(Share{}).bp,
          .other_debt_bad = question.other_debt_bad.value_or(false),
          .debtor_debt = question.debtor_debt.value_or(Money{}),
          .debtor_overdue90 = question.debtor_overdue90.value_or(Money{}),
          .use_changed = question.use_changed.value_or(false),
          .refinanced = question.refinanced.value_or(false),
          .restructured = question.restructured.value_or(false),
          .own_bank_debt = question.own_bank_debt,
          .own_bank_bad = question.own_bank_bad,
          .joint_punished = question.joint_punished.value_or(false),
          .previous_class = question.previous_class,
          .months_cured = question.months_cured.value_or(0)};
}

Result<Answering> prepare_class(const Footing& footing) {
  auto tables = tables_of(footing);
  if (!tables) return tables.problem();
  return rulebook::answering<LoanClassQuestion, LoanClassAnswer>(
      [rules = std::move(tables->rules),
       today = footing.today](const LoanClassQuestion& question) -> Result<LoanClassAnswer> {
        auto found = classify(facts_of(question), rules, today);
        if (!found) return found.problem();
        return LoanClassAnswer{.loan_class = found->loan_class,
                               .because = std::move(found->because)};
      });
}

Result<Answering> prepare_tolerance(const Footing& footing) {
  const auto tables = tables_of(footing);
  if (!tables) return tables.problem();
  return rulebook::answering<NplQuestion, NplAnswer>(
      [tolerance = tables->npl_tolerance](const NplQuestion& question) -> Result<NplAnswer> {
        const auto found = npl_tolerance({.ip_npl = question.ip_npl,
                                          .ip_balance = question.ip_balance,
                                          .all_npl = question.all_npl,
                                          .all_balance = question.all_balance},
                                         tolerance);
        if (!found) return found.problem();
        return NplAnswer{.ip_ratio = {found->ip_ratio},
                         .all_ratio = {found->all_ratio},
                         .verdict = found->verdict};
      });
}

}  // namespace

const json::Struct& describe(const LoanClassQuestion*) {
  using Q = LoanClassQuestion;
  static const json::Struct table(
      "LoanClassQuestion",
      {{"overdue_days", &Q::overdue_days, "逾期天数", "Overdue days", {.min = 0, .max = 36'525}},
       {"technical_overdue", &Q::technical_overdue, "技术性逾期", "Technical overdue"},
       {"credit_impaired", &Q::credit_impaired, "已发生信用减值", "Credit-impaired"},
       {"expected_loss_bp", &Q::expected_loss, "预计损失（基点）", "Expected loss"},
       {"other_debt_bad", &Q::other_debt_bad, "其他债务不良", "Other debt bad"},
       {"debtor_debt_fen", &Q::debtor_debt, "债务人全部债务", "All debt of the debtor"},
       {"debtor_overdue90_fen", &Q::debtor_overdue90, "其中逾期90天以上", "Over 90 days late"},
       {"use_changed", &Q::use_changed, "擅自改变用途", "Use changed"},
       {"refinanced", &Q::refinanced, "借新还旧", "Repaid by new borrowing"},
       {"restructured", &Q::restructured, "重组观察期内", "Restructured"},
       {"own_bank_debt_fen", &Q::own_bank_debt, "在本行债权", "Claims at this bank"},
       {"own_bank_bad_fen", &Q::own_bank_bad, "在本行不良债权", "Bad claims at this bank"},
       {"joint_punished", &Q::joint_punished, "联合惩戒", "Joint-punishment list"},
       {"previous_class", &Q::previous_class, "原类别", "Class before"},
       {"months_cured",
        &Q::months_cured,
        "连续履约月数",
        "Months performed",
        {.min = 0, .max = 1'200}}});
  return table;
}

const json::Struct& describe(const LoanClassAnswer*) {
  static const json::Struct table("LoanClassAnswer",
                                  {{"class", &LoanClassAnswer::loan_class, "类别", "Class"},
                                   {"because", &LoanClassAnswer::because, "理由", "Because"}});
  return table;
}

const json::Struct& describe(const NplQuestion*) {
  static const json::Struct table(
      "NplQuestion",
      {{"ip_npl_fen", &NplQuestion::ip_npl, "质押融资不良余额", "Bad IP pledge loans"},
       {"ip_balance_fen", &NplQuestion::ip_balance, "质押融资余额", "IP pledge loans"},
       {"all_npl_fen", &NplQuestion::all_npl, "各项贷款不良余额", "Bad loans"},
       {"all_balance_fen", &NplQuestion::all_balance, "各项贷款余额", "Loans"}});
  return table;
}

const json::Struct& describe(const NplAnswer*) {
  static const json::Struct table(
      "NplAnswer", {{"ip_ratio_ppm", &NplAnswer::ip_ratio, "质押融资不良率", "IP pledge NPL ratio"},
                    {"all_ratio_ppm", &NplAnswer::all_ratio, "本行不良率", "NPL ratio"},
                    {"verdict", &NplAnswer::verdict, "结论", "Verdict"}});
  return table;
}

std::vector<rulebook::RuleSet> rule_sets() {
  return {class_set()};
}

std::vector<rulebook::Calculator> calculators() {
  return {rulebook::calculator<LoanClassQuestion, LoanClassAnswer>(
              {"/calculators/loan_class", "五级分类", "Classify a loan"}, prepare_class),
          rulebook::calculator<NplQuestion, NplAnswer>(
              {"/calculators/npl_tolerance", "不良容忍度", "Compare bad-loan ratios"},
              prepare_tolerance)};
}

}  // namespace zr::ledger

#include "reporting/terms.h"

#include <algorithm>

#include "rulebook/rulebook.h"

namespace zr::reporting {

namespace {

constexpr std::string_view set_code = "return_terms";
constexpr std::string_view terms_table = "terms";
constexpr std::string_view disclosure_table = "disclosure";

struct Tables {
  std::vector<DutyTerm> terms;
  std::vector<Disclosure> disclosure;
};

Tables tables_of(const json::Value& content, std::vector<FieldError>& errors) {
  return {.terms = rulebook::rows_of<DutyTerm>(content, terms_table, errors),
          .disclosure = rulebook::rows_of<Disclosure>(content, disclosure_table, errors)};
}

std::optional<Tables> tables_at(db::Tx& tx, access::Moment moment) {
  const auto content = rulebook::content(tx, set_code, moment);
  if (!content) return std::nullopt;
  std::vector<FieldError> errors;
  return tables_of(*content, errors);
}

void need_once(const Tables& tables, std::string_view duty, std::vector<FieldError>& errors) {
  if (std::ranges::count(tables.terms, duty, &DutyTerm::duty) != 1)
    errors.push_back({"/terms", "term_missing", "每一事项应有且仅有一行：" + std::string(duty),
                      "Exactly one row for " + std::string(duty)});
}

Result<Done> check_terms(const json::Value& content) {
  std::vector<FieldError> errors;
  const Tables tables = tables_of(content, errors);
  if (!errors.empty()) return Problem{rulebook::bad_rules, std::move(errors)};
  for (const std::string_view duty : {file_duty, decide_duty}) need_once(tables, duty, errors);
  if (tables.terms.size() != 2)
    errors.push_back({"/terms", "unknown_duty", "没有这一事项", "There is no such duty"});
  for (const DutyTerm& term : tables.terms)
    if (term.amount.has_value() != term.unit.has_value() ||
        (term.duty == decide_duty) != term.amount.has_value())
      errors.push_back({"/terms", "term_length", "报送期限以校验规则为准，办理期限应写明数量和单位",
                        "The form's rule gives the length of filing, this table that of deciding"});
  if (tables.disclosure.size() != 1)
    errors.push_back({"/disclosure", "one_row", "应有且仅有一行", "Exactly one row"});
  if (!errors.empty()) return Problem{rulebook::bad_rules, std::move(errors)};
  return Done{};
}

}  // namespace

const json::Struct& describe(const DutyTerm*) {
  static const json::Struct table(
      "ReturnTerm", {{"duty", &DutyTerm::duty, "事项", "Duty", {.max_length = 40}},
                     {"amount", &DutyTerm::amount, "期限", "Length", {.min = 1, .max = 400}},
                     {"unit", &DutyTerm::unit, "期限单位", "Unit"},
                     {"roll", &DutyTerm::roll, "遇休息日", "On a day off"},
                     {"clause", &DutyTerm::clause, "依据条款", "Clause", {.max_length = 300}}});
  return table;
}

const json::Struct& describe(const Disclosure*) {
  static const json::Struct table(
      "ReturnDisclosure",
      {{"fewest_organisations",
        &Disclosure::fewest_organisations,
        "至少机构数",
        "Fewest organisations",
        {.min = 2, .max = 100}},
       {"clause", &Disclosure::clause, "依据条款", "Clause", {.max_length = 300}}});
  return table;
}

rulebook::RuleSet terms_set() {
  return {.code = set_code,
          .zh = "统计报送期限与公布口径",
          .en = "Terms of the return and disclosure of totals",
          .tables = {{.name = terms_table,
                      .zh = "期限",
                      .en = "Terms",
                      .row = &json::struct_of<DutyTerm>,
                      .file = "return_terms.csv"},
                     {.name = disclosure_table,
                      .zh = "公布口径",
                      .en = "Disclosure",
                      .row = &json::struct_of<Disclosure>,
                      .file = "return_disclosure.csv"}},
          .check = check_terms,
          .effective = Date(2022, 1, 1),
          .clause = "行动方案 四(三)；其余为本系统建议",
          .confidence = rulebook::Confidence::ours};
}

std::optional<DutyTerm> duty_term(db::Tx& tx, std::string_view duty, access::Moment moment) {
  const auto tables = tables_at(tx, moment);
  if (!tables) return std::nullopt;
  const auto found = std::ranges::find(tables->terms, duty, &DutyTerm::duty);
  return found == tables->terms.end() ? std::nullopt : std::optional(*found);
}

std::optional<Disclosure> disclosure(db::Tx& tx, access::Moment moment) {
  const auto tables = tables_at(tx, moment);
  if (!tables || tables->disclosure.empty()) return std::nullopt;
  return tables->disclosure.front();
}

}  // namespace zr::reporting

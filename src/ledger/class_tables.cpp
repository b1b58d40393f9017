#include "ledger/class_tables.h"

#include <fmt/format.h>

#include "ledger/rules/npl_tolerance.h"
#include "rulebook/rulebook.h"

namespace zr::ledger {

namespace {

constexpr std::string_view tolerance_effect = "npl_tolerance";

/// What order 1 prints for each class, so that a row whose number and name disagree is seen.
bool numbered_rightly(const ClassLimitRow& row) {
  return row.order == static_cast<std::int64_t>(row.loan_class);
}

std::vector<ClassLimit> limits_of(const std::vector<ClassLimitRow>& rows,
                                  std::vector<FieldError>& errors) {
  std::vector<ClassLimit> limits;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ClassLimitRow& row = rows[i];
    if (!numbered_rightly(row))
      errors.push_back({fmt::format("/limits/{}/order", i), "wrong_order", "序号与类别不符",
                        "The number is not that of the class"});
    limits.push_back({.loan_class = row.loan_class,
                      .bad = row.npl,
                      .overdue_days_over = row.overdue_days_over,
                      .expected_loss_bp_over = row.expected_loss_bp_over,
                      .debtor_overdue90_share_bp_over = row.debtor_overdue90_share_bp_over,
                      .provision_bp = row.provision_bp,
                      .valid_from = row.valid_from});
  }
  return limits;
}

/// The grounds, and the tolerance that stands among them exactly once.
struct Grounds {
  std::vector<ClassGround> rows = {};
  std::optional<Ppm> tolerance = {};
};

void add_tolerance(Grounds& grounds, const ClassGroundRow& row, const std::string& pointer,
                   std::vector<FieldError>& errors) {
  if (grounds.tolerance)
    errors.push_back({pointer, "not_once", "容忍度应恰有一行", "Exactly one tolerance is needed"});
  if (!row.threshold || *row.threshold < 0 || *row.threshold > whole_ppm)
    errors.push_back({pointer + "/threshold", "wrong_threshold", "容忍度应为 0 至 1000000",
                      "Expected a tolerance from 0 to 1000000"});
  grounds.tolerance = Ppm{row.threshold.value_or(0)};
}

Grounds grounds_of(const std::vector<ClassGroundRow>& rows, std::vector<FieldError>& errors) {
  Grounds grounds;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ClassGroundRow& row = rows[i];
    const std::string pointer = fmt::format("/grounds/{}", i);
    if (row.effect == tolerance_effect) {
      add_tolerance(grounds, row, pointer, errors);
      continue;
    }
    const auto effect = value_named<GroundEffect>(row.effect);
    if (!effect) {
      errors.push_back(
          {pointer + "/effect", "enum", "不在可选范围内", "Is not one of the choices"});
      continue;
    }
    grounds.rows.push_back({.id = row.id,
                            .effect = *effect,
                            .title_zh = row.title_zh,
                            .title_en = row.title_en,
                            .threshold = row.threshold});
  }
  if (!grounds.tolerance)
    errors.push_back({"/grounds", "not_once", "缺少不良容忍度（npl_tolerance）一行",
                      "The row of the tolerance (npl_tolerance) is missing"});
  return grounds;
}

Result<Done> check_classes(const json::Value& content) {
  const auto tables = class_tables_from(content);
  if (!tables) return tables.problem();
  return Done{};
}

}  // namespace

const json::Struct& describe(const ClassLimitRow*) {
  static const json::Struct table(
      "ClassLimitRow", {{"order", &ClassLimitRow::order, "序号", "Order", {.min = 1, .max = 5}},
                        {"class", &ClassLimitRow::loan_class, "类别", "Class"},
                        {"zh", &ClassLimitRow::zh, "名称", "Name", {.max_length = 20}},
                        {"npl", &ClassLimitRow::npl, "计入不良", "Counts as bad"},
                        {"overdue_days_over",
                         &ClassLimitRow::overdue_days_over,
                         "逾期天数超过",
                         "Overdue days over",
                         {.min = 0, .max = 36'525}},
                        {"expected_loss_bp_over",
                         &ClassLimitRow::expected_loss_bp_over,
                         "预计损失超过（基点）",
                         "Expected loss over (bp)",
                         {.min = 0, .max = 10'000}},
                        {"debtor_overdue90_share_bp_over",
                         &ClassLimitRow::debtor_overdue90_share_bp_over,
                         "债务逾期90天占比超过（基点）",
                         "Share of debt over 90 days late (bp)",
                         {.min = 0, .max = 10'000}},
                        {"provision_bp",
                         &ClassLimitRow::provision_bp,
                         "准备金（基点）",
                         "Provision (bp)",
                         {.min = 0, .max = 10'000}},
                        {"valid_from", &ClassLimitRow::valid_from, "生效日", "Valid from"},
                        {"source", &ClassLimitRow::source, "来源", "Source"},
                        {"confidence", &ClassLimitRow::confidence, "可信程度", "Confidence"}});
  return table;
}

const json::Struct& describe(const ClassGroundRow*) {
  static const json::Struct table(
      "ClassGroundRow", {{"id", &ClassGroundRow::id, "编号", "Id", {.max_length = 12}},
                         {"effect", &ClassGroundRow::effect, "效果", "Effect", {.max_length = 60}},
                         {"title_zh", &ClassGroundRow::title_zh, "中文名称", "Title in Chinese"},
                         {"title_en", &ClassGroundRow::title_en, "英文名称", "Title in English"},
                         {"threshold", &ClassGroundRow::threshold, "阈值", "Threshold"},
                         {"unit", &ClassGroundRow::unit, "单位", "Unit", {.max_length = 20}},
                         {"source", &ClassGroundRow::source, "来源", "Source"},
                         {"confidence", &ClassGroundRow::confidence, "可信程度", "Confidence"}});
  return table;
}

Result<ClassTables> class_tables_from(const json::Value& content) {
  std::vector<FieldError> errors;
  const auto limit_rows = rulebook::rows_of<ClassLimitRow>(content, "limits", errors);
  const auto ground_rows = rulebook::rows_of<ClassGroundRow>(content, "grounds", errors);
  if (!errors.empty()) return Problem{bad_class_rules, std::move(errors)};
  auto limits = limits_of(limit_rows, errors);
  Grounds grounds = grounds_of(ground_rows, errors);
  if (!errors.empty()) return Problem{bad_class_rules, std::move(errors)};
  auto rules = ClassRules::of(std::move(limits), std::move(grounds.rows));
  if (!rules) return rules.problem();
  return ClassTables{.rules = std::move(*rules), .npl_tolerance = *grounds.tolerance};
}

Result<ClassTables> class_tables(db::Tx& tx, access::Moment moment) {
  const auto content = rulebook::content(tx, class_code, moment);
  if (!content) return content.problem();
  return class_tables_from(*content);
}

rulebook::RuleSet class_set() {
  return {.code = class_code,
          .zh = "贷款五级分类",
          .en = "Five-level classification",
          .tables = {{.name = "limits",
                      .zh = "分类标准",
                      .en = "Limits of the classes",
                      .row = &json::struct_of<ClassLimitRow>,
                      .file = "loan_classes.csv"},
                     {.name = "grounds",
                      .zh = "其他分类规则",
                      .en = "Other grounds",
                      .row = &json::struct_of<ClassGroundRow>,
                      .file = "loan_class_rules.csv"}},
          .check = check_classes,
          .effective = Date(2023, 7, 1),
          .clause = "商业银行金融资产风险分类办法（2023年第1号令）；银保监发〔2019〕34号",
          .confidence = rulebook::Confidence::source};
}

}  // namespace zr::ledger

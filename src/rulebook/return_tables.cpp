#include "rulebook/return_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "rulebook/rules/predicate_json.h"

namespace zr::rulebook {

namespace {

/// Words of the two sides of a rule that are no cells.
constexpr std::array<std::string_view, 7> side_words{
    "round", "empty", "each_amount", "each_field", "except", "calendar_day", "prev_version"};
/// What stands before the dot of a name: the quarter before, the ledger, the submission.
constexpr std::array<std::string_view, 4> prefixes{"prev.", "ledger.", "meta.", "prev_version."};

constexpr std::array<std::string_view, 6> comparisons{"==", "<=", ">=", "is", "multiple_of", "!="};

bool word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

template <class Words>
bool among(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Is this name of a side known? "prev.x" and "ledger.x" are a cell's name behind its prefix.
bool known_name(std::string_view name, const std::set<std::string_view>& cells) {
  if (among(side_words, name) || cells.contains(name)) return true;
  for (const std::string_view prefix : prefixes) {
    if (!name.starts_with(prefix)) continue;
    const bool of_cells = prefix == "prev." || prefix == "ledger.";
    return !of_cells || cells.contains(name.substr(prefix.size()));
  }
  return false;
}

/// Names in a side that stand for nothing.
std::vector<std::string> unknown_names(std::string_view side,
                                       const std::set<std::string_view>& cells) {
  std::vector<std::string> unknown;
  for (std::size_t at = 0; at < side.size();) {
    if (!word_character(side[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < side.size() && word_character(side[end])) ++end;
    const std::string_view word = side.substr(at, end - at);
    const bool number = word.find_first_not_of("0123456789") == std::string_view::npos;
    if (!number && !known_name(word, cells)) unknown.emplace_back(word);
    at = end;
  }
  return unknown;
}

class Faults {
 public:
  void add(std::string pointer, std::string_view code, std::string zh, std::string en) {
    errors_.push_back({std::move(pointer), std::string(code), std::move(zh), std::move(en)});
  }
  void add(std::vector<FieldError> more) {
    for (FieldError& error : more) errors_.push_back(std::move(error));
  }
  /// A second row of the same id.
  template <class Row>
  void twice(const std::vector<Row>& rows, std::string_view table) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (!seen.insert(rows[i].id).second)
        add(fmt::format("/{}/{}/id", table, i), "id_twice", "编号重复", "This id stands twice");
  }
  std::vector<FieldError> take() { return std::move(errors_); }

 private:
  std::vector<FieldError> errors_;
};

void check_cells(const std::vector<ReturnCell>& cells, Faults& faults) {
  faults.twice(cells, "cells");
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i].filter) continue;
    auto predicate = read_predicate(cells[i].filter->value, fmt::format("/cells/{}/filter", i));
    if (!predicate) faults.add(predicate.problem().errors);
  }
}

void check_rules(const ReturnTables& tables, Faults& faults) {
  faults.twice(tables.rules, "rules");
  std::set<std::string_view> cells;
  for (const ReturnCell& cell : tables.cells) cells.insert(cell.id);
  for (std::size_t i = 0; i < tables.rules.size(); ++i) {
    const ReturnRule& rule = tables.rules[i];
    const auto side = [&](std::string_view field, std::string_view text) {
      for (const std::string& name : unknown_names(text, cells))
        faults.add(fmt::format("/rules/{}/{}", i, field), "unknown_cell",
                   fmt::format("报表中没有 {}", name), fmt::format("The return has no {}", name));
    };
    side("left", rule.left);
    side("right", rule.right);
    if (!among(comparisons, rule.comparison))
      faults.add(fmt::format("/rules/{}/operator", i), "enum", "不在可选范围内",
                 "Is not one of the choices");
  }
}

Result<Done> check_return(const json::Value& content) {
  const auto tables = return_tables_from(content);
  if (!tables) return tables.problem();
  return Done{};
}

}  // namespace

std::span<const Name> names_of(Measure) {
  static constexpr Name names[] = {named(Measure::sum, "sum", "求和", "Sum"),
                                   named(Measure::count, "count", "计数", "Count"),
                                   named(Measure::distinct, "distinct", "去重计数", "Distinct"),
                                   named(Measure::weighted, "weighted", "加权平均", "Weighted"),
                                   named(Measure::ratio, "ratio", "比率", "Ratio"),
                                   named(Measure::formula, "formula", "公式", "Formula"),
                                   named(Measure::entered, "entered", "填报", "Entered")};
  return names;
}

std::span<const Name> names_of(MissingCells) {
  static constexpr Name names[] = {
      named(MissingCells::skip_if_any_missing, "skip_if_any_missing", "有空项则不校验",
            "Skipped if any is missing"),
      named(MissingCells::missing_is_zero, "missing_is_zero", "空项按零计", "Missing is zero"),
      named(MissingCells::error_if_any_missing, "error_if_any_missing", "有空项即报错",
            "Error if any is missing"),
      named(MissingCells::never_skip, "never_skip", "必须校验", "Never skipped")};
  return names;
}

std::span<const Name> names_of(Severity) {
  static constexpr Name names[] = {
      named(Severity::error, "error", "强制性", "Error"),
      named(Severity::justify, "justify", "核实性", "To be justified"),
      named(Severity::warning, "warning", "提示性", "Warning"),
      named(Severity::late_flag, "late_flag", "逾期标记", "Marks lateness"),
      named(Severity::reconcile, "reconcile", "逐笔核对", "Reconciled line by line")};
  return names;
}

const json::Struct& describe(const ReturnCell*) {
  static const json::Struct table(
      "ReturnCell", {{"id", &ReturnCell::id, "编号", "Id", {.max_length = 60}},
                     {"title_zh", &ReturnCell::title_zh, "中文名称", "Title in Chinese"},
                     {"title_en", &ReturnCell::title_en, "英文名称", "Title in English"},
                     {"unit", &ReturnCell::unit, "单位", "Unit", {.max_length = 20}},
                     {"reader", &ReturnCell::reader, "取数来源", "Reader", {.max_length = 60}},
                     {"measure", &ReturnCell::measure, "计量方式", "Measure"},
                     {"field", &ReturnCell::field, "字段", "Field"},
                     {"filter", &ReturnCell::filter, "筛选条件", "Filter"},
                     {"meaning", &ReturnCell::meaning, "口径", "Meaning", {.max_length = 500}}});
  return table;
}

const json::Struct& describe(const ReturnRule*) {
  static const json::Struct table(
      "ReturnRule", {{"id", &ReturnRule::id, "编号", "Id", {.max_length = 12}},
                     {"title_zh", &ReturnRule::title_zh, "中文名称", "Title in Chinese"},
                     {"title_en", &ReturnRule::title_en, "英文名称", "Title in English"},
                     {"when", &ReturnRule::when, "适用条件", "When"},
                     {"left", &ReturnRule::left, "左边", "Left", {.max_length = 500}},
                     {"operator", &ReturnRule::comparison, "比较", "Operator", {.max_length = 20}},
                     {"right", &ReturnRule::right, "右边", "Right", {.max_length = 500}},
                     {"missing", &ReturnRule::missing, "空项处理", "Missing"},
                     {"severity", &ReturnRule::severity, "性质", "Severity"}});
  return table;
}

Result<ReturnTables> return_tables_from(const json::Value& content) {
  std::vector<FieldError> errors;
  ReturnTables tables{.cells = rows_of<ReturnCell>(content, "cells", errors),
                      .rules = rows_of<ReturnRule>(content, "rules", errors)};
  if (!errors.empty()) return Problem{bad_rules, std::move(errors)};
  Faults faults;
  check_cells(tables.cells, faults);
  check_rules(tables, faults);
  errors = faults.take();
  if (!errors.empty()) return Problem{bad_rules, std::move(errors)};
  return tables;
}

RuleSet return_set() {
  return {.code = return_code,
          .zh = "季度专项统计表",
          .en = "Quarterly return",
          .tables = {{.name = "cells",
                      .zh = "指标",
                      .en = "Cells",
                      .row = &json::struct_of<ReturnCell>,
                      .file = "return_form.csv"},
                     {.name = "rules",
                      .zh = "校验规则",
                      .en = "Rules",
                      .row = &json::struct_of<ReturnRule>,
                      .file = "return_rules.csv"}},
          .check = check_return,
          .effective = Date(2022, 1, 1),
          .clause = "知识产权质押融资专项统计；银保监发〔2019〕34号",
          .confidence = Confidence::ours};
}

}  // namespace zr::rulebook

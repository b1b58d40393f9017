#include "forms/rules/form_tables.h"

#include <set>

namespace zr::forms {

std::span<const Name> names_of(CellKind) {
  static constexpr Name names[] = {named(CellKind::amount, "amount", "金额", "Amount"),
                                   named(CellKind::count, "count", "数量", "Count"),
                                   named(CellKind::ratio, "ratio", "比率", "Ratio"),
                                   named(CellKind::date, "date", "日期", "Date"),
                                   named(CellKind::choice, "choice", "选项", "Choice"),
                                   named(CellKind::text, "text", "文字", "Text"),
                                   named(CellKind::file, "file", "附件", "File")};
  return names;
}

std::span<const Name> names_of(CellOrigin) {
  static constexpr Name names[] = {named(CellOrigin::entered, "entered", "填报", "Entered"),
                                   named(CellOrigin::figure, "figure", "取数", "Figure"),
                                   named(CellOrigin::formula, "formula", "公式", "Formula")};
  return names;
}

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

const json::Struct& describe(const FormCell*) {
  static const json::Struct table(
      "FormCell", {{"id", &FormCell::id, "编号", "Id", {.max_length = 60}},
                   {"title_zh", &FormCell::title_zh, "中文名称", "Title in Chinese"},
                   {"title_en", &FormCell::title_en, "英文名称", "Title in English"},
                   {"unit", &FormCell::unit, "单位", "Unit", {.max_length = 20}},
                   {"reader", &FormCell::reader, "取数来源", "Reader", {.max_length = 60}},
                   {"measure", &FormCell::measure, "计量方式", "Measure"},
                   {"field", &FormCell::field, "字段", "Field", {.max_length = 500}},
                   {"filter", &FormCell::filter, "筛选条件", "Filter"},
                   {"choices", &FormCell::choices, "选项", "Choices", {.max_length = 1000}},
                   {"meaning", &FormCell::meaning, "口径", "Meaning", {.max_length = 500}}});
  return table;
}

const json::Struct& describe(const FormRule*) {
  static const json::Struct table(
      "FormRule", {{"id", &FormRule::id, "编号", "Id", {.max_length = 12}},
                   {"title_zh", &FormRule::title_zh, "中文名称", "Title in Chinese"},
                   {"title_en", &FormRule::title_en, "英文名称", "Title in English"},
                   {"when", &FormRule::when, "适用条件", "When"},
                   {"left", &FormRule::left, "左边", "Left", {.max_length = 500}},
                   {"operator", &FormRule::comparison, "比较", "Operator", {.max_length = 20}},
                   {"right", &FormRule::right, "右边", "Right", {.max_length = 500}},
                   {"missing", &FormRule::missing, "空项处理", "Missing"},
                   {"severity", &FormRule::severity, "性质", "Severity"}});
  return table;
}

CellKind kind_of(const FormCell& cell) {
  if (cell.unit == "fen") return CellKind::amount;
  if (cell.unit == "ppm") return CellKind::ratio;
  if (cell.unit == "date") return CellKind::date;
  if (cell.unit == "choice") return CellKind::choice;
  if (cell.unit == "text") return CellKind::text;
  if (cell.unit == "file") return CellKind::file;
  return CellKind::count;
}

CellOrigin origin_of(const FormCell& cell) {
  switch (cell.measure) {
    case Measure::entered:
      return CellOrigin::entered;
    case Measure::ratio:
    case Measure::formula:
      return CellOrigin::formula;
    case Measure::sum:
    case Measure::count:
    case Measure::distinct:
    case Measure::weighted:
      return CellOrigin::figure;
  }
  return CellOrigin::entered;
}

json::Value to_json(const Cells& cells) {
  json::Object members;
  members.reserve(cells.size());
  for (const auto& [id, value] : cells) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
      members.emplace_back(id, *number);
    else if (const auto* text = std::get_if<std::string>(&value))
      members.emplace_back(id, *text);
  }
  return {std::move(members)};
}

Cells cells_of(const json::Value& stored) {
  Cells cells;
  const json::Object* members = stored.object();
  if (!members) return cells;
  for (const auto& [id, value] : *members) {
    if (const auto* number = value.integer())
      cells.insert_or_assign(id, json::Scalar(*number));
    else if (const auto* text = value.text())
      cells.insert_or_assign(id, json::Scalar(*text));
  }
  return cells;
}

std::optional<std::int64_t> number_in(const Cells& cells, std::string_view id) {
  const auto found = cells.find(id);
  if (found == cells.end()) return std::nullopt;
  const auto* number = std::get_if<std::int64_t>(&found->second);
  return number ? std::optional(*number) : std::nullopt;
}

std::vector<CellChange> difference(const Cells& before, const Cells& after) {
  std::set<std::string_view> ids;
  for (const auto& [id, value] : before) ids.insert(id);
  for (const auto& [id, value] : after) ids.insert(id);
  const auto value_in = [](const Cells& cells, std::string_view id) {
    const auto found = cells.find(id);
    return found == cells.end() ? json::Scalar{} : found->second;
  };
  std::vector<CellChange> changes;
  for (const std::string_view id : ids) {
    CellChange change{
        .cell = std::string(id), .before = value_in(before, id), .after = value_in(after, id)};
    if (change.before == change.after) continue;
    const auto* from = std::get_if<std::int64_t>(&change.before);
    const auto* to = std::get_if<std::int64_t>(&change.after);
    if (from && to) change.difference = *to - *from;
    changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace zr::forms

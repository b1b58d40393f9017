#include "forms/sheet_words.h"

#include <fmt/format.h>

#include "documents/outgoing.h"

namespace zr::forms {

namespace {

struct Unit {
  std::string_view unit;
  std::string_view zh;
  std::string_view en;
};
constexpr Unit units[] = {
    {"fen", "万元", "10,000 yuan"},    {"ppm", "%", "%"},         {"loan", "笔", "loans"},
    {"household", "户", "households"}, {"claim", "笔", "claims"}, {"project", "项", "projects"},
    {"right", "件", "rights"},         {"case", "件", "cases"},   {"date", "日期", "date"},
    {"choice", "选项", "choice"},      {"text", "文字", "text"},  {"file", "附件", "file"}};

template <class E>
std::string label_of(E value, Language language) {
  for (const Name& row : names_of(value))
    if (row.value == static_cast<std::int64_t>(value))
      return std::string(language == Language::zh ? row.zh : row.en);
  return {};
}

}  // namespace

std::string unit_text(std::string_view unit, Language language) {
  for (const Unit& each : units)
    if (each.unit == unit) return std::string(worded(language, each.zh, each.en));
  return std::string(unit);
}

std::string shown_value(const FormCell& cell, const Cells& cells) {
  const auto found = cells.find(cell.id);
  if (found == cells.end()) return {};
  if (const auto* text = std::get_if<std::string>(&found->second)) return *text;
  const auto* number = std::get_if<std::int64_t>(&found->second);
  if (!number) return {};
  switch (kind_of(cell)) {
    case CellKind::amount:
      return documents::text_of(Money{*number}, documents::ColumnKind::wan);
    case CellKind::ratio:
      return documents::text_of(Ppm{*number}, documents::ColumnKind::percent);
    case CellKind::count:
    case CellKind::date:
    case CellKind::choice:
    case CellKind::text:
    case CellKind::file:
      break;
  }
  return std::to_string(*number);
}

std::string_view worded(Language language, std::string_view zh, std::string_view en) {
  return language == Language::zh ? zh : en;
}

std::string_view title_of(const FormCell& cell, Language language) {
  return language == Language::zh ? cell.title_zh : cell.title_en;
}

std::vector<Said> head_of(const Sheet& sheet) {
  const auto label = [&](std::string_view zh, std::string_view en) {
    return std::string(worded(sheet.language, zh, en));
  };
  std::vector<Said> head{
      {label("填报机构", "Organisation"), sheet.organisation},
      {label("报告期", "Period"), sheet.period},
      {label("金额单位", "Amounts in"), unit_text("fen", sheet.language)},
      {label("数据来源", "Source"), label_of(sheet.cover.source, sheet.language)},
      {label("报送性质", "Edition"), label_of(sheet.cover.edition, sheet.language)},
      {label("版次", "Version"),
       sheet.number ? std::to_string(*sheet.number) : label("草稿", "Draft")}};
  if (sheet.entered_by)
    head.emplace_back(label("代录机构", "Entered on behalf by"), *sheet.entered_by);
  if (sheet.cover.paper_date)
    head.emplace_back(label("纸质报表日期", "Date on the paper"), sheet.cover.paper_date->text());
  return head;
}

std::vector<Said> signatures_of(const Sheet& sheet) {
  const auto label = [&](std::string_view zh, std::string_view en) {
    return std::string(worded(sheet.language, zh, en));
  };
  return {{label("填表人", "Prepared by"), sheet.prepared_by.value_or("")},
          {label("复核人", "Checked by"), sheet.checked_by.value_or("")},
          {label("负责人", "Responsible"), sheet.cover.responsible.value_or("")},
          {label("联系电话", "Telephone"), sheet.cover.phone.value_or("")},
          {label("报出日期", "Filed on"),
           sheet.received ? sheet.received->date().text() : std::string()}};
}

std::string foot_of(const Sheet& sheet) {
  if (!sheet.number || !sheet.digest)
    return std::string(worded(sheet.language, "草稿，未冻结，不作为报送依据。",
                              "A draft: not prepared, not to be filed."));
  std::string foot =
      fmt::format("{}{}", worded(sheet.language, "摘要：", "Digest: "), *sheet.digest);
  if (sheet.receipt)
    foot +=
        fmt::format("{}{}", worded(sheet.language, "　回执号：", "  Receipt: "), *sheet.receipt);
  return foot;
}

std::string seal_of(Language language) {
  return std::string(worded(language, "单位（盖章）", "Seal"));
}

std::vector<Remark> remarks_of(const Sheet& sheet) {
  std::vector<Remark> remarks;
  for (const Finding& each : sheet.findings) {
    if (each.verdict != Verdict::broken) continue;
    const json::Value* reason = sheet.reasons.value.find(each.rule);
    remarks.push_back({.rule = each.rule,
                       .says = sheet.language == Language::zh ? each.zh : each.en,
                       .reason = reason && reason->text() ? *reason->text() : std::string()});
  }
  return remarks;
}

}  // namespace zr::forms

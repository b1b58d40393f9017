#include "ledger/export.h"

#include <algorithm>
#include <array>

#include "documents/xlsx_write.h"

namespace zr::ledger {

namespace {

using documents::ColumnKind;
using documents::OutCell;

/// Numbers of the house that say nothing to a reader of a sheet.
bool left_out(std::string_view field) {
  static constexpr std::array fields{std::string_view("id"),         std::string_view("bank"),
                                     std::string_view("branch"),     std::string_view("enterprise"),
                                     std::string_view("import"),     std::string_view("version"),
                                     std::string_view("source_row"), std::string_view("reported")};
  return std::ranges::find(fields, field) != fields.end();
}

ColumnKind kind_of(const json::Field& field) {
  switch (field.type->kind) {
    case json::Kind::money:
      return ColumnKind::yuan;
    case json::Kind::integer:
      return ColumnKind::integer;
    case json::Kind::date:
      return ColumnKind::date;
    default:
      return ColumnKind::text;
  }
}

std::string_view label(const json::Field& field, Language language) {
  return language == Language::zh ? field.zh : field.en;
}

/// The label of an enumeration's value.
std::string shown(const json::Type& type, const std::string& name, Language language) {
  for (const Name& row : type.names)
    if (row.name == name) return std::string(language == Language::zh ? row.zh : row.en);
  return name;
}

documents::Value value_of(const json::Field& field, const LoanRecord& row, Language language) {
  const json::Scalar scalar = field.type->get(field.of(&row));
  if (const auto* number = std::get_if<std::int64_t>(&scalar)) {
    if (field.type->kind == json::Kind::money) return Money{*number};
    if (field.type->kind != json::Kind::boolean) return *number;
    if (language == Language::en) return std::string(*number ? "yes" : "no");
    return std::string(*number ? "是" : "否");
  }
  const auto* text = std::get_if<std::string>(&scalar);
  if (!text) return {};
  if (field.type->kind == json::Kind::date) return *Date::parse(*text);
  return shown(*field.type, *text, language);
}

/// Every other column's name, in the order in which the rows bring them.
std::vector<std::string> reported_names(std::span<const LoanRecord> rows) {
  std::vector<std::string> names;
  for (const LoanRecord& row : rows) {
    if (!row.details.reported) continue;
    for (const auto& [name, value] : *row.details.reported->value.object())
      if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names;
}

}  // namespace

Result<api::Download> loans_workbook(const LoansExport& wanted) {
  const bool zh = wanted.language == Language::zh;
  documents::SheetPlan plan{
      .name = zh ? "贷款台账" : "Loans",
      .title = zh ? "知识产权质押贷款台账" : "Loans secured by intellectual property",
      .notes = {zh ? "截至日期：" + wanted.as_of.text() + "　金额单位：元"
                   : "As of " + wanted.as_of.text() + ", amounts in yuan"},
      .columns = {}};
  std::vector<const json::Field*> fields;
  for (const json::Field& field : json::struct_of<LoanRecord>().fields()) {
    if (left_out(field.name)) continue;
    fields.push_back(&field);
    plan.columns.push_back({std::string(label(field, wanted.language)), kind_of(field)});
  }
  const auto others = reported_names(wanted.rows);
  for (const std::string& name : others) plan.columns.push_back({name});
  documents::XlsxWriter book(wanted.created);
  book.sheet(std::move(plan));
  std::vector<OutCell> cells;
  for (const LoanRecord& row : wanted.rows) {
    cells.clear();
    for (const json::Field* field : fields)
      cells.push_back({.value = value_of(*field, row, wanted.language)});
    for (const std::string& name : others) {
      const json::Value* value =
          row.details.reported ? row.details.reported->value.find(name) : nullptr;
      cells.push_back({.value = value && value->text() ? documents::Value(*value->text())
                                                       : documents::Value()});
    }
    book.row(cells);
  }
  auto bytes = book.finish();
  if (!bytes) return bytes.problem();
  return api::Download{.name = (zh ? "贷款台账 " : "loans ") + wanted.as_of.text() + ".xlsx",
                       .media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                       .bytes = std::move(*bytes)};
}

}  // namespace zr::ledger

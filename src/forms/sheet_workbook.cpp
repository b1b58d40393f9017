/// The sheet as a workbook.
#include <fmt/format.h>

#include "documents/xlsx_write.h"
#include "forms/sheet_words.h"

namespace zr::forms {

namespace {

using documents::ColumnKind;
using documents::OutCell;

OutCell cell_in(const FormCell& cell, const Cells& cells) {
  const auto found = cells.find(cell.id);
  if (found == cells.end()) return {};
  if (const auto* text = std::get_if<std::string>(&found->second)) return {*text};
  const auto* number = std::get_if<std::int64_t>(&found->second);
  if (!number) return {};
  switch (kind_of(cell)) {
    case CellKind::amount:
      return {Money{*number}};
    case CellKind::ratio:
      return {Ppm{*number}};
    case CellKind::count:
    case CellKind::date:
    case CellKind::choice:
    case CellKind::text:
    case CellKind::file:
      break;
  }
  return {*number};
}

/// "填表人：张三　　复核人：＿＿＿＿": what nobody has written yet is a line to write on.
std::string signature_line(const Sheet& sheet) {
  std::string line;
  for (const auto& [label, value] : signatures_of(sheet)) {
    if (!line.empty()) line += "　　";
    line += fmt::format("{}{}{}", label, worded(sheet.language, "：", ": "),
                        value.empty() ? std::string("＿＿＿＿＿") : value);
  }
  return line;
}

void write_cells(documents::XlsxWriter& book, const Sheet& sheet) {
  const auto title = [&](std::string_view zh, std::string_view en) {
    return std::string(worded(sheet.language, zh, en));
  };
  std::vector<std::string> notes;
  for (const auto& [label, value] : head_of(sheet))
    notes.push_back(label + std::string(worded(sheet.language, "：", ": ")) + value);
  book.sheet({.name = title("报表", "Form"),
              .title = sheet.title,
              .notes = std::move(notes),
              .columns = {{title("序号", "No."), ColumnKind::integer},
                          {title("指标", "Line"), ColumnKind::text},
                          {title("单位", "Unit"), ColumnKind::text},
                          {title("本期", "This period"), ColumnKind::wan_exact},
                          {title("上期", "Period before"), ColumnKind::wan_exact},
                          {title("编号", "Id"), ColumnKind::text}}});
  std::int64_t nth = 0;
  for (const FormCell& cell : sheet.form->cells()) {
    const std::vector<OutCell> row{{++nth},
                                   {std::string(title_of(cell, sheet.language))},
                                   {unit_text(cell.unit, sheet.language)},
                                   cell_in(cell, sheet.cells),
                                   cell_in(cell, sheet.previous),
                                   {cell.id}};
    book.row(row);
  }
  book.line("");
  book.line(signature_line(sheet));
  book.line(seal_of(sheet.language) + std::string(worded(sheet.language, "：", ": ")));
  for (int blank = 0; blank < 4; ++blank) book.line("");
  book.line(foot_of(sheet));
}

void write_remarks(documents::XlsxWriter& book, const Sheet& sheet,
                   const std::vector<Remark>& remarks) {
  const auto title = [&](std::string_view zh, std::string_view en) {
    return std::string(worded(sheet.language, zh, en));
  };
  book.sheet({.name = title("校验说明", "Checks"),
              .title = title("校验说明", "Checks"),
              .notes = {},
              .columns = {{title("规则", "Rule")},
                          {title("校验结果", "What was found")},
                          {title("填报机构说明", "Reason given")}}});
  for (const Remark& each : remarks) {
    const std::vector<OutCell> row{{each.rule}, {each.says}, {each.reason}};
    book.row(row);
  }
}

}  // namespace

Result<std::string> workbook_of(const Sheet& sheet) {
  documents::XlsxWriter book(sheet.made);
  write_cells(book, sheet);
  const auto remarks = remarks_of(sheet);
  if (!remarks.empty()) write_remarks(book, sheet, remarks);
  return book.finish();
}

}  // namespace zr::forms

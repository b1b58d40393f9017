#include "imports/workbook.h"

#include <algorithm>

#include "documents/xlsx_write.h"
#include "imports/grounds.h"
#include "imports/layout.h"
#include "imports/rules/day_text.h"

namespace zr::imports {

namespace {

using documents::CellKind;
using documents::ColumnKind;
using documents::Mark;
using documents::OutCell;

std::string_view in(Language language, std::string_view zh, std::string_view en) {
  return language == Language::zh ? zh : en;
}

documents::Value value_of(const documents::Cell& cell) {
  if (cell.text.empty()) return std::monostate{};
  if (cell.kind == CellKind::date && cell.date) return *cell.date;
  if (cell.kind == CellKind::number) return documents::Decimal{std::string(cell.text)};
  return std::string(cell.text);
}

/// The sender's sheet on its way back.
class Annotation {
 public:
  Annotation(const Staging& staging, const StagingOf& of, const Corrections& corrections,
             const WorkbookOf& how)
      : staging_(staging),
        sheet_(*staging.reading->sheet),
        mapping_(staging.reading->mapping),
        of_(of),
        corrections_(corrections),
        how_(how) {
    for (const Finding& finding : staging.findings) by_row_[finding.row].push_back(&finding);
  }

  documents::SheetPlan plan();
  std::vector<OutCell> row(std::size_t place) const;

 private:
  std::string answers() const;
  void add_notes(documents::SheetPlan& plan) const;
  std::string remarks(int number) const;
  Mark mark(int number, std::string_view field) const;
  documents::Value cell(std::size_t place, std::size_t column, std::string_view field) const;

  const Staging& staging_;
  const Sheet& sheet_;
  const Mapping& mapping_;
  const StagingOf& of_;
  const Corrections& corrections_;
  WorkbookOf how_;
  std::map<int, std::vector<const Finding*>> by_row_;
  std::vector<std::string> fields_;  ///< of each column; empty: none
};

/// One line for each row above the sender's header, so that every row keeps its number.
std::vector<std::string> head_lines(const Sheet& sheet, std::int64_t header_row) {
  std::vector<std::string> lines(static_cast<std::size_t>(header_row - 1));
  for (std::size_t place = 0; place < sheet.size() && sheet.number(place) < header_row; ++place) {
    std::string& line = lines[static_cast<std::size_t>(sheet.number(place)) - 1];
    for (std::size_t column = 0; column < sheet.width(place); ++column) {
      const auto cell = sheet.at(place, column);
      if (cell.text.empty()) continue;
      if (!line.empty()) line += "　";
      line += cell.date ? cell.date->text() : std::string(cell.text);
    }
  }
  return lines;
}

/// What somebody answered and the file does not say, so that it is not asked again.
std::string Annotation::answers() const {
  std::string out;
  if (mapping_.unit && mapping_.unit_ground != Ground::label)
    out = "（" + std::string(names_of(Unit{})[static_cast<std::size_t>(*mapping_.unit)].zh) + "）";
  const auto day = of_.import.data_date;
  if (day && day_spoken_of(lines_above(sheet_, mapping_)) != day) out += "截至" + day->text();
  return out;
}

/// They stand in the last line above the table, else in front of the sheet's name.
void Annotation::add_notes(documents::SheetPlan& plan) const {
  plan.notes = head_lines(sheet_, mapping_.header_row);
  const std::string said = answers();
  if (said.empty()) return;
  if (plan.notes.empty())
    plan.name = said + " " + plan.name;
  else
    plan.notes.back() += (plan.notes.back().empty() ? "" : "　") + said;
}

documents::SheetPlan Annotation::plan() {
  documents::SheetPlan plan{
      .name = sheet_.name().empty() ? std::string(of_.kind.zh) : sheet_.name(),
      .title = {},
      .notes = {},
      .columns = {}};
  add_notes(plan);
  for (const MappedColumn& column : mapping_.columns) {
    const auto at = static_cast<std::size_t>(column.column);
    if (plan.columns.size() < at) plan.columns.resize(at);
    if (fields_.size() < at) fields_.resize(at);
    plan.columns[at - 1].title = column.header;
    const json::Field* field = column.field ? of_.kind.row().find(*column.field) : nullptr;
    if (!field) continue;
    fields_[at - 1] = *column.field;
    if (field->type->kind == json::Kind::date) plan.columns[at - 1].kind = ColumnKind::date;
  }
  plan.columns.push_back({.title = std::string(remarks_header)});
  return plan;
}

std::string Annotation::remarks(int number) const {
  std::string out;
  const auto found = by_row_.find(number);
  if (found == by_row_.end()) return out;
  for (const Finding* finding : found->second) {
    if (!out.empty()) out += "；";
    if (const json::Field* field = of_.kind.row().find(finding->field))
      out += std::string(in(how_.language, field->zh, field->en)) + "：";
    out += in(how_.language, finding->zh, finding->en);
    if (finding->suggestion)
      out += std::string(in(how_.language, "（建议：", " (suggested: ")) + *finding->suggestion +
             std::string(in(how_.language, "）", ")"));
  }
  return out;
}

Mark Annotation::mark(int number, std::string_view field) const {
  Mark worst = Mark::none;
  const auto found = by_row_.find(number);
  if (found == by_row_.end() || field.empty()) return worst;
  for (const Finding* finding : found->second) {
    if (finding->field != field) continue;
    if (finding->gravity == Gravity::error) return Mark::wrong;
    worst = Mark::doubtful;
  }
  return worst;
}

documents::Value Annotation::cell(std::size_t place, std::size_t column,
                                  std::string_view field) const {
  const auto corrected = field.empty()
                             ? corrections_.end()
                             : corrections_.find({sheet_.number(place), std::string(field)});
  if (corrected == corrections_.end()) return value_of(sheet_.at(place, column));
  if (!corrected->second) return std::monostate{};
  return *corrected->second;
}

std::vector<OutCell> Annotation::row(std::size_t place) const {
  std::vector<OutCell> cells;
  const int number = sheet_.number(place);
  for (std::size_t column = 0; column < fields_.size(); ++column)
    cells.push_back(
        {.value = cell(place, column, fields_[column]), .mark = mark(number, fields_[column])});
  const std::string said = remarks(number);
  if (said.empty()) {
    cells.emplace_back();
    return cells;
  }
  const auto found = by_row_.find(number);
  const bool wrong = std::ranges::any_of(
      found->second, [](const Finding* each) { return each->gravity == Gravity::error; });
  cells.push_back({.value = said, .mark = wrong ? Mark::wrong : Mark::doubtful});
  return cells;
}

std::string form_told(const json::Field& field, Language language) {
  switch (field.type->kind) {
    case json::Kind::money:
      return std::string(
          in(language, "数字，单位元，最多两位小数", "number in yuan, two decimals"));
    case json::Kind::date:
      return std::string(in(language, "日期，如 2026-01-05", "date such as 2026-01-05"));
    case json::Kind::integer:
      return std::string(in(language, "整数", "whole number"));
    case json::Kind::boolean:
      return std::string(in(language, "是 或 否", "yes or no"));
    case json::Kind::ppm:
    case json::Kind::share:
      return std::string(in(language, "百分数，如 3.65%", "percentage such as 3.65%"));
    case json::Kind::quarter:
      return std::string(in(language, "季度，如 2026Q3", "quarter such as 2026Q3"));
    case json::Kind::enumeration:
    case json::Kind::text:
    case json::Kind::instant:
    case json::Kind::object:
    case json::Kind::list:
    case json::Kind::any:
      break;
  }
  std::string choices;
  for (const Name& name : field.type->names) {
    if (!choices.empty()) choices += in(language, "、", ", ");
    choices += in(language, name.zh, name.en);
  }
  return choices.empty() ? std::string(in(language, "文字", "text")) : choices;
}

ColumnKind column_kind(const json::Field& field) {
  switch (field.type->kind) {
    case json::Kind::money:
      return ColumnKind::yuan;
    case json::Kind::date:
      return ColumnKind::date;
    case json::Kind::integer:
      return ColumnKind::integer;
    default:
      return ColumnKind::text;
  }
}

}  // namespace

Result<std::string> template_of(const Kind& kind, const WorkbookOf& how) {
  documents::XlsxWriter book(how.created);
  documents::SheetPlan plan{.name = std::string(in(how.language, kind.zh, kind.en)),
                            .title = std::string(in(how.language, kind.zh, kind.en)),
                            .notes = {},
                            .columns = {}};
  plan.notes.emplace_back(in(how.language, "金额单位：元。带 * 的列必须填写，填写说明见第二张表。",
                             "单位：元 (amounts in yuan). Columns marked * are required; the "
                             "second sheet explains them."));
  for (const json::Field& field : kind.row().fields())
    plan.columns.push_back({.title = (field.type->nullable ? "" : "*") +
                                     std::string(in(how.language, field.zh, field.en)),
                            .kind = column_kind(field)});
  book.sheet(std::move(plan));
  book.sheet({.name = std::string(in(how.language, "填写说明", "How to fill in")),
              .title = {},
              .notes = {},
              .columns = {{.title = std::string(in(how.language, "列", "Column"))},
                          {.title = std::string(in(how.language, "是否必填", "Required"))},
                          {.title = std::string(in(how.language, "怎样填写", "How"))}}});
  for (const json::Field& field : kind.row().fields()) {
    const std::vector<OutCell> cells{
        {.value = std::string(in(how.language, field.zh, field.en))},
        {.value = std::string(field.type->nullable ? in(how.language, "否", "no")
                                                   : in(how.language, "是", "yes"))},
        {.value = form_told(field, how.language)}};
    book.row(cells);
  }
  return book.finish();
}

Result<std::string> annotated(const Staging& staging, const StagingOf& of,
                              const Corrections& corrections, const WorkbookOf& how) {
  const Mapping& mapping = staging.reading->mapping;
  if (mapping.header_row == 0) return no_header;
  Annotation annotation(staging, of, corrections, how);
  documents::XlsxWriter book(how.created);
  book.sheet(annotation.plan());
  const Sheet& sheet = *staging.reading->sheet;
  std::int64_t last = mapping.header_row;
  for (std::size_t place = 0; place < sheet.size(); ++place) {
    if (sheet.number(place) <= mapping.header_row) continue;
    while (++last < sheet.number(place)) book.row({});  // a blank row keeps its place
    book.row(annotation.row(place));
  }
  return book.finish();
}

}  // namespace zr::imports

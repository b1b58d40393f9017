#include "imports/views.h"

namespace zr::imports {

std::string letter_of(std::int64_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

const json::Struct& describe(const ImportQuery*) {
  static const json::Struct table(
      "ImportQuery", {json::embed(&ImportQuery::listing),
                      {"kind", &ImportQuery::kind, "种类", "Kind"},
                      {"state", &ImportQuery::state, "状态", "State"},
                      {"organisation", &ImportQuery::organisation, "机构", "Organisation"}});
  return table;
}

const json::Struct& describe(const ImportFacts*) {
  static const json::Struct table(
      "ImportFacts",
      {{"id", &ImportFacts::id, "编号", "Id"},
       {"kind", &ImportFacts::kind, "种类", "Kind"},
       {"organisation", &ImportFacts::organisation, "机构编号", "Organisation id"},
       {"organisation_name", &ImportFacts::organisation_name, "机构", "Organisation"},
       {"on_behalf", &ImportFacts::on_behalf, "代录", "On behalf"},
       {"entered_by_name", &ImportFacts::entered_by_name, "录入机构", "Entered by"},
       {"file_name", &ImportFacts::file_name, "文件名", "File name"},
       {"file", &ImportFacts::file, "文件", "File"},
       {"data_date", &ImportFacts::data_date, "数据日期", "Data date"},
       {"basis", &ImportFacts::basis, "报送依据", "Legal basis"},
       {"arrived_on", &ImportFacts::arrived_on, "收到日期", "Arrived"},
       {"entered_on", &ImportFacts::entered_on, "录入日期", "Entered"},
       {"scan", &ImportFacts::scan, "盖章扫描件", "Stamped scan"},
       {"state", &ImportFacts::state, "状态", "State"},
       {"confirmed", &ImportFacts::confirmed, "确认记录", "Confirmed by record"},
       {"accepted", &ImportFacts::accepted, "导入行数", "Rows imported"},
       {"created", &ImportFacts::created, "新增", "New"},
       {"changed", &ImportFacts::changed, "变更", "Changed"}});
  return table;
}

const json::Struct& describe(const ImportRow*) {
  static const json::Struct table(
      "ImportRow",
      {json::embed(&ImportRow::facts), {"version", &ImportRow::version, "版本", "Version"}});
  return table;
}

const json::Struct& describe(const Counts*) {
  static const json::Struct table("ImportCounts",
                                  {{"rows", &Counts::rows, "数据行", "Rows"},
                                   {"good", &Counts::good, "可导入", "Good"},
                                   {"waiting", &Counts::waiting, "待答复", "Waiting"},
                                   {"wrong", &Counts::wrong, "有误", "Wrong"},
                                   {"errors", &Counts::errors, "错误", "Errors"},
                                   {"warnings", &Counts::warnings, "提醒", "Warnings"},
                                   {"questions", &Counts::questions, "问题", "Questions"},
                                   {"created", &Counts::created, "新增", "New"},
                                   {"changed", &Counts::changed, "变更", "Changed"},
                                   {"same", &Counts::same, "无变化", "Unchanged"}});
  return table;
}

const json::Struct& describe(const ColumnView*) {
  static const json::Struct table(
      "ImportColumn", {{"column", &ColumnView::column, "列号", "Number"},
                       {"letter", &ColumnView::letter, "列", "Column"},
                       {"header", &ColumnView::header, "列名", "Header"},
                       {"field", &ColumnView::field, "字段", "Field"},
                       {"field_zh", &ColumnView::field_zh, "字段名称", "Field in Chinese"},
                       {"field_en", &ColumnView::field_en, "字段英文名", "Field in English"},
                       {"ground", &ColumnView::ground, "识别依据", "Ground"},
                       {"unit", &ColumnView::unit, "金额单位", "Unit of amounts"},
                       {"personal", &ColumnView::personal, "个人信息", "Personal"},
                       {"sample", &ColumnView::sample, "示例值", "Sample"}});
  return table;
}

const json::Struct& describe(const ImportView*) {
  static const json::Struct table(
      "Import", {json::embed(&ImportView::facts),
                 {"version", &ImportView::version, "版本", "Version"},
                 {"sheets", &ImportView::sheets, "工作表", "Sheets", {.min_length = 0}},
                 {"sheet", &ImportView::sheet, "所用工作表", "Sheet read"},
                 {"header_row", &ImportView::header_row, "表头所在行", "Header row"},
                 {"unit", &ImportView::unit, "金额单位", "Unit of amounts"},
                 {"columns", &ImportView::columns, "列", "Columns"},
                 {"counts", &ImportView::counts, "统计", "Counts"},
                 {"tidied", &ImportView::tidied, "已规范的单元格", "Cells normalised"},
                 {"corrected", &ImportView::corrected, "已更正的单元格", "Cells corrected"},
                 {"total_rows", &ImportView::total_rows, "合计行", "Totals rows"},
                 {"may_apply", &ImportView::may_apply, "可选导入范围", "What may be imported"}});
  return table;
}

const json::Struct& describe(const FindingQuery*) {
  static const json::Struct table("FindingQuery",
                                  {{"id", &FindingQuery::id, "导入", "Import"},
                                   json::embed(&FindingQuery::listing),
                                   {"gravity", &FindingQuery::gravity, "程度", "Gravity"},
                                   {"row", &FindingQuery::row, "行", "Row"}});
  return table;
}

const json::Struct& describe(const FindingRow*) {
  static const json::Struct table(
      "Finding", {{"row", &FindingRow::row, "行", "Row"},
                  {"column", &FindingRow::column, "列", "Column"},
                  {"field", &FindingRow::field, "字段", "Field"},
                  {"field_zh", &FindingRow::field_zh, "字段名称", "Field in Chinese"},
                  {"field_en", &FindingRow::field_en, "字段英文名", "Field in English"},
                  {"value", &FindingRow::value, "值", "Value"},
                  {"code", &FindingRow::code, "代码", "Code"},
                  {"zh", &FindingRow::zh, "说明", "In Chinese"},
                  {"en", &FindingRow::en, "英文说明", "In English"},
                  {"suggestion", &FindingRow::suggestion, "建议值", "Suggestion"},
                  {"gravity", &FindingRow::gravity, "程度", "Gravity"},
                  {"key", &FindingRow::key, "问题", "Question"},
                  {"choices", &FindingRow::choices, "可选答复", "Choices"},
                  {"other", &FindingRow::other, "可另作说明", "Another text may answer"},
                  {"answer", &FindingRow::answer, "答复", "Answer"}});
  return table;
}

const json::Struct& describe(const StagedQuery*) {
  static const json::Struct table("StagedQuery", {{"id", &StagedQuery::id, "导入", "Import"},
                                                  json::embed(&StagedQuery::listing),
                                                  {"state", &StagedQuery::state, "状态", "State"}});
  return table;
}

const json::Struct& describe(const StagedCell*) {
  static const json::Struct table("StagedCell",
                                  {{"field", &StagedCell::field, "字段", "Field"},
                                   {"text", &StagedCell::text, "文件原文", "As in the file"},
                                   {"value", &StagedCell::value, "读取为", "As read"},
                                   {"tidied", &StagedCell::tidied, "已规范", "Normalised"},
                                   {"corrected", &StagedCell::corrected, "已更正", "Corrected"}});
  return table;
}

const json::Struct& describe(const StagedRow*) {
  static const json::Struct table("StagedRow",
                                  {{"row", &StagedRow::row, "行", "Row"},
                                   {"state", &StagedRow::state, "状态", "State"},
                                   {"effect", &StagedRow::effect, "影响", "Effect"},
                                   {"cells", &StagedRow::cells, "单元格", "Cells"},
                                   {"reported", &StagedRow::reported, "其他列", "Other columns"}});
  return table;
}

const json::Struct& describe(const CorrectionQuery*) {
  static const json::Struct table(
      "CorrectionQuery",
      {{"id", &CorrectionQuery::id, "导入", "Import"}, json::embed(&CorrectionQuery::listing)});
  return table;
}

const json::Struct& describe(const CorrectionRow*) {
  static const json::Struct table("Correction",
                                  {{"row", &CorrectionRow::row, "行", "Row"},
                                   {"field", &CorrectionRow::field, "字段", "Field"},
                                   {"old_text", &CorrectionRow::old_text, "原值", "Old value"},
                                   {"new_text", &CorrectionRow::new_text, "新值", "New value"},
                                   {"person_name",
                                    &CorrectionRow::person_name,
                                    "更正人",
                                    "Corrected by",
                                    {.privacy = json::Privacy::personal}},
                                   {"at", &CorrectionRow::at, "时间", "At"},
                                   {"record", &CorrectionRow::record, "记录号", "Record"}});
  return table;
}

const json::Struct& describe(const KindField*) {
  static const json::Struct table("KindField",
                                  {{"field", &KindField::field, "字段", "Field"},
                                   {"zh", &KindField::zh, "名称", "Chinese name"},
                                   {"en", &KindField::en, "英文名", "English name"},
                                   {"required", &KindField::required, "必填", "Required"},
                                   {"form", &KindField::form, "形式", "Form"},
                                   {"choices", &KindField::choices, "可选值", "Choices"}});
  return table;
}

const json::Struct& describe(const KindRow*) {
  static const json::Struct table(
      "ImportKind",
      {{"code", &KindRow::code, "代码", "Code"},
       {"zh", &KindRow::zh, "名称", "Chinese name"},
       {"en", &KindRow::en, "英文名", "English name"},
       {"data_date", &KindRow::data_date, "须说明数据日期", "Data date is asked"},
       {"reported_kept", &KindRow::reported_kept, "保留其他列", "Other columns are kept"},
       {"own", &KindRow::own, "可为本机构导入", "For one's own organisation"},
       {"on_behalf", &KindRow::on_behalf, "可代录", "On behalf"},
       {"bases", &KindRow::bases, "报送依据", "Legal bases"},
       {"fields", &KindRow::fields, "字段", "Fields"}});
  return table;
}

const json::Struct& describe(const TemplateQuery*) {
  static const json::Struct table(
      "TemplateQuery", {{"kind", &TemplateQuery::kind, "种类", "Kind", {.max_length = 40}}});
  return table;
}

}  // namespace zr::imports

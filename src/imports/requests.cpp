#include "imports/requests.h"

namespace zr::imports {

namespace {

constexpr json::Limits digest_limits{.min_length = 64, .max_length = 64};
/// As long as a cell may be.
constexpr std::size_t cell_characters = 2'000;

}  // namespace

Choices choices_of(const Terms& terms) {
  Choices choices{.header_row = terms.header_row, .unit = terms.unit};
  for (const ColumnChoice& each : terms.columns)
    choices.columns.push_back(
        {.column = each.column, .header = {}, .field = each.field, .unit = each.unit});
  return choices;
}

std::span<const Name> names_of(Accept) {
  static constexpr Name names[] = {
      named(Accept::all, "all", "全部导入", "All rows"),
      named(Accept::good_rows, "good_rows", "只导入无误的行", "Good rows only")};
  return names;
}

const json::Struct& describe(const ColumnChoice*) {
  static const json::Struct table(
      "ColumnChoice", {{"column", &ColumnChoice::column, "列", "Column", {.min = 1}},
                       {"field", &ColumnChoice::field, "对应字段", "Field", {.max_length = 60}},
                       {"unit", &ColumnChoice::unit, "金额单位", "Unit of amounts"}});
  return table;
}

const json::Struct& describe(const Terms*) {
  static const json::Struct table(
      "ImportTerms", {{"sheet", &Terms::sheet, "工作表", "Sheet", {.min = 1, .max = 255}},
                      {"header_row", &Terms::header_row, "表头所在行", "Header row", {.min = 1}},
                      {"columns", &Terms::columns, "列对应", "Columns", {.max_items = 200}},
                      {"unit", &Terms::unit, "金额单位", "Unit of amounts"},
                      {"data_date", &Terms::data_date, "数据日期", "Data date"},
                      {"basis", &Terms::basis, "报送依据", "Legal basis", {.max_length = 40}}});
  return table;
}

const json::Struct& describe(const CreateImport*) {
  static const json::Struct table(
      "CreateImport",
      {{"kind", &CreateImport::kind, "种类", "Kind", {.max_length = 40}},
       {"digest", &CreateImport::digest, "文件摘要", "Digest of the file", digest_limits},
       {"organisation", &CreateImport::organisation, "数据所属机构", "Organisation"},
       json::embed(&CreateImport::terms),
       {"arrived_on", &CreateImport::arrived_on, "收到日期", "Arrived"},
       {"scan", &CreateImport::scan, "盖章扫描件摘要", "Digest of the stamped scan", digest_limits},
       {"replaces", &CreateImport::replaces, "替换的导入", "Import it replaces"}});
  return table;
}

const json::Struct& describe(const CreatedImport*) {
  static const json::Struct table(
      "CreatedImport",
      {{"id", &CreatedImport::id, "编号", "Id"},
       {"version", &CreatedImport::version, "版本", "Version"},
       {"earlier", &CreatedImport::earlier, "同一文件此前的导入", "Earlier import of this file"}});
  return table;
}

const json::Struct& describe(const MapImport*) {
  static const json::Struct table(
      "MapImport", {{"id", &MapImport::id, "导入", "Import"}, json::embed(&MapImport::terms)});
  return table;
}

const json::Struct& describe(const CellCorrection*) {
  static const json::Struct table(
      "CellCorrection",
      {{"row", &CellCorrection::row, "行", "Row", {.min = 1}},
       {"field", &CellCorrection::field, "字段", "Field", {.max_length = 60}},
       {"value", &CellCorrection::value, "更正为", "New value", {.max_length = cell_characters}}});
  return table;
}

const json::Struct& describe(const MendImport*) {
  static const json::Struct table(
      "MendImport",
      {{"id", &MendImport::id, "导入", "Import"},
       {"corrections", &MendImport::corrections, "更正", "Corrections", {.max_items = 300}}});
  return table;
}

const json::Struct& describe(const GivenAnswer*) {
  static const json::Struct table(
      "GivenAnswer", {{"key", &GivenAnswer::key, "问题", "Question"},
                      {"answer", &GivenAnswer::answer, "答复", "Answer", {.max_length = 500}}});
  return table;
}

const json::Struct& describe(const AnswerImport*) {
  static const json::Struct table(
      "AnswerImport", {{"id", &AnswerImport::id, "导入", "Import"},
                       {"answers", &AnswerImport::answers, "答复", "Answers", {.max_items = 300}}});
  return table;
}

const json::Struct& describe(const ApplyImport*) {
  static const json::Struct table("ApplyImport",
                                  {{"id", &ApplyImport::id, "导入", "Import"},
                                   {"accept", &ApplyImport::accept, "导入范围", "What to import"}});
  return table;
}

const json::Struct& describe(const AppliedImport*) {
  static const json::Struct table(
      "AppliedImport", {{"id", &AppliedImport::id, "编号", "Id"},
                        {"version", &AppliedImport::version, "版本", "Version"},
                        {"accepted", &AppliedImport::accepted, "导入行数", "Rows imported"},
                        {"created", &AppliedImport::created, "新增", "New"},
                        {"changed", &AppliedImport::changed, "变更", "Changed"},
                        {"same", &AppliedImport::same, "无变化", "Unchanged"},
                        {"left_out", &AppliedImport::left_out, "未导入行数", "Rows left out"}});
  return table;
}

const json::Struct& describe(const OneImport*) {
  static const json::Struct table("OneImport", {{"id", &OneImport::id, "导入", "Import"}});
  return table;
}

const json::Struct& describe(const AttachScan*) {
  static const json::Struct table("AttachScan", {{"id", &AttachScan::id, "导入", "Import"},
                                                 {"digest", &AttachScan::digest, "扫描件摘要",
                                                  "Digest of the scan", digest_limits}});
  return table;
}

}  // namespace zr::imports

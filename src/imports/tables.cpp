#include "imports/tables.h"

#include "imports/store.h"

namespace zr::imports {

namespace store {

const db::Table import_table{"imports_import", &json::struct_of<StoredImport>, {"id"}};
const db::Table correction_table{
    "imports_correction", &json::struct_of<Correction>, {"import", "line", "field", "sequence"}};
const db::Table answer_table{
    "imports_answer", &json::struct_of<Answer>, {"import", "question", "sequence"}};
const db::Table mapping_table{
    "imports_mapping", &json::struct_of<RememberedMapping>, {"organisation", "kind", "signature"}};
const db::Table application_table{
    "imports_application", &json::struct_of<Application>, {"import", "sequence"}};

}  // namespace store

std::vector<const db::Table*> tables() {
  return {&store::import_table, &store::correction_table, &store::answer_table,
          &store::mapping_table, &store::application_table};
}

std::span<const Name> names_of(State) {
  static constexpr Name names[] = {named(State::staged, "staged", "待导入", "Staged"),
                                   named(State::partly, "partly", "部分导入", "Partly imported"),
                                   named(State::applied, "applied", "已导入", "Imported"),
                                   named(State::discarded, "discarded", "已放弃", "Discarded"),
                                   named(State::undone, "undone", "已撤销", "Undone")};
  return names;
}

const json::Struct& describe(const StoredImport*) {
  static const json::Struct table(
      "StoredImport", {{"id", &StoredImport::id, "编号", "Id"},
                       {"kind", &StoredImport::kind, "种类", "Kind"},
                       {"organisation", &StoredImport::organisation, "机构", "Organisation"},
                       {"entered_by", &StoredImport::entered_by, "录入机构", "Entered by"},
                       {"digest", &StoredImport::digest, "文件摘要", "Digest"},
                       {"file", &StoredImport::file, "文件", "File"},
                       {"file_name", &StoredImport::file_name, "文件名", "File name"},
                       {"mapping", &StoredImport::mapping, "列对应", "Mapping"},
                       {"data_date", &StoredImport::data_date, "数据日期", "Data date"},
                       {"basis", &StoredImport::basis, "报送依据", "Legal basis"},
                       {"arrived_on", &StoredImport::arrived_on, "收到日期", "Arrived"},
                       {"entered_on", &StoredImport::entered_on, "录入日期", "Entered"},
                       {"scan", &StoredImport::scan, "盖章扫描件", "Stamped scan"},
                       {"replaces", &StoredImport::replaces, "替换", "Replaces"},
                       {"state", &StoredImport::state, "状态", "State"},
                       {"confirmed", &StoredImport::confirmed, "确认记录", "Confirmed by record"},
                       {"version", &StoredImport::version, "版本", "Version"}});
  return table;
}

const json::Struct& describe(const Correction*) {
  static const json::Struct table("StoredCorrection",
                                  {{"import", &Correction::import, "导入", "Import"},
                                   {"line", &Correction::line, "行", "Row"},
                                   {"field", &Correction::field, "字段", "Field"},
                                   {"sequence", &Correction::sequence, "记录号", "Record"},
                                   {"old_text", &Correction::old_text, "原值", "Old value"},
                                   {"new_text", &Correction::new_text, "新值", "New value"}});
  return table;
}

const json::Struct& describe(const Answer*) {
  static const json::Struct table("StoredAnswer",
                                  {{"import", &Answer::import, "导入", "Import"},
                                   {"question", &Answer::question, "问题", "Question"},
                                   {"sequence", &Answer::sequence, "记录号", "Record"},
                                   {"answer", &Answer::answer, "答复", "Answer"}});
  return table;
}

const json::Struct& describe(const RememberedMapping*) {
  static const json::Struct table(
      "RememberedMapping",
      {{"organisation", &RememberedMapping::organisation, "机构", "Organisation"},
       {"kind", &RememberedMapping::kind, "种类", "Kind"},
       {"signature", &RememberedMapping::signature, "表头特征", "Signature"},
       {"mapping", &RememberedMapping::mapping, "列对应", "Mapping"},
       {"sequence", &RememberedMapping::sequence, "记录号", "Record"}});
  return table;
}

const json::Struct& describe(const Application*) {
  static const json::Struct table(
      "Application", {{"import", &Application::import, "导入", "Import"},
                      {"sequence", &Application::sequence, "记录号", "Record"},
                      {"fingerprint", &Application::fingerprint, "内容特征", "Fingerprint"},
                      {"accepted", &Application::accepted, "导入行数", "Rows imported"},
                      {"created", &Application::created, "新增", "New"},
                      {"changed", &Application::changed, "变更", "Changed"},
                      {"same", &Application::same, "无变化", "Unchanged"},
                      {"left_out", &Application::left_out, "未导入行数", "Rows left out"}});
  return table;
}

}  // namespace zr::imports

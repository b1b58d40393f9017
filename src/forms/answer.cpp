#include "forms/answer.h"

namespace zr::forms {

std::span<const Name> names_of(Source) {
  static constexpr Name names[] = {named(Source::ledger, "ledger", "台账", "Ledger"),
                                   named(Source::form, "form", "填报", "Own table"),
                                   named(Source::nil, "nil", "零报告", "Nil return")};
  return names;
}

std::span<const Name> names_of(Edition) {
  static constexpr Name names[] = {
      named(Edition::preliminary, "preliminary", "初报", "Preliminary"),
      named(Edition::final, "final", "终报", "Final")};
  return names;
}

std::span<const Name> names_of(Stage) {
  static constexpr Name names[] = {named(Stage::prepared, "prepared", "已冻结", "Prepared"),
                                   named(Stage::submitted, "submitted", "已报送", "Submitted"),
                                   named(Stage::returned, "returned", "已退回", "Returned"),
                                   named(Stage::accepted, "accepted", "已接受", "Accepted")};
  return names;
}

std::span<const Name> names_of(Channel) {
  static constexpr Name names[] = {
      named(Channel::here, "here", "本系统", "Here"), named(Channel::mail, "mail", "邮件", "Mail"),
      named(Channel::paper, "paper", "纸质", "Paper"),
      named(Channel::regulator_system, "regulator_system", "监管系统", "Regulator's system")};
  return names;
}

const json::Struct& describe(const Round*) {
  static const json::Struct table(
      "FormRound", {{"id", &Round::id, "编号", "Id"},
                    {"form", &Round::form, "表", "Form", {.max_length = 40}},
                    {"form_version", &Round::form_version, "表的版本", "Version of the form"},
                    {"period", &Round::period, "报告期", "Period", {.max_length = 10}},
                    {"period_end", &Round::period_end, "期末日", "Last day of the period"},
                    {"duty", &Round::duty, "待办类型", "Kind of duty", {.max_length = 40}},
                    {"due", &Round::due, "报送期限", "Due"},
                    {"opened", &Round::opened, "下发时间", "Sent out"},
                    {"version", &Round::version, "版本", "Version"}});
  return table;
}

const json::Struct& describe(const Answer*) {
  static const json::Struct table(
      "FormAnswer", {{"id", &Answer::id, "编号", "Id"},
                     {"sequence", &Answer::sequence, "记录号", "Record"},
                     {"round", &Answer::round, "下发批次", "Round"},
                     {"organisation", &Answer::organisation, "机构", "Organisation"}});
  return table;
}

const json::Struct& describe(const Cover*) {
  static const json::Struct table(
      "Cover", {{"source", &Cover::source, "数据来源", "Source"},
                {"edition", &Cover::edition, "报送性质", "Edition"},
                {"responsible",
                 &Cover::responsible,
                 "负责人",
                 "Responsible person",
                 {.max_length = 40, .privacy = json::Privacy::personal}},
                {"phone",
                 &Cover::phone,
                 "联系电话",
                 "Telephone",
                 {.max_length = 30, .privacy = json::Privacy::personal}},
                {"paper_date", &Cover::paper_date, "纸质报表日期", "Date on the paper"}});
  return table;
}

const json::Struct& describe(const Draft*) {
  static const json::Struct table("FormDraft",
                                  {{"answer", &Draft::answer, "报表", "Answer"},
                                   json::embed(&Draft::cover),
                                   {"cells", &Draft::cells, "填报内容", "Cells"},
                                   {"reasons", &Draft::reasons, "校验说明", "Reasons"},
                                   {"entered_by", &Draft::entered_by, "代录机构", "Entered by"},
                                   {"scan", &Draft::scan, "盖章扫描件", "Stamped scan"},
                                   {"person", &Draft::person, "填写人", "Person"},
                                   {"saved", &Draft::saved, "保存时间", "Saved"},
                                   {"version", &Draft::version, "版本", "Version"}});
  return table;
}

const json::Struct& describe(const Version*) {
  static const json::Struct table(
      "FormVersion", {{"id", &Version::id, "编号", "Id"},
                      {"sequence", &Version::sequence, "记录号", "Record"},
                      {"answer", &Version::answer, "报表", "Answer"},
                      {"number", &Version::number, "版次", "Number"},
                      {"form_version", &Version::form_version, "表的版本", "Version of the form"},
                      json::embed(&Version::cover),
                      {"known_at", &Version::known_at, "数据截至记录", "Known at record"},
                      {"cells", &Version::cells, "指标", "Cells"},
                      {"ledger", &Version::ledger, "台账数", "By the ledger"},
                      {"previous", &Version::previous, "上期版本", "Version of the period before"},
                      {"reasons", &Version::reasons, "校验说明", "Reasons"},
                      {"entered_by", &Version::entered_by, "代录机构", "Entered by"},
                      {"scan", &Version::scan, "盖章扫描件", "Stamped scan"},
                      {"person", &Version::person, "填表人", "Prepared by"},
                      {"digest", &Version::digest, "摘要", "Digest", {.max_length = 64}}});
  return table;
}

const json::Struct& describe(const VersionState*) {
  static const json::Struct table(
      "FormVersionState",
      {{"subject", &VersionState::subject, "版次", "Version"},
       {"effective", &VersionState::effective, "日期", "Day"},
       {"sequence", &VersionState::sequence, "记录号", "Record"},
       {"stage", &VersionState::stage, "状态", "Stage"},
       {"channel", &VersionState::channel, "报送渠道", "Channel"},
       {"received", &VersionState::received, "收到时间", "Received"},
       {"due", &VersionState::due, "报送期限", "Due"},
       {"receipt", &VersionState::receipt, "外部回执", "Outside receipt", {.max_length = 100}},
       {"scan", &VersionState::scan, "附件", "Scan"},
       {"maker", &VersionState::maker, "经办人", "Maker"},
       {"checker", &VersionState::checker, "复核人", "Checker"},
       {"remark", &VersionState::remark, "说明", "Remark", {.max_length = 500}},
       {"remarks", &VersionState::remarks, "逐项意见", "Remarks"},
       {"withdrawn", &VersionState::withdrawn, "已撤回", "Withdrawn"}});
  return table;
}

}  // namespace zr::forms

/// Descriptions of the stored and listed rows.
#include "rulebook/store.h"

namespace zr::rulebook {

const json::Struct& describe(const PublishedSet*) {
  static const json::Struct table(
      "PublishedSet", {{"id", &PublishedSet::id, "编号", "Id"},
                       {"sequence", &PublishedSet::sequence, "记录号", "Record"},
                       {"code", &PublishedSet::code, "代码", "Code", {.max_length = 40}},
                       {"zh", &PublishedSet::zh, "名称", "Name in Chinese", {.max_length = 60}},
                       {"en", &PublishedSet::en, "英文名", "Name in English", {.max_length = 80}}});
  return table;
}

const json::Struct& describe(const SetFacts*) {
  static const json::Struct table(
      "SetFacts", {{"clause", &SetFacts::clause, "依据条款", "Clause", {.max_length = 300}},
                   {"source", &SetFacts::source, "来源", "Source", {.max_length = 300}},
                   {"confidence", &SetFacts::confidence, "可信程度", "Confidence"},
                   {"content", &SetFacts::content, "内容", "Content"}});
  return table;
}

const json::Struct& describe(const SetVersion*) {
  static const json::Struct table("SetVersion",
                                  {{"subject", &SetVersion::subject, "规则表", "Set"},
                                   {"effective", &SetVersion::effective, "生效日期", "Effective"},
                                   {"sequence", &SetVersion::sequence, "记录号", "Record"},
                                   json::embed(&SetVersion::facts),
                                   {"withdrawn", &SetVersion::withdrawn, "已撤回", "Withdrawn"}});
  return table;
}

const json::Struct& describe(const SetAt*) {
  static const json::Struct table("RuleSet",
                                  {{"id", &SetAt::id, "编号", "Id"},
                                   {"code", &SetAt::code, "代码", "Code"},
                                   {"zh", &SetAt::zh, "名称", "Name in Chinese"},
                                   {"en", &SetAt::en, "英文名", "Name in English"},
                                   {"effective", &SetAt::effective, "生效日期", "Effective"},
                                   json::embed(&SetAt::facts),
                                   {"version", &SetAt::version, "版本", "Version"}});
  return table;
}

const json::Struct& describe(const SetRow*) {
  static const json::Struct table(
      "RuleSetRow",
      {{"id", &SetRow::id, "编号", "Id"},
       {"code", &SetRow::code, "代码", "Code"},
       {"zh", &SetRow::zh, "名称", "Name in Chinese"},
       {"en", &SetRow::en, "英文名", "Name in English"},
       {"effective", &SetRow::effective, "生效日期", "Effective"},
       {"next_effective", &SetRow::next_effective, "下一版本生效日期", "Next version from"},
       {"clause", &SetRow::clause, "依据条款", "Clause"},
       {"source", &SetRow::source, "来源", "Source"},
       {"confidence", &SetRow::confidence, "可信程度", "Confidence"},
       {"version", &SetRow::version, "版本", "Version"}});
  return table;
}

const json::Struct& describe(const SetVersionRow*) {
  static const json::Struct table(
      "RuleSetVersionRow", {{"effective", &SetVersionRow::effective, "生效日期", "Effective"},
                            {"version", &SetVersionRow::version, "版本", "Version"},
                            {"published", &SetVersionRow::published, "发布时间", "Published"},
                            {"clause", &SetVersionRow::clause, "依据条款", "Clause"},
                            {"source", &SetVersionRow::source, "来源", "Source"},
                            {"confidence", &SetVersionRow::confidence, "可信程度", "Confidence"},
                            {"withdrawn", &SetVersionRow::withdrawn, "已撤回", "Withdrawn"}});
  return table;
}

}  // namespace zr::rulebook

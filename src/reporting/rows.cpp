#include "reporting/rows.h"

namespace zr::reporting {

std::span<const Name> names_of(ReturnState) {
  static constexpr Name names[] = {
      named(ReturnState::open, "open", "未填报", "Not begun"),
      named(ReturnState::filling, "filling", "填报中", "Being filled in"),
      named(ReturnState::prepared, "prepared", "已冻结待报送", "Prepared"),
      named(ReturnState::submitted, "submitted", "已报送", "Submitted"),
      named(ReturnState::returned, "returned", "已退回", "Sent back"),
      named(ReturnState::accepted, "accepted", "已接受", "Accepted")};
  return names;
}

const json::Struct& describe(const ReturnsQuery*) {
  static const json::Struct table(
      "ReturnsQuery", {json::embed(&ReturnsQuery::listing),
                       {"period", &ReturnsQuery::period, "报告期", "Period"},
                       {"organisation", &ReturnsQuery::organisation, "机构", "Organisation"}});
  return table;
}

const json::Struct& describe(const BoardQuery*) {
  static const json::Struct table("BoardQuery",
                                  {{"period", &BoardQuery::period, "报告期", "Period"}});
  return table;
}

const json::Struct& describe(const ReturnRow*) {
  static const json::Struct table(
      "ReturnRow",
      {{"id", &ReturnRow::id, "统计表", "Return"},
       {"period", &ReturnRow::period, "报告期", "Period"},
       {"organisation", &ReturnRow::organisation, "机构编号", "Organisation"},
       {"organisation_name", &ReturnRow::organisation_name, "机构", "Organisation name"},
       {"state", &ReturnRow::state, "状态", "State"},
       {"due", &ReturnRow::due, "报送期限", "Due"},
       {"number", &ReturnRow::number, "版本号", "Version"},
       {"source", &ReturnRow::source, "数据来源", "Source"},
       {"edition", &ReturnRow::edition, "报次", "Edition"},
       {"channel", &ReturnRow::channel, "报送渠道", "Channel"},
       {"received", &ReturnRow::received, "收到时间", "Received"},
       {"timeliness", &ReturnRow::timeliness, "是否按期", "Timeliness"},
       {"entered_by_name", &ReturnRow::entered_by_name, "代录机构", "Entered by"},
       {"version", &ReturnRow::version, "记录版本", "Record"}});
  return table;
}

const json::Struct& describe(const ReturnHead*) {
  static const json::Struct table(
      "ReturnHead",
      {{"id", &ReturnHead::id, "统计表", "Return"},
       {"round", &ReturnHead::round, "下发批次", "Round"},
       {"period", &ReturnHead::period, "报告期", "Period"},
       {"organisation", &ReturnHead::organisation, "机构编号", "Organisation"},
       {"organisation_name", &ReturnHead::organisation_name, "机构", "Organisation name"},
       {"due", &ReturnHead::due, "报送期限", "Due"}});
  return table;
}

const json::Struct& describe(const Board*) {
  static const json::Struct table("Board", {{"period", &Board::period, "报告期", "Period"},
                                            {"due", &Board::due, "报送期限", "Due"},
                                            {"asked", &Board::asked, "应报", "Asked"},
                                            {"on_time", &Board::on_time, "按期", "On time"},
                                            {"late", &Board::late, "逾期报送", "Late"},
                                            {"open", &Board::open, "期内未报", "Not yet"},
                                            {"overdue", &Board::overdue, "逾期未报", "Overdue"},
                                            {"by_ledger", &Board::by_ledger, "台账", "By ledger"},
                                            {"by_form", &Board::by_form, "填表", "By form"},
                                            {"nil", &Board::nil, "零报告", "Nil"},
                                            {"rows", &Board::rows, "各机构", "Organisations"}});
  return table;
}

const json::Struct& describe(const VersionRow*) {
  static const json::Struct table(
      "VersionRow", {{"number", &VersionRow::number, "版本号", "Version"},
                     {"digest", &VersionRow::digest, "内容摘要", "Digest"},
                     {"source", &VersionRow::source, "数据来源", "Source"},
                     {"edition", &VersionRow::edition, "报次", "Edition"},
                     {"stage", &VersionRow::stage, "状态", "Stage"},
                     {"known_at", &VersionRow::known_at, "数据截至记录", "As of record"},
                     {"prepared_by", &VersionRow::prepared_by, "填表人", "Prepared by"},
                     {"submitted_by", &VersionRow::submitted_by, "报送人", "Submitted by"},
                     {"checked_by", &VersionRow::checked_by, "复核人", "Checked by"},
                     {"responsible", &VersionRow::responsible, "负责人", "Responsible"},
                     {"phone", &VersionRow::phone, "电话", "Telephone"},
                     {"channel", &VersionRow::channel, "报送渠道", "Channel"},
                     {"received", &VersionRow::received, "收到时间", "Received"},
                     {"due", &VersionRow::due, "报送期限", "Due"},
                     {"timeliness", &VersionRow::timeliness, "是否按期", "Timeliness"},
                     {"receipt", &VersionRow::receipt, "外部回执", "Outside receipt"},
                     {"entered_by_name", &VersionRow::entered_by_name, "代录机构", "Entered by"},
                     {"paper_date", &VersionRow::paper_date, "纸质件日期", "Date on the paper"},
                     {"scan", &VersionRow::scan, "盖章扫描件", "Stamped scan"},
                     {"remark", &VersionRow::remark, "意见", "Remark"},
                     {"remarks", &VersionRow::remarks, "逐项意见", "Remarks by cell"},
                     {"reasons", &VersionRow::reasons, "说明", "Reasons"},
                     {"changes", &VersionRow::changes, "与上一版本的差异", "Changes"}});
  return table;
}

const json::Struct& describe(const PageCell*) {
  static const json::Struct table(
      "PageCell", {{"cell", &PageCell::cell, "指标", "Cell"},
                   {"title_zh", &PageCell::title_zh, "中文名称", "Title in Chinese"},
                   {"title_en", &PageCell::title_en, "英文名称", "Title in English"},
                   {"unit", &PageCell::unit, "单位", "Unit"},
                   {"kind", &PageCell::kind, "类型", "Kind"},
                   {"origin", &PageCell::origin, "取数方式", "Origin"},
                   {"enterable", &PageCell::enterable, "可填写", "Enterable"},
                   {"value", &PageCell::value, "本期", "Value"},
                   {"previous", &PageCell::previous, "上期", "Previous period"},
                   {"ledger", &PageCell::ledger, "台账数", "Ledger"},
                   {"lacking_zh", &PageCell::lacking_zh, "需填写的原因", "Why, in Chinese"},
                   {"lacking_en", &PageCell::lacking_en, "需填写的原因（英文）", "Why, in English"},
                   {"remark", &PageCell::remark, "退回意见", "Remark"},
                   {"meaning", &PageCell::meaning, "口径", "Meaning"}});
  return table;
}

const json::Struct& describe(const PageNote*) {
  static const json::Struct table("PageNote",
                                  {{"note", &PageNote::note, "借据编号", "Note"},
                                   {"note_number", &PageNote::note_number, "借据号", "Note number"},
                                   {"fact_date", &PageNote::fact_date, "数据日期", "Data date"},
                                   {"rise", &PageNote::rise, "余额增加（分）", "Rise in fen"}});
  return table;
}

const json::Struct& describe(const PageQuery*) {
  static const json::Struct table("PageQuery",
                                  {{"id", &PageQuery::id, "统计表", "Return"},
                                   {"number", &PageQuery::number, "版本号", "Version"}});
  return table;
}

const json::Struct& describe(const PageDraft*) {
  static const json::Struct table(
      "PageDraft", {json::embed(&PageDraft::cover),
                    {"reasons", &PageDraft::reasons, "说明", "Reasons"},
                    {"saved_by", &PageDraft::saved_by, "保存人", "Saved by"},
                    {"entered_by_name", &PageDraft::entered_by_name, "代录机构", "Entered by"},
                    {"saved", &PageDraft::saved, "保存时间", "Saved"}});
  return table;
}

const json::Struct& describe(const ReturnPage*) {
  static const json::Struct table(
      "ReturnPage",
      {{"id", &ReturnPage::id, "统计表", "Return"},
       {"organisation", &ReturnPage::organisation, "机构编号", "Organisation"},
       {"organisation_name", &ReturnPage::organisation_name, "机构", "Organisation name"},
       {"period", &ReturnPage::period, "报告期", "Period"},
       {"due", &ReturnPage::due, "报送期限", "Due"},
       {"state", &ReturnPage::state, "状态", "State"},
       {"frozen", &ReturnPage::frozen, "版本", "Frozen version"},
       {"draft", &ReturnPage::draft, "草稿", "Draft"},
       {"cells", &ReturnPage::cells, "指标", "Cells"},
       {"findings", &ReturnPage::findings, "校验结果", "Findings"},
       {"stale", &ReturnPage::stale, "缺季末数据的借据", "Notes without last facts"},
       {"rises", &ReturnPage::rises, "余额增加的借据", "Notes that rose"},
       {"actions", &ReturnPage::actions, "可办理", "Actions"},
       {"version", &ReturnPage::version, "记录版本", "Record"}});
  return table;
}

const json::Struct& describe(const OpenedQuery*) {
  static const json::Struct table("OpenedQuery",
                                  {json::embed(&OpenedQuery::listing),
                                   {"id", &OpenedQuery::id, "统计表", "Return"},
                                   {"cell", &OpenedQuery::cell, "指标", "Cell", {.max_length = 60}},
                                   {"number", &OpenedQuery::number, "版本号", "Version"}});
  return table;
}

const json::Struct& describe(const OpenedRow*) {
  static const json::Struct table(
      "OpenedRow", {{"note", &OpenedRow::note, "借据编号", "Note"},
                    {"note_number", &OpenedRow::note_number, "借据号", "Note number"},
                    {"enterprise", &OpenedRow::enterprise, "企业编号", "Enterprise"},
                    {"enterprise_name", &OpenedRow::enterprise_name, "借款企业", "Borrower"},
                    {"kind", &OpenedRow::kind, "类别", "Kind"},
                    {"day", &OpenedRow::day, "日期", "Day"},
                    {"amount", &OpenedRow::amount, "数额", "Amount"}});
  return table;
}

}  // namespace zr::reporting

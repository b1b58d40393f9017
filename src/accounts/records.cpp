#include "accounts/records.h"

#include "accounts/store.h"

namespace zr::accounts {

namespace {

Result<api::Page<RecordRow>> list_records(api::ReadContext& in, const RecordQuery& query) {
  return api::page_of(store::records(in, query), query.listing,
                      [](const RecordRow& row) { return std::to_string(row.sequence); });
}

Result<RecordView> one_record(api::ReadContext& in, const api::OneQuery& query) {
  auto found = store::record(in, query.id);
  if (!found) return not_found;
  return std::move(*found);
}

}  // namespace

std::span<const Name> names_of(RecordOutcome) {
  static constexpr Name names[] = {named(RecordOutcome::done, "done", "已办理", "Done"),
                                   named(RecordOutcome::awaiting, "awaiting", "待复核", "Awaiting"),
                                   named(RecordOutcome::refused, "refused", "未通过", "Refused")};
  return names;
}

const json::Struct& describe(const RecordQuery*) {
  static const json::Struct table(
      "RecordQuery", {json::embed(&RecordQuery::listing),
                      {"action", &RecordQuery::action, "操作", "Action", {.max_length = 100}},
                      {"outcome", &RecordQuery::outcome, "结果", "Outcome"},
                      {"from", &RecordQuery::from, "自", "From"},
                      {"to", &RecordQuery::to, "至", "To"},
                      {"person", &RecordQuery::person, "人员编号", "Person id"},
                      {"organisation", &RecordQuery::organisation, "机构编号", "Organisation id"},
                      {"subject", &RecordQuery::subject, "对象编号", "Object id"}});
  return table;
}

const json::Struct& describe(const RecordRow*) {
  static const json::Struct table(
      "Record", {{"sequence", &RecordRow::sequence, "记录号", "Record"},
                 {"received", &RecordRow::received, "接收时间", "Received"},
                 {"business_date", &RecordRow::business_date, "业务日期", "Business date"},
                 {"action", &RecordRow::action, "操作", "Action"},
                 {"organisation_name", &RecordRow::organisation_name, "机构", "Organisation"},
                 {"person_name",
                  &RecordRow::person_name,
                  "经办人",
                  "Maker",
                  {.privacy = json::Privacy::personal}},
                 {"checker_name",
                  &RecordRow::checker_name,
                  "复核人",
                  "Checker",
                  {.privacy = json::Privacy::personal}},
                 {"outcome", &RecordRow::outcome, "结果", "Outcome"},
                 {"hash", &RecordRow::hash, "哈希值", "Hash"}});
  return table;
}

const json::Struct& describe(const RecordView*) {
  static const json::Struct table(
      "RecordView", {json::embed(&RecordView::row),
                     {"organisation", &RecordView::organisation, "机构编号", "Organisation id"},
                     {"person", &RecordView::person, "经办人编号", "Maker id"},
                     {"checker", &RecordView::checker, "复核人编号", "Checker id"},
                     {"bytes", &RecordView::bytes, "原文", "Bytes that were hashed"}});
  return table;
}

api::Read records_read() {
  return api::read_list<RecordQuery, RecordRow>({"/journal", "journal.read", "操作记录", "Record"},
                                                list_records);
}

api::Read record_read() {
  return api::read_one<api::OneQuery, RecordView>(
      {"/journal/{id}", "journal.read", "操作记录", "One record"}, one_record);
}

}  // namespace zr::accounts

#include "duty/rows.h"

namespace zr::duty {

std::span<const Name> names_of(DutyState) {
  static constexpr Name names[] = {named(DutyState::open, "open", "办理中", "Open"),
                                   named(DutyState::overdue, "overdue", "已逾期", "Overdue"),
                                   named(DutyState::closed, "closed", "已办结", "Closed")};
  return names;
}

std::span<const Name> names_of(Event) {
  static constexpr Name names[] = {
      named(Event::opened, "opened", "产生", "Opened"),
      named(Event::moved, "moved", "到期日调整", "Due date moved"),
      named(Event::confirmed, "confirmed", "到期日确定", "Due date confirmed"),
      named(Event::reminded, "reminded", "提醒", "Reminded"),
      named(Event::assigned, "assigned", "分派", "Assigned"),
      named(Event::handed_back, "handed_back", "交回机构", "Handed back to the organisation"),
      named(Event::urged, "urged", "催办", "Urged"),
      named(Event::closed, "closed", "办结", "Closed")};
  return names;
}

std::span<const Name> names_of(Source) {
  static constexpr Name names[] = {named(Source::duty, "duty", "待办", "Duty"),
                                   named(Source::command, "command", "待复核", "To be checked")};
  return names;
}

const json::Struct& describe(const DutyQuery*) {
  static const json::Struct table(
      "DutyQuery", {json::embed(&DutyQuery::listing),
                    {"kind", &DutyQuery::kind, "事项", "Kind", {.max_length = 60}},
                    {"state", &DutyQuery::state, "状态", "State"},
                    {"period", &DutyQuery::period, "所属期", "Period", {.max_length = 10}},
                    {"organisation", &DutyQuery::organisation, "机构编号", "Organisation id"}});
  return table;
}

const json::Struct& describe(const ListedDuty*) {
  static const json::Struct table(
      "ListedDuty",
      {{"id", &ListedDuty::id, "编号", "Id"},
       {"kind", &ListedDuty::kind, "事项代码", "Kind"},
       {"subject", &ListedDuty::subject, "对象编号", "Subject"},
       {"period", &ListedDuty::period, "所属期", "Period"},
       {"clause", &ListedDuty::clause, "依据条款", "Clause", {.max_length = 300}},
       {"organisation", &ListedDuty::organisation, "机构编号", "Organisation id"},
       {"organisation_name", &ListedDuty::organisation_name, "机构", "Organisation"},
       {"about_name", &ListedDuty::about_name, "所涉机构", "About"},
       {"action", &ListedDuty::action, "办理权限", "Right"},
       {"due", &ListedDuty::due, "到期日", "Due"},
       {"provisional", &ListedDuty::provisional, "日期待定", "Provisional"},
       {"opened_at", &ListedDuty::opened_at, "产生时间", "Opened at"},
       {"assignee", &ListedDuty::assignee, "承办人编号", "Assignee id"},
       {"assignee_name",
        &ListedDuty::assignee_name,
        "承办人",
        "Assigned to",
        {.privacy = json::Privacy::personal}},
       {"urged", &ListedDuty::urged, "催办次数", "Times urged"},
       {"last_urged", &ListedDuty::last_urged, "最近催办", "Last urged"},
       {"reminded", &ListedDuty::reminded, "已提醒（提前天数）", "Reminded (days before)"},
       {"outcome", &ListedDuty::outcome, "结果", "Outcome"},
       {"closed_at", &ListedDuty::closed_at, "办结时间", "Closed at"},
       {"version", &ListedDuty::version, "版本", "Version"}});
  return table;
}

const json::Struct& describe(const DutyRow*) {
  static const json::Struct table("DutyRow",
                                  {json::embed(&DutyRow::duty),
                                   {"title", &DutyRow::title, "事项", "Title"},
                                   {"path", &DutyRow::path, "办理页面", "Page"},
                                   {"days_left", &DutyRow::days_left, "剩余天数", "Days left"},
                                   {"state", &DutyRow::state, "状态", "State"},
                                   {"timeliness", &DutyRow::timeliness, "是否按期", "Timeliness"},
                                   {"mine", &DutyRow::mine, "由我办理", "Mine"}});
  return table;
}

const json::Struct& describe(const HistoryRow*) {
  static const json::Struct table(
      "DutyHistoryRow",
      {{"sequence", &HistoryRow::sequence, "记录号", "Record"},
       {"at", &HistoryRow::at, "时间", "At"},
       {"event", &HistoryRow::event, "经过", "Event"},
       {"due", &HistoryRow::due, "到期日", "Due"},
       {"due_before", &HistoryRow::due_before, "原到期日", "Due before"},
       {"days", &HistoryRow::days, "提前天数", "Days before"},
       {"person_name",
        &HistoryRow::person_name,
        "人员",
        "Person",
        {.privacy = json::Privacy::personal}},
       {"organisation_name", &HistoryRow::organisation_name, "机构", "Organisation"},
       {"remark", &HistoryRow::remark, "意见", "Remark", {.max_length = 500}},
       {"outcome", &HistoryRow::outcome, "结果", "Outcome"},
       {"timeliness", &HistoryRow::timeliness, "是否按期", "Timeliness"}});
  return table;
}

const json::Struct& describe(const ListedCommand*) {
  static const json::Struct table(
      "ListedCommand",
      {{"id", &ListedCommand::id, "编号", "Id"},
       {"command", &ListedCommand::command, "事项", "Command"},
       {"organisation", &ListedCommand::organisation, "机构编号", "Organisation id"},
       {"organisation_name", &ListedCommand::organisation_name, "机构", "Organisation"},
       {"made_at", &ListedCommand::made_at, "提交时间", "Made at"},
       {"maker_name",
        &ListedCommand::maker_name,
        "经办人",
        "Maker",
        {.privacy = json::Privacy::personal}},
       {"version", &ListedCommand::version, "版本", "Version"}});
  return table;
}

const json::Struct& describe(const TodoRow*) {
  static const json::Struct table(
      "TodoRow", {{"source", &TodoRow::source, "来源", "Source"},
                  {"id", &TodoRow::id, "编号", "Id"},
                  {"name", &TodoRow::name, "事项代码", "Code"},
                  {"title", &TodoRow::title, "事项", "Title"},
                  {"path", &TodoRow::path, "办理页面", "Page"},
                  {"due", &TodoRow::due, "到期日", "Due"},
                  {"days_left", &TodoRow::days_left, "剩余天数", "Days left"},
                  {"state", &TodoRow::state, "状态", "State"},
                  {"provisional", &TodoRow::provisional, "日期待定", "Provisional"},
                  {"period", &TodoRow::period, "所属期", "Period"},
                  {"organisation", &TodoRow::organisation, "机构编号", "Organisation id"},
                  {"organisation_name", &TodoRow::organisation_name, "机构", "Organisation"},
                  {"about_name", &TodoRow::about_name, "所涉机构", "About"},
                  {"assignee", &TodoRow::assignee, "承办人编号", "Assignee id"},
                  {"last_urged", &TodoRow::last_urged, "最近催办", "Last urged"},
                  {"since", &TodoRow::since, "产生时间", "Since"},
                  {"maker_name",
                   &TodoRow::maker_name,
                   "经办人",
                   "Maker",
                   {.privacy = json::Privacy::personal}},
                  {"version", &TodoRow::version, "版本", "Version"}});
  return table;
}

Place place_of(const std::optional<std::string>& cursor) {
  const auto dot = cursor ? cursor->find('.') : std::string::npos;
  if (dot == std::string::npos) return {};
  const auto id = api::cursor_number(cursor->substr(dot + 1));
  if (!id) return {};
  return {.due = cursor->substr(0, dot), .id = *id};
}

}  // namespace zr::duty

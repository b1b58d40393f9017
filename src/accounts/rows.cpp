#include "accounts/rows.h"

namespace zr::accounts {

const json::Struct& describe(const OrganisationQuery*) {
  static const json::Struct table(
      "OrganisationQuery", {json::embed(&OrganisationQuery::listing),
                            {"kind", &OrganisationQuery::kind, "机构类型", "Kind"},
                            {"parent", &OrganisationQuery::parent, "上级机构", "Head office"}});
  return table;
}

const json::Struct& describe(const OrganisationRow*) {
  static const json::Struct table(
      "Organisation", {{"id", &OrganisationRow::id, "编号", "Id"},
                       {"kind", &OrganisationRow::kind, "机构类型", "Kind"},
                       {"name", &OrganisationRow::name, "名称", "Name"},
                       {"short_name", &OrganisationRow::short_name, "简称", "Short name"},
                       {"uscc", &OrganisationRow::uscc, "统一社会信用代码", "Credit code"},
                       {"parent", &OrganisationRow::parent, "上级机构编号", "Head office id"},
                       {"parent_name", &OrganisationRow::parent_name, "上级机构", "Head office"},
                       {"region", &OrganisationRow::region, "区划代码", "District code"},
                       {"region_name", &OrganisationRow::region_name, "区县（市）", "District"},
                       {"standing", &OrganisationRow::standing, "状态", "Standing"},
                       {"version", &OrganisationRow::version, "版本", "Version"}});
  return table;
}

const json::Struct& describe(const PeopleQuery*) {
  static const json::Struct table(
      "PeopleQuery", {json::embed(&PeopleQuery::listing),
                      {"organisation", &PeopleQuery::organisation, "机构", "Organisation"},
                      {"text", &PeopleQuery::text, "登录名、机构", "Login or organisation"}});
  return table;
}

const json::Struct& describe(const PersonRow*) {
  static const json::Struct table(
      "PersonRow",
      {{"id", &PersonRow::id, "账号编号", "Account id"},
       {"person", &PersonRow::person, "人员编号", "Person id"},
       {"name", &PersonRow::name, "姓名", "Name", {.privacy = json::Privacy::personal}},
       {"login", &PersonRow::login, "登录名", "Login"},
       {"organisation", &PersonRow::organisation, "机构编号", "Organisation id"},
       {"organisation_name", &PersonRow::organisation_name, "机构", "Organisation"},
       {"standing", &PersonRow::standing, "状态", "Standing"},
       {"password_state", &PersonRow::password_state, "密码状态", "Password"},
       {"roles", &PersonRow::roles, "角色", "Roles", {.max_length = 1000}},
       {"version", &PersonRow::version, "版本", "Version"}});
  return table;
}

const json::Struct& describe(const WaitingQuery*) {
  static const json::Struct table(
      "WaitingQuery",
      {json::embed(&WaitingQuery::listing), {"state", &WaitingQuery::state, "状态", "State"}});
  return table;
}

const json::Struct& describe(const WaitingRow*) {
  static const json::Struct table(
      "WaitingRow", {{"id", &WaitingRow::id, "编号", "Id"},
                     {"command", &WaitingRow::command, "事项", "Command"},
                     {"body", &WaitingRow::body, "内容", "Content"},
                     {"maker", &WaitingRow::maker, "经办人编号", "Maker id"},
                     {"maker_name",
                      &WaitingRow::maker_name,
                      "经办人",
                      "Maker",
                      {.privacy = json::Privacy::personal}},
                     {"made_at", &WaitingRow::made_at, "提交时间", "Made at"},
                     {"mine", &WaitingRow::mine, "本人提交", "My own"},
                     {"remark", &WaitingRow::remark, "退回意见", "Remark", {.max_length = 500}},
                     {"checker_name",
                      &WaitingRow::checker_name,
                      "复核人",
                      "Checker",
                      {.privacy = json::Privacy::personal}},
                     {"decided_at", &WaitingRow::decided_at, "复核时间", "Decided at"},
                     {"version", &WaitingRow::version, "版本", "Version"}});
  return table;
}

std::span<const Name> names_of(AccessResult) {
  static constexpr Name names[] = {named(AccessResult::done, "done", "成功", "Done"),
                                   named(AccessResult::refused, "refused", "被拒", "Refused")};
  return names;
}

const json::Struct& describe(const AccessEventQuery*) {
  static const json::Struct table("AccessEventQuery",
                                  {json::embed(&AccessEventQuery::listing),
                                   {"result", &AccessEventQuery::result, "结果", "Result"},
                                   {"account", &AccessEventQuery::account, "账号", "Account"}});
  return table;
}

const json::Struct& describe(const AccessEventRow*) {
  static const json::Struct table(
      "AccessEventRow",
      {{"id", &AccessEventRow::id, "编号", "Id"},
       {"at", &AccessEventRow::at, "时间", "At"},
       {"kind", &AccessEventRow::kind, "事件", "Event"},
       {"result", &AccessEventRow::result, "结果", "Result"},
       {"account", &AccessEventRow::account, "账号编号", "Account id"},
       {"login", &AccessEventRow::login, "登录名", "Login"},
       {"person_name",
        &AccessEventRow::person_name,
        "姓名",
        "Name",
        {.privacy = json::Privacy::personal}},
       {"organisation_name", &AccessEventRow::organisation_name, "机构", "Organisation"},
       {"address", &AccessEventRow::address, "来源地址", "Address"},
       {"request", &AccessEventRow::request, "请求号", "Request"},
       {"detail", &AccessEventRow::detail, "说明", "Detail"}});
  return table;
}

const json::Struct& describe(const RoleRow*) {
  static const json::Struct table(
      "RoleRow", {{"code", &RoleRow::code, "角色代码", "Role"},
                  {"zh", &RoleRow::zh, "角色", "Chinese name"},
                  {"en", &RoleRow::en, "英文名", "English name"},
                  {"kinds", &RoleRow::kinds, "适用机构类型", "Kinds of organisation"}});
  return table;
}

}  // namespace zr::accounts

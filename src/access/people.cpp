#include "access/people.h"

#include "access/party.h"

namespace zr::access {

namespace {

/// Is `word` one of the words of a blank-separated list?
bool lists(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const auto end = list.find(' ');
    if (list.substr(0, end) == word) return true;
    if (end == std::string_view::npos) break;
    list.remove_prefix(end + 1);
  }
  return false;
}

}  // namespace

std::span<const Name> names_of(PasswordState) {
  static constexpr Name names[] = {
      named(PasswordState::chosen, "chosen", "已自设", "Chosen by its owner"),
      named(PasswordState::initial, "initial", "初始密码", "Initial password")};
  return names;
}

std::span<const Name> names_of(AccountStanding) {
  static constexpr Name names[] = {
      named(AccountStanding::active, "active", "正常", "Active"),
      named(AccountStanding::disabled, "disabled", "已停用", "Disabled")};
  return names;
}

const json::Struct& describe(const Person*) {
  static const json::Struct table("Person",
                                  {{"id", &Person::id, "编号", "Id"},
                                   {"name",
                                    &Person::name,
                                    "姓名",
                                    "Name",
                                    {.max_length = 50, .privacy = json::Privacy::personal}},
                                   {"phone",
                                    &Person::phone,
                                    "电话",
                                    "Phone",
                                    {.max_length = 30, .privacy = json::Privacy::personal}}});
  return table;
}

const json::Struct& describe(const Account*) {
  static const json::Struct table(
      "Account",
      {{"id", &Account::id, "编号", "Id"},
       {"person", &Account::person, "人员", "Person"},
       {"organisation", &Account::organisation, "机构", "Organisation"},
       {"login", &Account::login, "登录名", "Login"},
       {"password_hash", &Account::password_hash, "密码摘要", "Password hash"},
       {"password_state", &Account::password_state, "密码状态", "Password state"},
       {"password_until", &Account::password_until, "初始密码有效至", "Initial password until"},
       {"standing", &Account::standing, "状态", "Standing"},
       {"version", &Account::version, "版本", "Version"}});
  return table;
}

const json::Struct& describe(const Role*) {
  static const json::Struct table(
      "Role",
      {{"code", &Role::code, "角色代码", "Role", {.max_length = 40}},
       {"zh", &Role::zh, "角色", "Chinese name", {.max_length = 40}},
       {"en", &Role::en, "英文名", "English name", {.max_length = 60}},
       {"kinds", &Role::kinds, "适用机构类型", "Kinds of organisation", {.max_length = 1000}},
       {"actions", &Role::actions, "权限", "Actions", {.max_length = 8000}},
       {"version", &Role::version, "版本", "Version"}});
  return table;
}

const json::Struct& describe(const Grant*) {
  static const json::Struct table(
      "Grant", {{"id", &Grant::id, "编号", "Id"},
                {"account", &Grant::account, "账号", "Account"},
                {"role", &Grant::role, "角色", "Role"},
                {"given", &Grant::given, "授予记录", "Given by record"},
                {"withdrawn", &Grant::withdrawn, "收回记录", "Withdrawn by record"}});
  return table;
}

bool allows(const Role& role, PartyKind kind) {
  return lists(role.kinds, name_of(kind));
}

std::optional<Actor> actor_of(db::Tx& tx, std::int64_t id, Date today) {
  const auto found = account(tx, id);
  if (!found || found->standing != AccountStanding::active) return std::nullopt;
  const auto organisation = party_at(tx, found->organisation, {.as_of = today});
  if (!organisation || organisation->standing == Standing::closed) return std::nullopt;
  auto rights = std::make_shared<Rights>(std::begin(own_rights), std::end(own_rights));
  for (const Grant& grant : grants_of(tx, id)) {
    if (grant.withdrawn) continue;
    const auto granted = role(tx, grant.role);
    if (!granted || !allows(*granted, organisation->kind)) continue;
    std::string_view left = granted->actions;
    while (!left.empty()) {
      const auto end = left.find(' ');
      rights->emplace(left.substr(0, end));
      left.remove_prefix(end == std::string_view::npos ? left.size() : end + 1);
    }
  }
  return Actor{.person = found->person,
               .account = id,
               .organisation = found->organisation,
               .kind = organisation->kind,
               .path = organisation->path,
               .region = organisation->facts.region.value_or(""),
               .rights = std::move(rights),
               .gate = found->password_state == PasswordState::initial ? Gate::must_change_password
                                                                       : Gate::open};
}

std::int64_t people_holding(db::Tx& tx, const std::string& right) {
  std::set<std::int64_t> people;
  for (const Role& candidate : roles(tx))
    if (lists(candidate.actions, right)) people.merge(people_with_role(tx, candidate.code));
  return static_cast<std::int64_t>(people.size());
}

}  // namespace zr::access

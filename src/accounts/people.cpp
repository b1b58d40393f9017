#include "accounts/people.h"

#include "access/party.h"
#include "access/session.h"
#include "accounts/grants.h"
#include "accounts/grounds.h"
#include "accounts/password_policy.h"
#include "crypto/password.h"
#include "duty/duty.h"

namespace zr::accounts {

namespace {

using access::Account;
using access::AccountStanding;
using access::PasswordState;
using journal::Changed;
using journal::Context;

/// An initial password is good for a day; who misses it asks for another.
constexpr std::chrono::hours initial_password_life{24};

void hash(NewAccount& input) {
  input.password_hash = crypto::hash_password(input.password);
}
void hash(CreatePerson& input) {
  hash(input.account);
}
void hash(InviteStaff& input) {
  hash(input.account);
}
void hash(ResetPassword& input) {
  input.password_hash = crypto::hash_password(input.password);
}
void hash(ChangePassword& input) {
  input.password_hash = crypto::hash_password(input.new_password);
}

/// A command whose password is hashed on the caller's thread; whether it is strong enough the
/// command itself decides.
template <class In>
journal::Command hashing(const journal::Traits& traits,
                         std::function<Result<Changed>(Context&, const In&)> run) {
  auto made = journal::command<In, Changed>(traits, std::move(run));
  made.seal = [](void* input) { hash(*static_cast<In*>(input)); };
  return made;
}

Result<Changed> open_account(Context& in, std::int64_t organisation, const NewAccount& input) {
  if (!strong(input.password, input.login)) return Problem::at("/password", weak_password);
  const auto home = access::party_at(in.tx, organisation, {.as_of = in.today});
  if (!home || home->kind == access::PartyKind::enterprise ||
      home->standing == access::Standing::closed)
    return Problem::at("/organisation", no_such_organisation);
  if (access::account_by_login(in.tx, input.login)) return Problem::at("/login", login_taken);
  std::int64_t person = 0;
  if (input.person) {
    if (!access::person(in.tx, *input.person)) return Problem::at("/person", no_such_person);
    person = *input.person;
  } else {
    if (!input.name) return Problem::at("/name", no_such_person);
    person = in.new_id();
    access::add_person(in.tx, {.id = person, .name = *input.name, .phone = input.phone});
  }
  const std::int64_t id = in.new_id();
  access::add_account(in.tx, {.id = id,
                              .person = person,
                              .organisation = organisation,
                              .login = input.login,
                              .password_hash = input.password_hash,
                              .password_state = PasswordState::initial,
                              .password_until = in.received + initial_password_life,
                              .standing = AccountStanding::active,
                              .version = in.sequence});
  in.raise("accounts.opened", {id});
  return Changed{.id = id, .version = in.sequence};
}

Result<Changed> create_person(Context& in, const CreatePerson& input) {
  return open_account(in, input.organisation, input.account);
}

/// An institution's administrator adds people by name; who a person is elsewhere is not his to say.
Result<Changed> invite_staff(Context& in, const InviteStaff& input) {
  if (input.account.person) return Problem::at("/person", no_such_person);
  return open_account(in, in.actor.organisation, input.account);
}

/// An account that this administrator keeps: any for the system administrator, else of the own
/// organisation and below.
Result<Account> kept(Context& in, std::int64_t id) {
  const auto account = access::account(in.tx, id);
  if (!account) return not_found;
  if (in.actor.kind != access::PartyKind::platform && !in.actor.is_program()) {
    const auto home = access::party(in.tx, account->organisation);
    if (!home || !home->path.starts_with(in.actor.path)) return not_found;
  }
  if (in.expected_version && *in.expected_version != account->version)
    return journal::version_stale;
  return *account;
}

Result<Changed> disable(Context& in, const AccountId& input) {
  auto account = kept(in, input.id);
  if (!account) return account.problem();
  if (account->id == in.actor.account) return own_account;
  if (account->standing == AccountStanding::disabled) return already_disabled;
  account->standing = AccountStanding::disabled;
  account->version = in.sequence;
  access::change_account(in.tx, *account);
  access::end_sessions(in.tx, account->id, 0, in.received);
  duty::hand_back(in, account->person, account->organisation);
  in.raise("accounts.disabled", {account->id});
  return Changed{.id = account->id, .version = in.sequence};
}

Result<Changed> reset_password(Context& in, const ResetPassword& input) {
  auto account = kept(in, input.id);
  if (!account) return account.problem();
  if (account->id == in.actor.account) return own_account;
  // Whoever can set a password can be its owner: no keeper of the system sets those of its
  // watchers.
  if (!in.actor.is_program() && watches(in.tx, account->id)) return watching_account;
  if (!strong(input.password, account->login)) return Problem::at("/password", weak_password);
  account->standing = AccountStanding::active;
  account->password_hash = input.password_hash;
  account->password_state = PasswordState::initial;
  account->password_until = in.received + initial_password_life;
  account->version = in.sequence;
  access::change_account(in.tx, *account);
  access::end_sessions(in.tx, account->id, 0, in.received);
  access::unlock(in.tx, account->login);
  in.raise("accounts.reset", {account->id});
  return Changed{.id = account->id, .version = in.sequence};
}

Result<Changed> change_password(Context& in, const ChangePassword& input) {
  auto account = access::account(in.tx, in.actor.account);
  if (!account) return not_found;
  if (input.old_password == input.new_password) return Problem::at("/new_password", same_password);
  if (!strong(input.new_password, account->login))
    return Problem::at("/new_password", weak_password);
  account->password_hash = input.password_hash;
  account->password_state = PasswordState::chosen;
  account->password_until = std::nullopt;
  account->version = in.sequence;
  access::change_account(in.tx, *account);
  access::end_sessions(in.tx, account->id, 0, in.received);
  in.raise("accounts.password-changed", {account->id});
  return Changed{.id = account->id, .version = in.sequence};
}

journal::Command change_password_command() {
  auto made = hashing<ChangePassword>({"accounts",
                                       "change-password",
                                       "修改密码",
                                       "Change password",
                                       journal::Eyes::two,
                                       {wrong_old_password, same_password}},
                                      change_password);
  made.signature = {.field = "/old_password",
                    .wrong = wrong_old_password,
                    .password = [](const void* input) -> const std::string& {
                      return static_cast<const ChangePassword*>(input)->old_password;
                    }};
  return made;
}

const Refusal* check_login(std::string_view text) {
  const auto fine = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  };
  for (const char c : text)
    if (!fine(c)) return &login_form;
  return text.front() >= 'a' && text.front() <= 'z' ? nullptr : &login_form;
}

}  // namespace

std::vector<journal::Command> people_commands() {
  using journal::command;
  using journal::Eyes;
  using enum journal::Traits::Version;
  return {
      hashing<CreatePerson>({"people",
                             "create",
                             "新增人员账号",
                             "Add a person",
                             Eyes::two,
                             {no_such_organisation, login_taken, no_such_person}},
                            create_person),
      command<AccountId, Changed>({"people",
                                   "disable",
                                   "停用账号",
                                   "Disable an account",
                                   Eyes::two,
                                   {own_account, already_disabled},
                                   asked},
                                  disable),
      hashing<ResetPassword>({"people",
                              "reset",
                              "重置密码",
                              "Reset a password",
                              Eyes::two,
                              {own_account, watching_account},
                              asked},
                             reset_password),
      hashing<InviteStaff>({"staff",
                            "create",
                            "邀请本机构人员",
                            "Invite a colleague",
                            Eyes::two,
                            {no_such_organisation, login_taken, no_such_person}},
                           invite_staff),
      command<AccountId, Changed>({"staff",
                                   "disable",
                                   "停用本机构账号",
                                   "Disable a colleague's account",
                                   Eyes::two,
                                   {own_account, already_disabled},
                                   asked},
                                  disable),
      hashing<ResetPassword>({"staff",
                              "reset",
                              "重置本机构人员密码",
                              "Reset a colleague's password",
                              Eyes::two,
                              {own_account, watching_account},
                              asked},
                             reset_password),
      change_password_command(),
  };
}

const json::Struct& describe(const NewAccount*) {
  static const json::Struct table("NewAccount",
                                  {{"person", &NewAccount::person, "已有人员", "Existing person"},
                                   {"name",
                                    &NewAccount::name,
                                    "姓名",
                                    "Name",
                                    {.max_length = 50, .privacy = json::Privacy::personal}},
                                   {"phone",
                                    &NewAccount::phone,
                                    "电话",
                                    "Phone",
                                    {.max_length = 30, .privacy = json::Privacy::personal}},
                                   {"login",
                                    &NewAccount::login,
                                    "登录名",
                                    "Login",
                                    {.min_length = 2, .max_length = 40, .check = check_login}},
                                   {"password",
                                    &NewAccount::password,
                                    "初始密码",
                                    "Initial password",
                                    {.max_length = 200, .privacy = json::Privacy::secret}}});
  return table;
}

const json::Struct& describe(const CreatePerson*) {
  static const json::Struct table(
      "CreatePerson", {{"organisation", &CreatePerson::organisation, "机构", "Organisation"},
                       json::embed(&CreatePerson::account)});
  return table;
}

const json::Struct& describe(const InviteStaff*) {
  static const json::Struct table("InviteStaff", {json::embed(&InviteStaff::account)});
  return table;
}

const json::Struct& describe(const AccountId*) {
  static const json::Struct table("AccountId", {{"id", &AccountId::id, "账号", "Account"}});
  return table;
}

const json::Struct& describe(const ResetPassword*) {
  static const json::Struct table("ResetPassword",
                                  {{"id", &ResetPassword::id, "账号", "Account"},
                                   {"password",
                                    &ResetPassword::password,
                                    "新的初始密码",
                                    "New initial password",
                                    {.max_length = 200, .privacy = json::Privacy::secret}}});
  return table;
}

const json::Struct& describe(const ChangePassword*) {
  static const json::Struct table("ChangePassword",
                                  {{"old_password",
                                    &ChangePassword::old_password,
                                    "原密码",
                                    "Present password",
                                    {.max_length = 200, .privacy = json::Privacy::secret}},
                                   {"new_password",
                                    &ChangePassword::new_password,
                                    "新密码",
                                    "New password",
                                    {.max_length = 200, .privacy = json::Privacy::secret}}});
  return table;
}

}  // namespace zr::accounts

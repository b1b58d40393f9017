#include "journal/commands.h"

#include <stdexcept>

#include "access/people.h"
#include "journal/access_digest.h"
#include "journal/download.h"
#include "journal/store.h"
#include "journal/vault.h"

namespace zr::journal {

namespace {

constexpr Refusal wrong_password{"wrong_password", "密码不正确", "The password is wrong"};
constexpr Refusal already_begun{"already_begun", "该数据库已初始化",
                                "This database has been initialised"};
constexpr Refusal not_that_day{"not_that_day", "只能结束当前业务日",
                               "Only the current business day can be closed"};
constexpr Refusal key_in_use{"key_in_use", "该签名密钥正在使用",
                             "This signing key is in use already"};

/// May this actor decide on that waiting command? The maker is compared by person.
Result<WaitingCommand> decidable(Context& in, std::int64_t id) {
  const auto waiting = store::waiting(in.tx, id);
  if (!waiting || !in.actor.may(waiting->command + "/check") ||
      waiting->organisation != in.actor.organisation)
    return not_found;
  if (waiting->state != WaitingState::awaiting) return not_waiting;
  if (waiting->maker_person == in.actor.person) return own_command;
  if (in.expected_version && *in.expected_version != waiting->sequence) return version_stale;
  return *waiting;
}

Result<Changed> never_run(Context&, const ApproveCommand&) {
  throw std::logic_error("commands.approve runs what it approves");
}

Result<Changed> send_back(Context& in, const ReturnCommand& input) {
  const auto waiting = decidable(in, input.id);
  if (!waiting) return waiting.problem();
  store::decide_waiting(in.tx, {.id = input.id,
                                .state = WaitingState::returned,
                                .by = in.actor.person,
                                .at = in.received,
                                .remark = input.remark});
  in.raise("commands.returned", {input.id});
  return Changed{.id = input.id, .version = in.sequence};
}

Result<Changed> begin(Context& in, const Init& input) {
  if (in.sequence != 1) return already_begun;
  in.new_business_date = input.business_date;
  return Changed{.id = 1, .version = 1};
}

Result<Changed> close_day(Context& in, const CloseDay& input) {
  if (input.day != in.today) return not_that_day;
  in.new_business_date = input.day + 1;
  in.raise("day.closed", {});
  return Changed{.id = 1, .version = in.sequence};
}

Result<Changed> rotate_key(Context& in, const RotateKey& input) {
  if (store::public_key(in.tx) == input.public_key) return key_in_use;
  return Changed{.id = in.sequence, .version = in.sequence};
}

/// The copy holds the records up to and including this one.
Result<Changed> export_record(Context& in, const ExportRecord&) {
  return Changed{.id = in.sequence, .version = in.sequence};
}

Command approve_command(const std::function<const Command*(std::string_view)>& find) {
  Command made = command<ApproveCommand, Changed>(
      {.noun = "commands",
       .verb = "approve",
       .zh = "复核通过",
       .en = "Approve",
       .eyes = Eyes::two,
       .refuses = {not_waiting, own_command, maker_gone, maker_without_right, changed_since,
                   wrong_password},
       .version = Traits::Version::asked},
      never_run);
  made.signature = {.field = "/password",
                    .wrong = wrong_password,
                    .password = [](const void* input) -> const std::string& {
                      return static_cast<const ApproveCommand*>(input)->password;
                    }};
  made.approves = [find](Context& in, const void* input) -> Result<Approval> {
    const auto waiting = decidable(in, static_cast<const ApproveCommand*>(input)->id);
    if (!waiting) return waiting.problem();
    const auto maker = access::actor_of(in.tx, waiting->maker_account, in.today);
    if (!maker) return maker_gone;
    if (!maker->may(waiting->command)) return maker_without_right;
    Approval approval{.command = find(waiting->command),
                      .input = {},
                      .maker = *maker,
                      .waiting = waiting->id,
                      .expected_version = waiting->expected_version};
    approval.input = approval.command->make();
    std::vector<FieldError> errors;
    json::read(approval.command->input(), revealed(in.tx, waiting->body.value),
               approval.input.get(), errors);
    if (!errors.empty()) return Problem(not_waiting, std::move(errors));
    return approval;
  };
  return made;
}

}  // namespace

const json::Struct& describe(const ApproveCommand*) {
  static const json::Struct table("ApproveCommand",
                                  {{"id", &ApproveCommand::id, "待复核事项", "Waiting command"},
                                   {"password",
                                    &ApproveCommand::password,
                                    "登录密码",
                                    "Password",
                                    {.max_length = 200, .privacy = json::Privacy::secret}}});
  return table;
}

const json::Struct& describe(const ReturnCommand*) {
  static const json::Struct table(
      "ReturnCommand",
      {{"id", &ReturnCommand::id, "待复核事项", "Waiting command"},
       {"remark", &ReturnCommand::remark, "退回意见", "Remark", {.max_length = 500}}});
  return table;
}

const json::Struct& describe(const Init*) {
  static const json::Struct table(
      "Init", {{"city", &Init::city, "城市", "City"},
               {"public_key", &Init::public_key, "签名公钥", "Public key"},
               {"mode", &Init::mode, "模式", "Mode"},
               {"business_date", &Init::business_date, "业务日期", "Business date"},
               {"covered", &Init::covered, "受证明的表", "Covered tables"}});
  return table;
}

const json::Struct& describe(const CloseDay*) {
  static const json::Struct table("CloseDay", {{"day", &CloseDay::day, "业务日", "Business day"}});
  return table;
}

const json::Struct& describe(const RotateKey*) {
  static const json::Struct table("RotateKey", {{"public_key",
                                                 &RotateKey::public_key,
                                                 "新的签名公钥",
                                                 "New public key",
                                                 {.min_length = 64, .max_length = 64}}});
  return table;
}

const json::Struct& describe(const ExportRecord*) {
  static const json::Struct table("ExportRecord", {});
  return table;
}

std::vector<Command> own_commands(const std::function<const Command*(std::string_view)>& find) {
  return {approve_command(find),
          access_digest_command(),
          command<ReturnCommand, Changed>({.noun = "commands",
                                           .verb = "return",
                                           .zh = "退回经办",
                                           .en = "Return to the maker",
                                           .eyes = Eyes::two,
                                           .refuses = {not_waiting, own_command},
                                           .version = Traits::Version::asked},
                                          send_back),
          command<Init, Changed>({.noun = "init",
                                  .verb = "",
                                  .zh = "初始化",
                                  .en = "Initialise",
                                  .eyes = Eyes::two,
                                  .refuses = {already_begun},
                                  .callers = Traits::Callers::program},
                                 begin),
          command<CloseDay, Changed>({.noun = "day",
                                      .verb = "close",
                                      .zh = "业务日终",
                                      .en = "Close the business day",
                                      .eyes = Eyes::two,
                                      .refuses = {not_that_day},
                                      .callers = Traits::Callers::program},
                                     close_day),
          command<RotateKey, Changed>({.noun = "keys",
                                       .verb = "rotate",
                                       .zh = "更换签名密钥",
                                       .en = "Rotate the signing key",
                                       .eyes = Eyes::two,
                                       .refuses = {key_in_use},
                                       .callers = Traits::Callers::program},
                                      rotate_key),
          command<ExportRecord, Changed>({.noun = "journal",
                                          .verb = "export",
                                          .zh = "导出操作记录",
                                          .en = "Export the record",
                                          .eyes = Eyes::two,
                                          .refuses = {},
                                          .callers = Traits::Callers::program},
                                         export_record),
          download_command()};
}

}  // namespace zr::journal

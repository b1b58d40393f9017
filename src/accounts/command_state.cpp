#include "accounts/command_state.h"

#include "journal/store.h"

namespace zr::accounts {

namespace {

CommandOutcome outcome_of(std::string_view kept) {
  if (kept == "awaiting") return CommandOutcome::awaiting_approval;
  return kept == "refused" ? CommandOutcome::refused : CommandOutcome::done;
}

Result<CommandState> command_state(api::ReadContext& in, const CommandKeyQuery& query) {
  const auto kept = journal::store::key(in.tx, in.actor.organisation, query.key);
  if (!kept) return not_found;
  auto answer = json::parse(kept->answer);
  if (!answer) return answer.problem();
  return CommandState{.key = kept->idempotency_key,
                      .state = outcome_of(kept->state),
                      .sequence = kept->sequence,
                      .answer = {std::move(*answer)}};
}

}  // namespace

std::span<const Name> names_of(CommandOutcome) {
  static constexpr Name names[] = {
      named(CommandOutcome::done, "done", "已完成", "Done"),
      named(CommandOutcome::awaiting_approval, "awaiting_approval", "待复核", "Awaiting approval"),
      named(CommandOutcome::refused, "refused", "已拒绝", "Refused")};
  return names;
}

const json::Struct& describe(const CommandKeyQuery*) {
  static const json::Struct table(
      "CommandKeyQuery", {{"key", &CommandKeyQuery::key, "幂等键", "Key", {.max_length = 100}}});
  return table;
}

const json::Struct& describe(const CommandState*) {
  static const json::Struct table("CommandState",
                                  {{"key", &CommandState::key, "幂等键", "Key"},
                                   {"state", &CommandState::state, "结果", "Outcome"},
                                   {"sequence", &CommandState::sequence, "记录号", "Record"},
                                   {"answer", &CommandState::answer, "答复", "Answer"}});
  return table;
}

api::Read command_state_read() {
  return api::read_one<CommandKeyQuery, CommandState>(
      {"/commands/{key}", "", "事项办理结果", "What became of a command"}, command_state);
}

}  // namespace zr::accounts

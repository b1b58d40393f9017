#include "journal/turn.h"

#include <algorithm>
#include <stdexcept>

#include "access/people.h"
#include "crypto/digest.h"
#include "journal/store.h"

namespace zr::journal {

namespace {

std::string digest_of(const Admitted& admitted) {
  crypto::Sha256 digest;
  digest.add(admitted.command.name());
  digest.add("\n");
  digest.add(admitted.plain_body);
  return digest.finish_hex();
}

/// Only what state or rule refuses is a record and takes the key.
bool recorded(const Problem& problem) {
  return problem.refusal.kind == RefusalKind::rule;
}

const Refusal* declared(const Command& command, std::string_view code) {
  for (const Refusal& ground : command.traits.refuses)
    if (ground.code == code) return &ground;
  return nullptr;
}

}  // namespace

std::string problem_json(const Problem& problem) {
  json::Value out;
  out.set("code", problem.refusal.code);
  if (!problem.detail_zh.empty()) out.set("detail_zh", problem.detail_zh);
  if (!problem.detail_en.empty()) out.set("detail_en", problem.detail_en);
  json::List errors;
  for (const FieldError& error : problem.errors)
    errors.emplace_back(json::Object{
        {"pointer", error.pointer}, {"code", error.code}, {"zh", error.zh}, {"en", error.en}});
  if (!errors.empty()) out.set("errors", std::move(errors));
  return json::write(out);
}

Problem problem_from(const json::Value& stored, const Journal& journal) {
  const auto text = [](const json::Value& from, std::string_view name) {
    const json::Value* member = from.find(name);
    return member && member->text() ? *member->text() : std::string();
  };
  const Refusal* ground = journal.ground(text(stored, "code"));
  Problem problem(ground ? *ground : not_found);
  problem.detail_zh = text(stored, "detail_zh");
  problem.detail_en = text(stored, "detail_en");
  if (const json::Value* errors = stored.find("errors"))
    for (const json::Value& error : *errors->list())
      problem.errors.push_back(
          {text(error, "pointer"), text(error, "code"), text(error, "zh"), text(error, "en")});
  return problem;
}

Result<Answer> Turn::run(const Admitted& admitted) {
  vault_.start_command();
  if (auto before = replay(admitted)) return *before;
  return decide(admitted);
}

std::optional<Result<Answer>> Turn::replay(const Admitted& admitted) {
  const Submission& submission = admitted.submission;
  const auto kept = store::key(tx_, submission.actor.organisation, submission.key);
  if (!kept) return std::nullopt;
  if (kept->digest != digest_of(admitted)) return Result<Answer>(key_reused);
  if (kept->state == "refused")
    return Result<Answer>(problem_from(*json::parse(kept->answer), journal_));
  return Answer{
      .state = kept->state == "awaiting" ? Answer::State::awaiting_approval : Answer::State::done,
      .sequence = kept->sequence,
      .body = kept->answer,
      .origin = Answer::Origin::replayed};
}

Turn::Path Turn::path_of(const Admitted& admitted) {
  switch (admitted.command.traits.eyes) {
    case Eyes::two:
      return Path::effect;
    case Eyes::four:
      return admitted.submission.actor.is_program() ? Path::effect : Path::wait;
    case Eyes::four_once_two:
      if (admitted.submission.actor.is_program()) return Path::effect;
      return access::people_holding(tx_, admitted.command.name() + "/check") < 2
                 ? Path::effect_alone
                 : Path::wait;
  }
  return Path::wait;
}

Result<Answer> Turn::decide(const Admitted& admitted) {
  const Submission& submission = admitted.submission;
  Context in{.tx = tx_,
             .actor = submission.actor,
             .checker = nullptr,
             .scope = access::scope_of(submission.actor),
             .today = chain_.business_date,
             .received = admitted.received,
             .sequence = chain_.sequence + 1,
             .expected_version = submission.expected_version};
  if (admitted.command.approves) return approve(admitted, in);

  const Path path = path_of(admitted);
  const auto result = admitted.command.run(in, admitted.input.get());
  const std::string name = admitted.command.name();
  Entry entry{.received = admitted.received,
              .action = name,
              .key = submission.key,
              .actor = submission.actor,
              .sender = submission.sender,
              .body = {},
              .outcome = "done"};
  if (!result) return refused(admitted, entry, admitted.command, result.problem());
  if (path == Path::wait) {
    undo();
    return keep_waiting(admitted,
                        recorded_body(tx_, admitted.command.input(), admitted.input.get()));
  }
  const std::string body = recorded_body(tx_, admitted.command.input(), admitted.input.get());
  entry.body = body;
  if (path == Path::effect_alone) entry.standing = "sole";
  finish(admitted, entry, in, *result);
  return Answer{.sequence = chain_.sequence, .body = *result};
}

void Turn::finish(const Admitted& admitted, Entry& entry, const Context& in,
                  const std::string& result) {
  if (in.new_business_date) {
    store::set_business_date(tx_, *in.new_business_date);
    chain_.business_date = *in.new_business_date;
  }
  entry.result = result;
  append(connection_, chain_, entry, in.events, recorder_);
  if (recorder_.touched_access()) chain_.access_changed = chain_.sequence;
  remember(admitted, "done", result);
}

Result<Answer> Turn::keep_waiting(const Admitted& admitted, const std::string& body) {
  const access::Actor& maker = admitted.submission.actor;
  const std::string name = admitted.command.name();
  const WaitingCommand waiting{.id = (chain_.sequence + 1) << 17,
                               .sequence = chain_.sequence + 1,
                               .command = name,
                               .body = {*json::parse(body, {.bytes = 64 << 20, .keys = 1 << 22})},
                               .organisation = maker.organisation,
                               .maker_person = maker.person,
                               .maker_account = maker.account,
                               .made_at = admitted.received,
                               .expected_version = admitted.submission.expected_version};
  tx_.insert(store::waiting_table, waiting);
  const std::string answer = json::write(
      json::Value(json::Object{{"command", waiting.id}, {"state", "awaiting_approval"}}));
  append(connection_, chain_,
         {.received = admitted.received,
          .action = name,
          .key = admitted.submission.key,
          .actor = maker,
          .sender = admitted.submission.sender,
          .body = body,
          .outcome = "awaiting",
          .result = answer},
         {{"commands.waiting", {waiting.id}}}, recorder_);
  remember(admitted, "awaiting", answer);
  return Answer{
      .state = Answer::State::awaiting_approval, .sequence = chain_.sequence, .body = answer};
}

Result<Answer> Turn::approve(const Admitted& admitted, Context& outer) {
  const auto approval = admitted.command.approves(outer, admitted.input.get());
  const auto not_approved = [&](const Problem& problem) {
    const std::string name = admitted.command.name();
    return refused(admitted,
                   {.received = admitted.received,
                    .action = name,
                    .key = admitted.submission.key,
                    .actor = admitted.submission.actor,
                    .sender = admitted.submission.sender,
                    .body = {},
                    .outcome = "refused"},
                   admitted.command, problem);
  };
  if (!approval) return not_approved(approval.problem());
  Context in{.tx = tx_,
             .actor = approval->maker,
             .checker = &admitted.submission.actor,
             .scope = access::scope_of(approval->maker),
             .today = chain_.business_date,
             .received = admitted.received,
             .sequence = chain_.sequence + 1,
             .expected_version = approval->expected_version};
  const auto result = approval->command->run(in, approval->input.get());
  if (!result && result.problem().refusal.code == version_stale.code)
    return not_approved(changed_since);
  const std::string name = approval->command->name();
  Entry entry{.received = admitted.received,
              .action = name,
              .key = admitted.submission.key,
              .actor = approval->maker,
              .checker = &admitted.submission.actor,
              .sender = admitted.submission.sender,
              .body = {},
              .outcome = "done"};
  if (!result) return refused(admitted, entry, *approval->command, result.problem());
  const std::string body = recorded_body(tx_, approval->command->input(), approval->input.get());
  entry.body = body;
  store::decide_waiting(tx_, {.id = approval->waiting,
                              .state = WaitingState::approved,
                              .by = admitted.submission.actor.person,
                              .at = admitted.received,
                              .remark = {}});
  finish(admitted, entry, in, *result);
  return Answer{.sequence = chain_.sequence, .body = *result};
}

Result<Answer> Turn::refused(const Admitted& admitted, Entry entry, const Command& command,
                             const Problem& problem) {
  undo();
  if (!recorded(problem)) return problem;
  if (!declared(command, problem.refusal.code))
    throw std::logic_error(command.name() + " refuses on the undeclared ground " +
                           std::string(problem.refusal.code));
  const std::string body = recorded_body(tx_, admitted.command.input(), admitted.input.get());
  entry.body = body;
  entry.outcome = "refused";
  entry.refusal = problem.refusal.code;
  append(connection_, chain_, entry, {}, recorder_);
  remember(admitted, "refused", problem_json(problem));
  return problem;
}

void Turn::remember(const Admitted& admitted, std::string_view state, const std::string& answer) {
  store::keep_key(tx_, {.organisation = admitted.submission.actor.organisation,
                        .idempotency_key = admitted.submission.key,
                        .digest = digest_of(admitted),
                        .sequence = chain_.sequence,
                        .state = std::string(state),
                        .answer = answer});
}

void Turn::undo() {
  Writer::undo(connection_);
  recorder_.clear();
  vault_.start_command();
}

}  // namespace zr::journal

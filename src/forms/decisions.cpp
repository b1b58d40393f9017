/// What becomes of a frozen version: submitted, recorded from outside, accepted, sent back.
#include <algorithm>

#include "forms/acting.h"
#include "forms/grounds.h"
#include "forms/store.h"
#include "forms/typed_cells.h"

namespace zr::forms {

namespace {

using journal::Context;

/// How a version came in.
struct Arrival {
  Channel channel = Channel::here;
  Instant received;
  std::optional<std::string> receipt = {};
  std::optional<std::int64_t> scan = {};
};

/// The latest version, if it is the one that was seen and nobody has submitted it.
Result<Version> to_submit(Context& in, const Answer& answer, std::int64_t number,
                          std::string_view digest) {
  auto version = store::latest_version(in.tx, answer.id);
  if (!version) return nothing_prepared;
  const auto state = store::state(in.tx, version->id);
  if (state->stage != Stage::prepared) return nothing_prepared;
  if (version->number != number || version->digest != digest) return version_changed;
  return std::move(*version);
}

Result<Receipt> receive(Context& in, const Answer& answer, const Version& version,
                        const Arrival& arrival) {
  const auto round = store::round(in.tx, answer.round);
  const auto asked = duty::duty_of(in.tx, round->duty, answer.id);
  std::optional<Date> due;
  if (asked && asked->open()) due = asked->due;
  store::add_state(in.tx, {.subject = version.id,
                           .effective = in.today,
                           .sequence = in.sequence,
                           .stage = Stage::submitted,
                           .channel = arrival.channel,
                           .received = arrival.received,
                           .due = due,
                           .receipt = arrival.receipt,
                           .scan = arrival.scan,
                           .maker = person_of(in.actor),
                           .checker = in.checker ? person_of(*in.checker) : std::nullopt});
  if (const auto closed =
          duty::close(in, round->duty, answer.id,
                      {.outcome = duty::Outcome::done, .received = arrival.received});
      !closed)
    return closed.problem();
  Receipt receipt{.id = answer.id,
                  .number = version.number,
                  .receipt = in.sequence,
                  .received = arrival.received,
                  .due = due,
                  .version = in.sequence};
  if (due) receipt.timeliness = duty::timeliness(*due, arrival.received);
  return receipt;
}

/// The version of that number, if it waits for a decision and is the one that counts.
Result<Version> to_decide(Context& in, const Answer& answer, std::int64_t number) {
  auto version = store::version_numbered(in.tx, answer.id, number);
  if (!version) return not_found;
  if (store::last_submitted(in.tx, answer.id) > number) return superseded;
  if (store::state(in.tx, version->id)->stage != Stage::submitted) return nothing_submitted;
  return std::move(*version);
}

/// Sent back, the answer is asked for again, until the day said.
Result<Done> ask_again(Context& in, const Answer& answer, std::optional<Date> until) {
  const auto round = store::round(in.tx, answer.round);
  const auto asked = duty::duty_of(in.tx, round->duty, answer.id);
  if (!asked || asked->open()) return Done{};
  const Date due = until.value_or(std::max(asked->due, in.today));
  const auto opened = duty::open(in, {.kind = asked->kind,
                                      .subject = answer.id,
                                      .organisation = answer.organisation,
                                      .right = asked->action,
                                      .term = {.from = due},
                                      .clause = asked->clause,
                                      .period = asked->period});
  if (!opened) return opened.problem();
  return Done{};
}

}  // namespace

std::optional<Version> frozen_version(db::Tx& tx, std::int64_t answer) {
  return store::latest_version(tx, answer);
}

std::optional<Version> frozen_version(db::Tx& tx, std::int64_t answer, std::int64_t number) {
  return store::version_numbered(tx, answer, number);
}

Result<Receipt> submit(Context& in, const SubmitAnswer& input) {
  const auto answer = current(in, input.id);
  if (!answer) return answer.problem();
  const auto version = to_submit(in, *answer, input.number, input.digest);
  if (!version) return version.problem();
  if (version->entered_by && !version->scan && on_behalf(in, *answer)) return unconfirmed;
  return receive(in, *answer, *version, {.channel = Channel::here, .received = in.received});
}

Result<Receipt> record_outside(Context& in, const RecordOutside& input) {
  const auto answer = current(in, input.id);
  if (!answer) return answer.problem();
  if (input.channel == Channel::here) return Problem::at("/channel", not_outside);
  if (input.received > in.received) return Problem::at("/received", received_ahead);
  const auto version = to_submit(in, *answer, input.number, input.digest);
  if (!version) return version.problem();
  Arrival arrival{.channel = input.channel, .received = input.received, .receipt = input.receipt};
  if (const auto kept = keep_scan(in, *answer, input.scan, arrival.scan); !kept)
    return kept.problem();
  if (version->entered_by && !version->scan && !arrival.scan && on_behalf(in, *answer))
    return unconfirmed;
  return receive(in, *answer, *version, arrival);
}

Result<journal::Changed> accept(Context& in, const AcceptAnswer& input) {
  const auto answer = current(in, input.id);
  if (!answer) return answer.problem();
  const auto version = to_decide(in, *answer, input.number);
  if (!version) return version.problem();
  store::add_state(in.tx, {.subject = version->id,
                           .effective = in.today,
                           .sequence = in.sequence,
                           .stage = Stage::accepted,
                           .maker = person_of(in.actor),
                           .remark = input.remark});
  return journal::Changed{.id = answer->id, .version = in.sequence};
}

Result<journal::Changed> send_back(Context& in, const SendBackAnswer& input) {
  const auto answer = current(in, input.id);
  if (!answer) return answer.problem();
  const auto version = to_decide(in, *answer, input.number);
  if (!version) return version.problem();
  const auto form = form_of(in.tx, *store::round(in.tx, answer->round));
  if (!form) return form.problem();
  std::vector<FieldError> errors;
  json::Value remarks{json::Object{}};
  if (input.remarks)
    remarks = edited_texts(*form, remarks_of_cells(), std::move(remarks), input.remarks->value,
                           "/remarks", errors);
  if (!errors.empty()) return Problem{bad_input, std::move(errors)};
  const bool on_cells = !remarks.object()->empty();
  if (!input.remark && !on_cells) return remark_missing;
  store::add_state(
      in.tx, {.subject = version->id,
              .effective = in.today,
              .sequence = in.sequence,
              .stage = Stage::returned,
              .maker = person_of(in.actor),
              .remark = input.remark,
              .remarks = on_cells ? std::optional(json::Any{std::move(remarks)}) : std::nullopt});
  if (const auto again = ask_again(in, *answer, input.due); !again) return again.problem();
  return journal::Changed{.id = answer->id, .version = in.sequence};
}

}  // namespace zr::forms

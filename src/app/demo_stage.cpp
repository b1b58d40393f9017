#include "app/demo_stage.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "access/people.h"
#include "app/record_verbs.h"
#include "files/files.h"
#include "journal/store.h"

namespace zr::app {

namespace {

/// How long a person takes from one step to the next.
constexpr std::chrono::seconds between_steps{40};

[[noreturn]] void refused(std::string_view what, const Problem& problem) {
  throw std::runtime_error(fmt::format("demo: {}: {}", what, problem_text(problem)));
}

json::Value body_of(const journal::Answer& answer) {
  auto body = json::parse(answer.body);
  if (!body) refused("answer", body.problem());
  return std::move(*body);
}

}  // namespace

void DemoStage::run_jobs() {
  for (;;) {
    const auto step = journal_.read([&](db::Tx& tx) { return agenda_.next(tx, clock_.now()); });
    if (!step) return;
    const auto answer = journal_.submit({.actor = access::Actor::program(),
                                         .command = journal_.find(step->command),
                                         .body = step->body,
                                         .key = step->key});
    if (!answer) refused(step->command, answer.problem());
  }
}

void DemoStage::reach(Instant moment) {
  if (moment < clock_.now()) throw std::logic_error("demo: time does not run backwards");
  for (;;) {
    const Instant night = Instant::start_of(journal_.business_date() + 1) + after_midnight;
    if (night > moment) break;
    clock_.set(night);
    run_jobs();
  }
  clock_.set(moment);
}

access::Actor DemoStage::actor(const std::string& login) {
  const std::int64_t account = person(login).account;
  auto found = journal_.read([&](db::Tx& tx) {
    return access::actor_of(tx, account, journal::store::chain(tx).business_date);
  });
  if (!found) throw std::logic_error("demo: nobody is " + login);
  return std::move(*found);
}

journal::Answer DemoStage::submit(const std::string& login, std::string_view command,
                                  json::Value body, std::optional<std::int64_t> seen) {
  clock_.advance(between_steps);
  auto answer = journal_.submit({.actor = actor(login),
                                 .command = journal_.find(command),
                                 .body = std::move(body),
                                 .key = fmt::format("demo {}", ++steps_),
                                 .expected_version = seen});
  if (!answer) refused(fmt::format("{} by {}", command, login), answer.problem());
  return std::move(*answer);
}

json::Value DemoStage::does(const std::string& login, std::string_view command, json::Value body,
                            std::optional<std::int64_t> seen) {
  const auto answer = submit(login, command, std::move(body), seen);
  if (answer.state != journal::Answer::State::done)
    throw std::logic_error(fmt::format("demo: {} waits for a second person", command));
  return body_of(answer);
}

std::int64_t DemoStage::asks(const std::string& login, std::string_view command, json::Value body,
                             std::optional<std::int64_t> seen) {
  const auto answer = submit(login, command, std::move(body), seen);
  if (answer.state != journal::Answer::State::awaiting_approval)
    throw std::logic_error(fmt::format("demo: {} waits for nobody", command));
  return number_in(body_of(answer), "command");
}

json::Value DemoStage::approves(const std::string& login, std::int64_t waiting) {
  const auto asked =
      journal_.read([&](db::Tx& tx) { return journal::store::waiting(tx, waiting); });
  if (!asked) throw std::logic_error("demo: nothing waits to be approved");
  return does(login, "commands.approve",
              json::Object{{"id", waiting}, {"password", person(login).password}}, asked->sequence);
}

std::string DemoStage::uploads(const std::string& login, const std::string& name,
                               std::string_view bytes) {
  const std::filesystem::path file = files::home().incoming() / "demo";
  std::ofstream(file, std::ios::binary) << bytes;
  const auto received = files::receive(
      journal_, {.file = file, .name = name, .organisation = actor(login).organisation});
  if (!received) refused("upload of " + name, received.problem());
  return received->digest;
}

std::int64_t number_in(const json::Value& answer, std::string_view member) {
  const json::Value* value = answer.find(member);
  if (!value || !value->integer())
    throw std::logic_error(fmt::format("demo: no {} in an answer", member));
  return *value->integer();
}

}  // namespace zr::app

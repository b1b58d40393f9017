#include "rulebook/rulebook.h"

#include <stdexcept>

#include "rulebook/calendar_table.h"
#include "rulebook/store.h"

namespace zr::rulebook {

namespace {

using journal::Changed;
using journal::Context;

const RuleSet* find(const std::vector<RuleSet>& sets, std::string_view code) {
  for (const RuleSet& set : sets)
    if (set.code == code) return &set;
  return nullptr;
}

/// The set's faults with their places below the command's own field.
Problem placed(Problem problem) {
  for (FieldError& error : problem.errors) error.pointer.insert(0, "/content");
  return problem;
}

std::int64_t id_of(Context& in, const RuleSet& set) {
  if (const auto known = store::set_of_code(in.tx, set.code)) return known->id;
  const std::int64_t id = in.new_id();
  store::add_set(in.tx, {.id = id,
                         .sequence = in.sequence,
                         .code = std::string(set.code),
                         .zh = std::string(set.zh),
                         .en = std::string(set.en)});
  return id;
}

Result<Changed> publish(Context& in, const PublishRules& input, const std::vector<RuleSet>& sets) {
  const RuleSet* set = find(sets, input.code);
  if (!set) return Problem::at("/code", unknown_set);
  if (const auto fits = check(*set, input.content.value); !fits) return placed(fits.problem());
  const auto before = store::set_at(in.tx, input.code, {.as_of = input.effective});
  if (before && before->facts.content == input.content && before->facts.clause == input.clause &&
      before->facts.confidence == input.confidence && before->facts.source == input.source)
    return nothing_new;
  const std::int64_t id = id_of(in, *set);
  store::add_version(in.tx, {.subject = id,
                             .effective = input.effective,
                             .sequence = in.sequence,
                             .facts = {.clause = input.clause,
                                       .source = input.source,
                                       .confidence = input.confidence,
                                       .content = input.content}});
  in.raise("rules.published", {id});
  return Changed{.id = id, .version = in.sequence};
}

Result<Changed> never_run(Context&, const PublishRules&) {
  throw std::logic_error("rules.publish runs with the sets of the house");
}

}  // namespace

const json::Struct& describe(const PublishRules*) {
  static const json::Struct table(
      "PublishRules", {{"code", &PublishRules::code, "规则表", "Set", {.max_length = 40}},
                       {"effective", &PublishRules::effective, "生效日期", "Effective"},
                       {"clause", &PublishRules::clause, "依据条款", "Clause", {.max_length = 300}},
                       {"source", &PublishRules::source, "来源", "Source", {.max_length = 300}},
                       {"confidence", &PublishRules::confidence, "可信程度", "Confidence"},
                       {"content", &PublishRules::content, "内容", "Content"}});
  return table;
}

std::vector<journal::Command> commands(std::vector<RuleSet> sets) {
  auto made =
      journal::command<PublishRules, Changed>({.noun = "rules",
                                               .verb = "publish",
                                               .zh = "发布规则表",
                                               .en = "Publish a set of rules",
                                               .eyes = journal::Eyes::four,
                                               .refuses = {unknown_set, bad_rules, nothing_new}},
                                              never_run);
  made.run = [known = std::move(sets)](Context& in, const void* input) -> Result<std::string> {
    const auto done = publish(in, *static_cast<const PublishRules*>(input), known);
    if (!done) return done.problem();
    return json::write(*done);
  };
  return {std::move(made)};
}

std::vector<RuleSet> rule_sets() {
  return {calendar_set()};
}

Result<json::Value> content(db::Tx& tx, std::string_view code, access::Moment moment) {
  auto found = store::set_at(tx, code, moment);
  if (!found) return no_such_set;
  return std::move(found->facts.content.value);
}

Result<WorkingCalendar> calendar(db::Tx& tx, access::Moment moment) {
  const auto found = content(tx, calendar_code, moment);
  if (!found) return found.problem();
  return calendar_from(*found);
}

}  // namespace zr::rulebook

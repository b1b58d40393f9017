#include "rulebook/calculators.h"

#include "json/reason.h"
#include "rulebook/calendar_table.h"
#include "rulebook/rule_set.h"

namespace zr::rulebook {

namespace {

/// A question may be pasted from anywhere; what is longer is no number of any kind.
constexpr std::size_t value_limit = 1'000;
/// Wider than any limit of the rule itself, which then says what would be right.
constexpr std::int64_t amount_limit = 1'000'000;

Result<IdentifierAnswer> answer_identifier(const IdentifierQuestion& question) {
  Identified found = identify(question.kind, question.value);
  return IdentifierAnswer{.normalised = std::move(found.normalised),
                          .verdict = found.verdict,
                          .right_kind = found.right_kind,
                          .reasons = std::move(found.reasons)};
}

/// Without a published calendar no year is known, so only limits that need none are answered.
Result<WorkingCalendar> calendar_of(const Footing& footing) {
  const auto content = footing.tables(calendar_code);
  if (content == no_such_set) return WorkingCalendar::of({}, {});
  if (!content) return content.problem();
  return calendar_from(*content);
}

Result<Answering> prepare_deadline(const Footing& footing) {
  auto calendar = calendar_of(footing);
  if (!calendar) return calendar.problem();
  return answering<DeadlineQuestion, DeadlineAnswer>(
      [known = std::move(*calendar)](const DeadlineQuestion& question) -> Result<DeadlineAnswer> {
        auto found = deadline({.from = question.from,
                               .amount = static_cast<int>(question.amount),
                               .unit = question.unit,
                               .roll = question.roll},
                              known);
        if (!found) return found.problem();
        return DeadlineAnswer{.due = found->due, .steps = std::move(found->steps)};
      });
}

}  // namespace

const json::Struct& describe(const IdentifierQuestion*) {
  static const json::Struct table("IdentifierQuestion",
                                  {{"kind", &IdentifierQuestion::kind, "号码种类", "Kind"},
                                   {"value",
                                    &IdentifierQuestion::value,
                                    "号码",
                                    "Number",
                                    {.min_length = 0, .max_length = value_limit}}});
  return table;
}

const json::Struct& describe(const IdentifierAnswer*) {
  static const json::Struct table(
      "IdentifierAnswer",
      {{"normalised", &IdentifierAnswer::normalised, "规范写法", "Normal form"},
       {"verdict", &IdentifierAnswer::verdict, "结论", "Verdict"},
       {"right_kind", &IdentifierAnswer::right_kind, "专利种类", "Kind of patent"},
       {"reasons", &IdentifierAnswer::reasons, "理由", "Reasons"}});
  return table;
}

const json::Struct& describe(const DeadlineQuestion*) {
  static const json::Struct table(
      "DeadlineQuestion",
      {{"from", &DeadlineQuestion::from, "起算日", "From"},
       {"amount", &DeadlineQuestion::amount, "数量", "Amount", {.min = 0, .max = amount_limit}},
       {"unit", &DeadlineQuestion::unit, "单位", "Unit"},
       {"roll", &DeadlineQuestion::roll, "顺延", "Roll"}});
  return table;
}

const json::Struct& describe(const DeadlineAnswer*) {
  static const json::Struct table("DeadlineAnswer",
                                  {{"due", &DeadlineAnswer::due, "到期日", "Due"},
                                   {"steps", &DeadlineAnswer::steps, "计算步骤", "Steps"}});
  return table;
}

std::vector<Calculator> calculators() {
  return {calculator<IdentifierQuestion, IdentifierAnswer>(
              {"/calculators/identifier", "号码校验", "Check a number"},
              [](const Footing&) -> Result<Answering> {
                return answering<IdentifierQuestion, IdentifierAnswer>(answer_identifier);
              }),
          calculator<DeadlineQuestion, DeadlineAnswer>(
              {"/calculators/deadline", "期限计算", "Compute a due date"}, prepare_deadline)};
}

}  // namespace zr::rulebook

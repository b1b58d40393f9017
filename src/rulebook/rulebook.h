#pragma once
/// Everything legal that is data 规则库: sets of tables with clause, confidence and validity,
/// published by two people and never changed; a later version takes over from its day on. Whoever
/// computes asks for the set of a moment and gets it typed, or a refusal: nothing is ever guessed.
#include <optional>
#include <string>
#include <vector>

#include "access/party.h"
#include "api/read.h"
#include "journal/command.h"
#include "rulebook/rule_set.h"
#include "rulebook/rules/calendar.h"

namespace zr::rulebook {

inline constexpr Refusal unknown_set{"unknown_set", "没有这一规则表", "There is no such set",
                                     RefusalKind::bad_input};
inline constexpr Refusal nothing_new{"nothing_new", "与该日已发布的内容完全相同，不必再次发布",
                                     "This is already published for that day"};

/// POST /rules/publish: a whole new content of one set from a day on.
struct PublishRules {
  std::string code;
  Date effective;
  std::string clause;
  std::optional<std::string> source;
  Confidence confidence = Confidence::source;
  json::Any content;
};
const json::Struct& describe(const PublishRules*);

/// `sets` are all that the house knows; a content that does not fit its set is never published.
std::vector<journal::Command> commands(std::vector<RuleSet> sets);
std::vector<api::Read> reads();

/// The sets that this module computes with itself.
std::vector<RuleSet> rule_sets();

/// The content of a set at a moment; refused `no_such_set` where none is in force.
Result<json::Value> content(db::Tx& tx, std::string_view code, access::Moment moment);
/// The published working calendar at a moment.
Result<WorkingCalendar> calendar(db::Tx& tx, access::Moment moment);

}  // namespace zr::rulebook

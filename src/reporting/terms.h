#pragma once
/// What law and house say around the return, as published data: until when it is filed and decided
/// on, whether a day off moves that day, by which clause, and from how many organisations on a
/// total is shown to whoever is no authority. A later version takes over from its day on.
#include <optional>
#include <string>

#include "access/party.h"
#include "db/tx.h"
#include "rulebook/rule_set.h"
#include "rulebook/rules/deadline.h"

namespace zr::reporting {

inline constexpr std::string_view file_duty = "returns.file";
inline constexpr std::string_view decide_duty = "returns.decide";

/// A row of "terms". Without a length the return's own rule of severity `late_flag` says it (V7).
struct DutyTerm {
  std::string duty;
  std::optional<std::int64_t> amount = {};
  std::optional<rulebook::TimeUnit> unit = {};
  rulebook::Roll roll = rulebook::Roll::none;
  std::string clause;
};
const json::Struct& describe(const DutyTerm*);

/// The row of "disclosure".
struct Disclosure {
  std::int64_t fewest_organisations = 0;
  std::string clause;
};
const json::Struct& describe(const Disclosure*);

rulebook::RuleSet terms_set();

/// Empty where no version is in force at that moment.
std::optional<DutyTerm> duty_term(db::Tx& tx, std::string_view duty, access::Moment moment);
std::optional<Disclosure> disclosure(db::Tx& tx, access::Moment moment);

}  // namespace zr::reporting

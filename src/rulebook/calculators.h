#pragma once
/// Questions and answers of the calculators `identifier` and `deadline` (contracts §4). Field names
/// are a promise to outside scripts.
#include <optional>
#include <string>
#include <vector>

#include "base/identifier.h"
#include "rulebook/calculator.h"
#include "rulebook/rules/deadline.h"

namespace zr::rulebook {

struct IdentifierQuestion {
  IdentifierKind kind = IdentifierKind::uscc;
  std::string value;
};
const json::Struct& describe(const IdentifierQuestion*);

struct IdentifierAnswer {
  std::string normalised;
  IdentifierVerdict verdict = IdentifierVerdict::invalid;
  std::optional<PatentKind> right_kind = {};
  std::vector<Reason> reasons;
};
const json::Struct& describe(const IdentifierAnswer*);

struct DeadlineQuestion {
  Date from;
  std::int64_t amount = 0;
  TimeUnit unit = TimeUnit::calendar_day;
  Roll roll = Roll::none;
};
const json::Struct& describe(const DeadlineQuestion*);

struct DeadlineAnswer {
  Date due;
  std::vector<Reason> steps;
};
const json::Struct& describe(const DeadlineAnswer*);

std::vector<Calculator> calculators();

}  // namespace zr::rulebook

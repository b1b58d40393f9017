#pragma once
/// The JSON form of a predicate tree, the one grammar of the whole house:
///   true | false | {"fact","op","value"} | {"all":[…]} | {"any":[…]} | {"not":…}
/// Reading judges the shape only; whether facts and constants fit is Condition's question.
#include <span>
#include <string>

#include "base/result.h"
#include "json/value.h"
#include "rulebook/rules/condition.h"
#include "rulebook/rules/predicate.h"

namespace zr::rulebook {

/// Refused `bad_predicate` with every fault of shape at its place below `pointer`.
Result<Predicate> read_predicate(const json::Value& from, const std::string& pointer = "");
/// Reads and checks in one step.
Result<Condition> read_condition(const json::Value& from, std::span<const Fact> facts,
                                 const std::string& pointer = "");
json::Value to_json(const Predicate& predicate);

}  // namespace zr::rulebook

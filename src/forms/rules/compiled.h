#pragma once
/// A form's expressions, read and checked once. Only the evaluator and the sentences look in here.
#include <set>
#include <string>
#include <vector>

#include "forms/rules/expression.h"
#include "rulebook/rules/condition.h"

namespace zr::forms {

struct CompiledRule {
  rulebook::Condition when;
  Expression left;
  Comparison comparison = Comparison::equal;
  Expression right;
  Dimension dimension = Dimension::plain;  ///< Of both sides.
  std::vector<Reference> names = {};       ///< Of both sides, each once.
};

struct CompiledFormula {
  std::string cell;
  Expression value;
};

struct CompiledForm {
  std::vector<CompiledRule> rules;        ///< In the form's order.
  std::vector<CompiledFormula> formulas;  ///< Each after those it needs.
  std::vector<rulebook::Fact> facts;      ///< What conditions may ask, in the order of their data.
  std::set<std::string, std::less<>> never_negative;
};

}  // namespace zr::forms

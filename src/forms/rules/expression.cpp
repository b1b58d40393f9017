#include "forms/rules/expression.h"

#include <algorithm>

namespace zr::forms {

namespace {

void collect(const Expression& expression, std::vector<Reference>& out) {
  if (expression.kind == Expression::Kind::name &&
      std::find(out.begin(), out.end(), expression.name) == out.end())
    out.push_back(expression.name);
  for (const Expression& part : expression.parts) collect(part, out);
}

}  // namespace

std::string text_of(const Reference& reference) {
  switch (reference.of) {
    case Reference::Of::cell:
      return reference.id;
    case Reference::Of::previous:
      return "prev." + reference.id;
    case Reference::Of::ledger:
      return "ledger." + reference.id;
    case Reference::Of::submission:
      return "meta." + reference.id;
    case Reference::Of::previous_version:
      return "prev_version." + reference.id;
  }
  return reference.id;
}

std::vector<Reference> references_of(const Expression& expression) {
  std::vector<Reference> out;
  collect(expression, out);
  return out;
}

std::span<const Name> names_of(Comparison) {
  static constexpr Name names[] = {
      named(Comparison::equal, "==", "等于", "equal"),
      named(Comparison::not_equal, "!=", "不等于", "differ from"),
      named(Comparison::less, "<", "小于", "be less than"),
      named(Comparison::at_most, "<=", "不大于", "be at most"),
      named(Comparison::more, ">", "大于", "be more than"),
      named(Comparison::at_least, ">=", "不小于", "be at least"),
      named(Comparison::is, "is", "为", "be"),
      named(Comparison::multiple_of, "multiple_of", "为整数倍于", "be a multiple of")};
  return names;
}

}  // namespace zr::forms

#include "rulebook/rules/reasons.h"

#include <algorithm>

namespace zr::rulebook {

namespace {

void collect(std::vector<Reason>& out, const Predicate& predicate, const Trace& trace,
             std::span<const Fact> facts) {
  if (predicate.kind == Predicate::Kind::comparison) {
    const auto fact = std::find_if(facts.begin(), facts.end(),
                                   [&](const Fact& each) { return each.name == trace.fact; });
    out.push_back({.truth = trace.truth,
                   .asked = sentence(predicate, facts),
                   .found = datum_text(trace.datum, *fact)});
  }
  for (std::size_t i = 0; i < predicate.parts.size(); ++i)
    collect(out, predicate.parts[i], trace.parts[i], facts);
}

}  // namespace

std::vector<Reason> reasons(const Condition& condition, std::span<const Fact> facts,
                            std::span<const json::Scalar> data) {
  std::vector<Reason> out;
  collect(out, condition.predicate(), condition.trace(data), facts);
  return out;
}

}  // namespace zr::rulebook

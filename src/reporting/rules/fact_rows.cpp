#include "reporting/rules/fact_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace zr::reporting {

FactShape::FactShape(std::string reader, const json::Struct& row, std::string_view prefix,
                     const std::vector<Carried>& carried)
    : reader_(std::move(reader)),
      row_(&row),
      prefix_(prefix),
      facts_(rulebook::facts_of(row, prefix)) {
  const std::vector<rulebook::Fact> own = facts_;
  for (std::size_t i = 0; i < own.size(); ++i) places_.push_back(i);
  for (const Carried& group : carried)
    for (const std::string_view name : group.fields) {
      const auto place = field(name);
      if (!place) continue;
      rulebook::Fact fact = own[*place];
      fact.name = fmt::format("{}.{}", group.prefix, name);
      facts_.push_back(std::move(fact));
      places_.push_back(*place);
    }
}

std::optional<std::size_t> FactShape::field(std::string_view name) const {
  const std::string full = fmt::format("{}.{}", prefix_, name);
  const auto found = std::find_if(facts_.begin(), facts_.end(),
                                  [&](const rulebook::Fact& fact) { return fact.name == full; });
  if (found == facts_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - facts_.begin());
}

std::vector<json::Scalar> FactShape::facts_of(const void* object) const {
  const auto data = rulebook::data_of(*row_, object);
  std::vector<json::Scalar> facts;
  facts.reserve(places_.size());
  for (const std::size_t place : places_) facts.push_back(data[place]);
  return facts;
}

}  // namespace zr::reporting

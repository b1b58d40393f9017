/// The versions that count.
#include "forms/store.h"

namespace zr::forms {

const json::Struct& describe(const Standing*) {
  static const json::Struct table(
      "FormStanding", {json::embed(&Standing::version),
                       {"organisation", &Standing::organisation, "机构", "Organisation"},
                       {"stage", &Standing::stage, "状态", "Stage"}});
  return table;
}

std::vector<Standing> standing_versions(db::Tx& tx, const access::Scope& scope, std::int64_t round,
                                        std::int64_t known_at) {
  std::vector<Standing> counted;
  for (Standing& each : store::standing(tx, scope.rows, round, known_at))
    if (counted.empty() || counted.back().organisation != each.organisation)
      counted.push_back(std::move(each));
  return counted;
}

}  // namespace zr::forms

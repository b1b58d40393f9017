#include "api/moment.h"

#include "journal/store.h"

namespace zr::api {

const json::Struct& describe(const MomentQuery*) {
  static const json::Struct table("MomentQuery",
                                  {{"as_of", &MomentQuery::as_of, "截至日期", "As of"},
                                   {"known_at", &MomentQuery::known_at, "知悉日期", "Known at"}});
  return table;
}

Result<access::Moment> moment_of(ReadContext& in, const MomentQuery& query) {
  access::Moment moment{.as_of = query.as_of.value_or(in.today)};
  if (!query.known_at) {
    if (query.as_of) moment.known_at = journal::store::known_at(in.tx, *query.as_of);
    return moment;
  }
  if (*query.known_at == "now") return moment;
  const auto day = Date::parse(*query.known_at);
  if (!day) return Problem::at("/known_at", bad_known_at);
  moment.known_at = journal::store::known_at(in.tx, *day);
  return moment;
}

}  // namespace zr::api

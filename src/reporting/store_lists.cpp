/// SQL for this module's screens. Every list is read under the reader's own rows.
#include "db/as_of.h"
#include "reporting/returns.h"
#include "reporting/store.h"

namespace zr::reporting::store {

std::vector<ReturnHead> returns(api::ReadContext& in, const ReturnsQuery& query) {
  if (in.scope.rows.empty()) return {};
  static const std::string sql =
      "SELECT a.id, a.round, r.period, a.organisation, v.name AS organisation_name, r.due"
      " FROM forms_answer a JOIN forms_round r ON r.id = a.round"
      " JOIN access_party p ON p.id = a.organisation JOIN " +
      db::as_of({.versions = "access_party_version",
                 .subject = "party",
                 .as_of = "$1",
                 .known_at = "9223372036854775807"}) +
      " v ON v.party = a.organisation WHERE r.form = $2 AND p.path LIKE $3"
      " AND ($4 = '' OR r.period = $4) AND ($5 = 0 OR a.organisation = $5) AND a.id < $6"
      " ORDER BY a.id DESC LIMIT $7";
  return in.tx.rows<ReturnHead>(sql, in.today, form_code, in.scope.rows + "%",
                                query.period ? query.period->text() : std::string(),
                                query.organisation.value_or(0), query.listing.after(INT64_MAX),
                                query.listing.limit + 1);
}

std::int64_t asked(db::Tx& tx, std::int64_t round) {
  return tx.number("SELECT COUNT(*) FROM forms_answer WHERE round = $1", round);
}

}  // namespace zr::reporting::store

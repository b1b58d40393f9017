#include "rulebook/store.h"

#include "db/as_of.h"

namespace zr::rulebook::store {

const db::Table set_table{
    "rulebook_set", &json::struct_of<PublishedSet>, {"id"}, db::Keeping::covered};
const db::Table set_version_table{"rulebook_set_version",
                                  &json::struct_of<SetVersion>,
                                  {"subject", "effective", "sequence"},
                                  db::Keeping::covered};

namespace {

/// Every set with its version at $1 (as_of), $2 (known_at).
const std::string& version_at() {
  static const std::string sql = " FROM rulebook_set s JOIN " +
                                 db::as_of({.versions = "rulebook_set_version",
                                            .subject = "subject",
                                            .as_of = "$1",
                                            .known_at = "$2"}) +
                                 " v ON v.subject = s.id";
  return sql;
}

const std::string& set_columns() {
  static const std::string sql =
      "SELECT s.id, s.code, s.zh, s.en, v.effective, v.clause, v.source, v.confidence, v.content,"
      " v.sequence AS version" +
      version_at();
  return sql;
}

}  // namespace

std::optional<PublishedSet> set_of_code(db::Tx& tx, std::string_view code) {
  return tx.row<PublishedSet>("SELECT {PublishedSet} FROM rulebook_set WHERE code = $1", code);
}

void add_set(db::Tx& tx, const PublishedSet& set) {
  tx.insert(set_table, set);
}

void add_version(db::Tx& tx, const SetVersion& version) {
  tx.insert(set_version_table, version);
}

std::optional<SetAt> set_at(db::Tx& tx, std::string_view code, access::Moment moment) {
  static const std::string sql = set_columns() + " WHERE s.code = $3";
  return tx.row<SetAt>(sql, moment.as_of, moment.known_at, code);
}

std::optional<SetAt> set_at(db::Tx& tx, std::int64_t id, access::Moment moment) {
  static const std::string sql = set_columns() + " WHERE s.id = $3";
  return tx.row<SetAt>(sql, moment.as_of, moment.known_at, id);
}

std::optional<SetAt> set_published(db::Tx& tx, std::string_view code, std::int64_t record) {
  return tx.row<SetAt>(
      "SELECT s.id, s.code, s.zh, s.en, v.effective, v.clause, v.source, v.confidence, v.content,"
      " v.sequence AS version FROM rulebook_set s JOIN rulebook_set_version v ON v.subject = s.id"
      " WHERE s.code = $1 AND v.sequence = $2 AND v.withdrawn = 0",
      code, record);
}

std::vector<SetRow> sets_at(db::Tx& tx, access::Moment moment) {
  // A later version counts only if nothing said since has withdrawn it.
  static const std::string sql =
      "SELECT s.id, s.code, s.zh, s.en, v.effective,"
      " (SELECT MIN(n.effective) FROM rulebook_set_version n WHERE n.subject = s.id"
      " AND n.effective > $1 AND n.sequence <= $2 AND n.withdrawn = 0 AND NOT EXISTS"
      " (SELECT 1 FROM rulebook_set_version w WHERE w.subject = n.subject"
      " AND w.effective = n.effective AND w.sequence > n.sequence AND w.sequence <= $2"
      " AND w.withdrawn = 1)) AS next_effective,"
      " v.clause, v.source, v.confidence, v.sequence AS version" +
      version_at() + " ORDER BY s.code";
  return tx.rows<SetRow>(sql, moment.as_of, moment.known_at);
}

std::vector<SetVersionRow> versions(db::Tx& tx, std::int64_t id) {
  return tx.rows<SetVersionRow>(
      "SELECT v.effective, v.sequence AS version, r.received AS published, v.clause, v.source,"
      " v.confidence, v.withdrawn FROM rulebook_set_version v"
      " JOIN journal_record r ON r.sequence = v.sequence"
      " WHERE v.subject = $1 ORDER BY v.effective DESC, v.sequence DESC LIMIT $2",
      id, api::max_limit);
}

}  // namespace zr::rulebook::store

#include "reporting/store.h"

#include "db/as_of.h"
#include "reporting/tables.h"

namespace zr::reporting {

namespace {

/// A number of the record alone.
struct Record {
  std::int64_t sequence = 0;
};
const json::Struct& describe(const Record*) {
  static const json::Struct table("Record", {{"sequence", &Record::sequence, "记录号", "Record"}});
  return table;
}

/// Of a kind of party, those that are not closed on a day, in order of registration.
std::vector<access::PartyAt> head_offices(db::Tx& tx, std::string_view kind,
                                          access::Moment moment) {
  static const std::string sql =
      "SELECT p.id, p.kind, p.parent, p.path, p.uscc, v.name, v.short_name, v.region, v.zone,"
      " v.park, v.standing, v.sequence AS version FROM access_party p JOIN " +
      db::as_of({.versions = "access_party_version",
                 .subject = "party",
                 .as_of = "$1",
                 .known_at = "$2"}) +
      " v ON v.party = p.id WHERE p.kind = $3 AND p.parent IS NULL"
      " AND v.standing <> 'closed' ORDER BY p.id";
  return tx.rows<access::PartyAt>(sql, moment.as_of, moment.known_at, kind);
}

}  // namespace

std::vector<const db::Table*> tables() {
  return {&store::row_table};
}

namespace store {

const db::Table row_table{"reporting_row",
                          &json::struct_of<FrozenRow>,
                          {"version", "reader", "place"},
                          db::Keeping::covered};

void freeze(db::Tx& tx, const std::vector<FrozenRow>& rows) {
  tx.insert_all(row_table, rows);
}

std::vector<FrozenRow> frozen(db::Tx& tx, std::int64_t version) {
  return tx.rows<FrozenRow>(
      "SELECT {FrozenRow} FROM reporting_row WHERE version = $1 ORDER BY reader, place", version);
}

bool submitted_on(db::Tx& tx, std::int64_t record) {
  return tx.number(
             "SELECT COUNT(*) FROM forms_version_state s WHERE s.stage IN ('submitted', 'accepted')"
             " AND s.subject IN (SELECT f.version FROM reporting_row f WHERE f.rests_on = $1)"
             " AND NOT EXISTS (SELECT 1 FROM forms_version_state l WHERE l.subject = s.subject"
             " AND l.sequence > s.sequence AND l.stage = 'returned')",
             record) > 0;
}

std::vector<std::int64_t> decided_at(db::Tx& tx, std::int64_t round) {
  std::vector<std::int64_t> out;
  for (const Record& record : tx.rows<Record>(
           "SELECT DISTINCT s.sequence FROM forms_version_state s"
           " JOIN forms_version v ON v.id = s.subject JOIN forms_answer a ON a.id = v.answer"
           " WHERE a.round = $1 AND s.stage <> 'prepared' ORDER BY s.sequence",
           round))
    out.push_back(record.sequence);
  return out;
}

std::optional<std::int64_t> regulator(db::Tx& tx, access::Moment moment) {
  const auto open = head_offices(tx, "regulator", moment);
  return open.empty() ? std::nullopt : std::optional(open.front().id);
}

std::vector<access::PartyAt> banks(db::Tx& tx, access::Moment moment) {
  return head_offices(tx, "bank", moment);
}

}  // namespace store
}  // namespace zr::reporting

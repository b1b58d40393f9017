/// SQL over parties and their versions.
#include "access/party.h"
#include "db/as_of.h"

namespace zr::access {

const db::Table party_table{"access_party", &json::struct_of<Party>, {"id"}, db::Keeping::covered};
const db::Table party_version_table{"access_party_version",
                                    &json::struct_of<PartyVersion>,
                                    {"party", "effective", "sequence"},
                                    db::Keeping::covered};

void add_party(db::Tx& tx, const Party& party, const PartyVersion& first) {
  tx.insert(party_table, party);
  tx.insert(party_version_table, first);
}

void add_parties(db::Tx& tx, const std::vector<Party>& parties,
                 const std::vector<PartyVersion>& first) {
  tx.insert_all(party_table, parties);
  tx.insert_all(party_version_table, first);
}

void add_version(db::Tx& tx, const PartyVersion& version) {
  tx.insert(party_version_table, version);
}

std::optional<Party> party(db::Tx& tx, std::int64_t id) {
  return tx.row<Party>("SELECT {Party} FROM access_party WHERE id = $1", id);
}

std::optional<Party> party_by_uscc(db::Tx& tx, const std::string& uscc) {
  return tx.row<Party>("SELECT {Party} FROM access_party WHERE uscc = $1", uscc);
}

std::unordered_map<std::string, std::int64_t> party_codes(db::Tx& tx) {
  std::unordered_map<std::string, std::int64_t> codes;
  for (Party& party : tx.rows<Party>("SELECT {Party} FROM access_party WHERE uscc IS NOT NULL"))
    codes.emplace(std::move(*party.uscc), party.id);
  return codes;
}

std::optional<PartyAt> party_at(db::Tx& tx, std::int64_t id, Moment moment) {
  // Only the versions of this party are looked at: the key of their table begins with it.
  static const std::string sql =
      "SELECT p.id, p.kind, p.parent, p.path, p.uscc, v.name, v.short_name, v.region, v.zone, "
      "v.park,"
      " v.standing, v.sequence AS version FROM access_party p JOIN " +
      db::as_of({.versions = "(SELECT * FROM access_party_version WHERE party = $3)",
                 .subject = "party",
                 .as_of = "$1",
                 .known_at = "$2"}) +
      " v ON v.party = p.id WHERE p.id = $3";
  return tx.row<PartyAt>(sql, moment.as_of, moment.known_at, id);
}

std::vector<PartyVersion> party_versions(db::Tx& tx, std::int64_t id) {
  return tx.rows<PartyVersion>(
      "SELECT {PartyVersion} FROM access_party_version WHERE party = $1"
      " ORDER BY effective DESC, sequence DESC",
      id);
}

}  // namespace zr::access

/// SQL for the import of institutions.
#include <algorithm>

#include "accounts/store.h"
#include "db/as_of.h"

namespace zr::accounts {

const json::Struct& describe(const KnownInstitution*) {
  static const json::Struct table(
      "KnownInstitution", {{"id", &KnownInstitution::id, "编号", "Id"},
                           {"kind", &KnownInstitution::kind, "类型", "Kind"},
                           {"parent", &KnownInstitution::parent, "上级机构", "Head office"},
                           {"path", &KnownInstitution::path, "机构路径", "Path"},
                           {"uscc", &KnownInstitution::uscc, "统一社会信用代码", "Credit code"},
                           json::embed(&KnownInstitution::facts),
                           {"standing", &KnownInstitution::standing, "状态", "Standing"}});
  return table;
}

namespace store {

std::vector<KnownInstitution> institutions(db::Tx& tx, Date day) {
  static const std::string sql =
      "SELECT p.id, p.kind, p.parent, p.path, p.uscc, v.name, v.short_name, v.region, v.zone,"
      " v.park, v.standing FROM access_party p JOIN " +
      db::as_of({.versions = "access_party_version",
                 .subject = "party",
                 .as_of = "$1",
                 .known_at = "9223372036854775807"}) +
      " v ON v.party = p.id WHERE p.kind <> 'enterprise' ORDER BY p.id";
  return tx.rows<KnownInstitution>(sql, day);
}

std::vector<access::PartyVersion> versions_written(db::Tx& tx,
                                                   const std::vector<std::int64_t>& records) {
  std::vector<access::PartyVersion> all;
  for (const std::int64_t record : records)
    for (auto& version : tx.rows<access::PartyVersion>(
             "SELECT {PartyVersion} FROM access_party_version WHERE sequence = $1"
             " AND withdrawn = 0 ORDER BY party, effective",
             record))
      all.push_back(std::move(version));
  return all;
}

bool depended_on(db::Tx& tx, std::int64_t organisation, const std::vector<std::int64_t>& records) {
  const std::int64_t last = *std::ranges::max_element(records);
  if (tx.number("SELECT COUNT(*) FROM access_account WHERE organisation = $1", organisation) > 0)
    return true;
  if (tx.number("SELECT COUNT(*) FROM access_party_version WHERE party = $1 AND sequence > $2",
                organisation, last) > 0)
    return true;
  // Data of the organisation or of its head office that came in later may name it.
  if (tx.number("SELECT COUNT(*) FROM imports_import i JOIN imports_application a"
                " ON a.import = i.id WHERE (i.organisation = $1 OR i.organisation ="
                " (SELECT p.parent FROM access_party p WHERE p.id = $1)) AND a.sequence > $2"
                " AND i.state IN ('partly', 'applied')",
                organisation, last) > 0)
    return true;
  for (const auto& branch : tx.rows<access::Party>(
           "SELECT {Party} FROM access_party WHERE parent = $1 ORDER BY id", organisation))
    if (std::ranges::find(records, branch.sequence) == records.end()) return true;
  return false;
}

}  // namespace store
}  // namespace zr::accounts

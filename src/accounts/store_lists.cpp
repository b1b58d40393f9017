/// SQL for this module's screens. Lists of parties and people are read under the reader's own path;
/// the platform's administrators see all of them, whoever oversees the banks also these.
#include "accounts/store.h"
#include "db/anywhere.h"
#include "db/as_of.h"

namespace zr::accounts::store {

namespace {

/// The path prefix of the organisations whose people and branches this reader keeps.
std::string kept_path(const access::Actor& actor) {
  return (actor.kind == access::PartyKind::platform ? "/" : actor.path) + "%";
}

/// The path prefix of the banks whose rows this reader sees without keeping them.
std::string overseen_path(const access::Scope& scope) {
  return scope.rows.empty() ? std::string() : scope.rows + "%";
}

std::string parties(std::string_view known_at = "9223372036854775807") {
  return db::as_of({.versions = "access_party_version",
                    .subject = "party",
                    .as_of = "$1",
                    .known_at = known_at});
}

/// The version of a party that holds today, as a condition on `row` in a join.
std::string holding(std::string_view row, std::string_view party) {
  return db::holds({.versions = "access_party_version",
                    .subject = "party",
                    .as_of = "$1",
                    .known_at = "9223372036854775807"},
                   row, party);
}

/// What is shown of the parties `from`, one table or query named p.
std::string organisation_rows(std::string_view from) {
  return "SELECT p.id, p.kind, v.name, v.short_name, p.uscc, p.parent, h.name AS parent_name, "
         "v.region,"
         " (SELECT r.name FROM access_region r WHERE r.code = v.region AND r.valid_from <= $1 AND"
         " (r.valid_to IS NULL OR r.valid_to >= $1)) AS region_name, v.standing, v.sequence AS "
         "version"
         " FROM " +
         std::string(from) + " JOIN access_party_version v ON " + holding("v", "p.id") +
         " LEFT JOIN access_party_version h ON " + holding("h", "p.parent");
}

}  // namespace

std::int64_t open_branches(db::Tx& tx, std::int64_t parent, Date day) {
  static const std::string sql =
      "SELECT COUNT(*) FROM access_party p JOIN " + parties() +
      " v ON v.party = p.id WHERE p.parent = $2 AND v.standing <> 'closed'";
  return tx.number(sql, day, parent);
}

std::vector<OrganisationRow> organisations(api::ReadContext& in, const OrganisationQuery& query) {
  // The page is chosen first: else PostgreSQL reads the versions of every party to sort them.
  static const std::string sql =
      organisation_rows(
          "(SELECT p.* FROM access_party p WHERE p.kind <> 'enterprise'"
          " AND (p.path LIKE $2 OR (p.kind = 'bank' AND p.path LIKE $7))"
          " AND ($3 = '' OR p.kind = $3) AND ($4 = 0 OR p.parent = $4) AND p.id > $5"
          " AND (SELECT v.sequence FROM access_party_version v WHERE " +
          holding("v", "p.id") + ") IS NOT NULL ORDER BY p.id LIMIT $6) p") +
      " ORDER BY p.id";
  return in.tx.rows<OrganisationRow>(sql, in.today, kept_path(in.actor),
                                     query.kind ? name_of(*query.kind) : std::string_view(),
                                     query.parent.value_or(0), query.listing.after(),
                                     query.listing.limit + 1, overseen_path(in.scope));
}

std::optional<OrganisationRow> organisation(api::ReadContext& in, std::int64_t id) {
  static const std::string sql = organisation_rows("access_party p") +
                                 " WHERE p.kind <> 'enterprise' AND p.id = $3"
                                 " AND (p.path LIKE $2 OR (p.kind = 'bank' AND p.path LIKE $4))";
  return in.tx.row<OrganisationRow>(sql, in.today, kept_path(in.actor), id,
                                    overseen_path(in.scope));
}

namespace {

/// A role that an account holds.
struct HeldRole {
  std::int64_t account = 0;
  std::string zh;
  std::string en;
};
const json::Struct& describe(const HeldRole*) {
  static const json::Struct table("HeldRole", {{"account", &HeldRole::account, "账号", "Account"},
                                               {"zh", &HeldRole::zh, "角色", "Chinese name"},
                                               {"en", &HeldRole::en, "英文名", "English name"}});
  return table;
}

/// Names the roles of the accounts on a page, which stand in the order of their ids.
void add_roles(api::ReadContext& in, const PeopleQuery& query, std::vector<PersonRow>& page) {
  if (page.empty()) return;
  const auto held = in.tx.rows<HeldRole>(
      "SELECT g.account, r.zh, r.en FROM access_grant g JOIN access_role r ON r.code = g.role"
      " JOIN access_account a ON a.id = g.account JOIN access_party o ON o.id = a.organisation"
      " WHERE g.withdrawn IS NULL AND g.account >= $1 AND g.account <= $2 AND o.path LIKE $3"
      " AND ($4 = 0 OR a.organisation = $4) ORDER BY g.account, g.id",
      page.front().id, page.back().id, kept_path(in.actor), query.organisation.value_or(0));
  auto row = page.begin();
  for (const HeldRole& role : held) {
    while (row->id < role.account) ++row;
    const bool chinese = in.language == Language::zh;
    if (row->roles)
      *row->roles += chinese ? "、" : ", ";
    else
      row->roles.emplace();
    *row->roles += chinese ? role.zh : role.en;
  }
}

}  // namespace

std::vector<PersonRow> people(api::ReadContext& in, const PeopleQuery& query) {
  static const std::string sql =
      "SELECT a.id, a.person, p.name, a.login, a.organisation, v.name AS organisation_name, "
      "a.standing,"
      " a.password_state, NULL AS roles, a.version FROM access_account a"
      " JOIN access_person p ON p.id = a.person JOIN access_party o ON o.id = a.organisation "
      "JOIN " +
      parties() +
      " v ON v.party = a.organisation WHERE o.path LIKE $2 AND ($3 = 0 OR a.organisation = $3) AND "
      "a.id > $4"
      " AND ($6 = '' OR lower(a.login) LIKE $6 ESCAPE '!' OR lower(v.name) LIKE $6 ESCAPE '!')"
      " ORDER BY a.id LIMIT $5";
  auto rows = in.tx.rows<PersonRow>(sql, in.today, kept_path(in.actor),
                                    query.organisation.value_or(0), query.listing.after(),
                                    query.listing.limit + 1, db::anywhere(query.text));
  add_roles(in, query, rows);
  return rows;
}

namespace {

/// Commands of the reader's organisation, $1, the own ones marked by the person, $2.
constexpr std::string_view waiting_rows =
    "SELECT w.id, w.command, w.body, w.maker_person AS maker, p.name AS maker_name, w.made_at,"
    " CASE WHEN w.maker_person = $2 THEN 1 ELSE 0 END AS mine, w.remark, c.name AS checker_name,"
    " w.decided_at, w.sequence AS version FROM journal_waiting w"
    " JOIN access_person p ON p.id = w.maker_person"
    " LEFT JOIN access_person c ON c.id = w.decided_by WHERE w.organisation = $1";

}  // namespace

std::vector<WaitingRow> waiting(api::ReadContext& in, const api::Listing& listing) {
  static const std::string sql =
      std::string(waiting_rows) + " AND w.state = 'awaiting' AND w.id > $3 ORDER BY w.id LIMIT $4";
  return in.tx.rows<WaitingRow>(sql, in.actor.organisation, in.actor.person, listing.after(),
                                listing.limit + 1);
}

std::vector<WaitingRow> decided(api::ReadContext& in, const WaitingQuery& query) {
  static const std::string sql =
      std::string(waiting_rows) +
      " AND w.maker_person = $2 AND w.state = $3 AND ($4 = 0 OR w.id < $4)"
      " ORDER BY w.id DESC LIMIT $5";
  return in.tx.rows<WaitingRow>(sql, in.actor.organisation, in.actor.person, name_of(query.state),
                                query.listing.after(), query.listing.limit + 1);
}

std::vector<AccessEventRow> access_events(api::ReadContext& in, const AccessEventQuery& query) {
  static const std::string sql =
      "SELECT e.id, e.at, e.kind, e.result, a.id AS account, a.login, p.name AS person_name,"
      " v.name AS organisation_name, e.address, e.request, e.detail FROM"
      " (SELECT l.*, CASE WHEN lower(l.kind) LIKE '%refused%' THEN 'refused' ELSE 'done' END AS "
      "result"
      " FROM access_event l WHERE ($2 = 0 OR l.id < $2) AND ($3 = 0 OR l.account = $3)"
      " AND ($4 = '' OR ($4 = 'refused') = (lower(l.kind) LIKE '%refused%'))"
      " ORDER BY l.id DESC LIMIT $5) e LEFT JOIN access_account a ON a.id = e.account"
      " LEFT JOIN access_person p ON p.id = a.person LEFT JOIN access_party_version v ON " +
      holding("v", "e.organisation") + " ORDER BY e.id DESC";
  return in.tx.rows<AccessEventRow>(sql, in.today, query.listing.after(), query.account.value_or(0),
                                    query.result ? name_of(*query.result) : std::string_view(),
                                    query.listing.limit + 1);
}

}  // namespace zr::accounts::store

/// The two readers of the ledger, one statement each. Both read whole banks, for notes of two
/// branches may share one contract's secured amount; what the scope does not show is left out last.
#include "db/as_of.h"
#include "ledger/ledger.h"
#include "ledger/rules/movement.h"
#include "ledger/rules/secured_part.h"
#include "ledger/store.h"

namespace zr::ledger {

/// A note and whose office keeps it.
struct NoteAt {
  Note note;
  std::string path;
};
const json::Struct& describe(const NoteAt*);
const json::Struct& describe(const NoteAt*) {
  static const json::Struct table(
      "NoteAt", {json::embed(&NoteAt::note), {"path", &NoteAt::path, "机构路径", "Path"}});
  return table;
}

/// A note at both ends of a quarter.
struct NoteEnds {
  std::int64_t id = 0;
  std::int64_t bank = 0;
  std::optional<std::int64_t> branch = {};
  std::int64_t enterprise = 0;
  Date disbursed_on = {};
  DisbursedAmount disbursed_fen = {};
  std::optional<BalanceAmount> before_fen = {};
  BalanceAmount balance_fen = {};
  std::optional<LegalBasis> basis = {};
  std::string path;
};
const json::Struct& describe(const NoteEnds*);
const json::Struct& describe(const NoteEnds*) {
  static const json::Struct table(
      "NoteEnds", {{"id", &NoteEnds::id, "编号", "Id"},
                   {"bank", &NoteEnds::bank, "银行", "Bank"},
                   {"branch", &NoteEnds::branch, "分支机构", "Branch"},
                   {"enterprise", &NoteEnds::enterprise, "借款企业", "Borrower"},
                   {"disbursed_on", &NoteEnds::disbursed_on, "放款日期", "Disbursed on"},
                   {"disbursed_fen", &NoteEnds::disbursed_fen, "放款金额", "Disbursed"},
                   {"before_fen", &NoteEnds::before_fen, "期初余额", "Balance before"},
                   {"balance_fen", &NoteEnds::balance_fen, "贷款余额", "Balance"},
                   {"basis", &NoteEnds::basis, "提供依据", "Legal basis"},
                   {"path", &NoteEnds::path, "机构路径", "Path"}});
  return table;
}

namespace {

using access::Scope;

/// The banks whose notes a scope touches, as a pattern of their paths: all, or the one it is in.
std::string banks_of(const Scope& scope) {
  return scope.rows.substr(0, scope.rows.find('/', 1)) + (scope.rows.size() > 1 ? "/%" : "%");
}

template <class Row>
bool seen(const Scope& scope, const Row& row, const std::optional<LegalBasis>& basis) {
  return row.path.starts_with(scope.rows) && (scope.basis == access::Basis::not_asked || basis);
}

/// The version of note n that holds on a day, as known at $2, under the name `row`.
std::string version_on(std::string_view as_of, std::string_view row) {
  return " JOIN ledger_note_version " + std::string(row) + " ON " +
         db::holds({.versions = "ledger_note_version",
                    .subject = "note",
                    .as_of = as_of,
                    .known_at = "$2"},
                   row, "n.id");
}

/// Notes of the banks at $1, each with its version v at $3 and the office that keeps it.
std::string notes_at() {
  return " FROM ledger_note n JOIN access_party b ON b.id = n.bank" + version_on("$3", "v") +
         " JOIN access_party o ON o.id = COALESCE(v.branch, n.bank)";
}

/// The basis said last, whenever that was.
constexpr std::string_view basis =
    "(SELECT g.basis FROM ledger_note_basis g WHERE g.note = n.id"
    " ORDER BY g.sequence DESC LIMIT 1) AS basis";

void add_parts(std::vector<NoteAt>& rows) {
  std::vector<SecuredNote> notes;
  notes.reserve(rows.size());
  for (const NoteAt& row : rows) {
    const Note& note = row.note;
    notes.push_back({.bank = note.bank,
                     .contract = note.contract_number ? *note.contract_number : std::string_view(),
                     .disbursed_on = note.disbursed_on,
                     .id = note.id,
                     .secured = note.secured_fen,
                     .balance = note.balance_fen});
  }
  const auto parts = secured_parts(notes);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!parts[i]) continue;
    rows[i].note.balance_secured_fen = parts[i]->secured;
    rows[i].note.balance_unsecured_fen = parts[i]->unsecured;
  }
}

}  // namespace

std::vector<Note> notes(db::Tx& tx, const Scope& scope, access::Moment moment) {
  if (scope.rows.empty()) return {};
  static const std::string sql =
      "SELECT n.id, n.bank, v.branch, v.enterprise, e.region, e.zone,"
      " CASE WHEN e.park IS NULL THEN 0 ELSE 1 END AS in_park, n.note_number, v.contract_number,"
      " v.credit_line,"
      " CASE WHEN lower(v.rights) LIKE '% %' THEN 'mixed' ELSE v.rights END AS right_kind,"
      " v.rights, v.security_mode, v.disbursed_on, v.matures_on, v.secured_fen, v.granted_fen,"
      " v.disbursed_fen, v.balance_fen, NULL AS balance_secured_fen,"
      " NULL AS balance_unsecured_fen, v.overdue_days, v.class, v.class_floor, v.class_reason,"
      " v.effective AS fact_date, " +
      std::string(basis) + ", v.import, v.sequence AS version, o.path" + notes_at() +
      " LEFT JOIN access_party_version e ON " +
      db::holds(
          {.versions = "access_party_version", .subject = "party", .as_of = "$3", .known_at = "$2"},
          "e", "v.enterprise") +
      " WHERE b.path LIKE $1 ORDER BY n.id";
  auto rows = tx.rows<NoteAt>(sql, banks_of(scope), moment.known_at, moment.as_of);
  add_parts(rows);
  std::vector<Note> out;
  out.reserve(rows.size());
  for (NoteAt& row : rows)
    if (seen(scope, row, row.note.basis)) out.push_back(std::move(row.note));
  return out;
}

std::vector<Movement> movements(db::Tx& tx, const Scope& scope, Quarter quarter,
                                std::int64_t known_at) {
  if (scope.rows.empty()) return {};
  static const std::string sql =
      "SELECT n.id, n.bank, v.branch, v.enterprise, v.disbursed_on, v.disbursed_fen,"
      " p.balance_fen AS before_fen, v.balance_fen, " +
      std::string(basis) + ", o.path" + notes_at() + " LEFT" + version_on("$4", "p") +
      " WHERE b.path LIKE $1 ORDER BY n.id";
  std::vector<Movement> out;
  for (const NoteEnds& row : tx.rows<NoteEnds>(sql, banks_of(scope), known_at, quarter.last(),
                                               quarter.previous().last())) {
    if (!seen(scope, row, row.basis)) continue;
    for (const NoteMovement& moved : note_movements({.disbursed_on = row.disbursed_on,
                                     .disbursed = row.disbursed_fen,
                                     .before = row.before_fen,
                                     .at_end = row.balance_fen},
                                                    quarter))
      out.push_back({.note = row.id,
                     .bank = row.bank,
                     .branch = row.branch,
                     .enterprise = row.enterprise,
                     .kind = moved.kind,
                     .amount_fen = moved.amount,
                     .day = moved.day,
                     .in_quarter = moved.in_quarter,
                     .in_year = true});
  }
  return out;
}

}  // namespace zr::ledger

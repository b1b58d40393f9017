/// SQL of the loan screens.
#include "ledger/store_lists.h"

#include <fmt/format.h>

#include "db/anywhere.h"
#include "db/as_of.h"

namespace zr::ledger::store {

namespace {

using access::Scope;

/// The row of a covered table that holds at $1, $2 as a join condition.
std::string holding(std::string_view table, std::string_view subject, std::string_view row,
                    std::string_view of) {
  return db::holds({.versions = table, .subject = subject, .as_of = "$1", .known_at = "$2"}, row,
                   of);
}

/// A column of a party then; of a day before the house knew it, what was said of it first.
std::string of_party(std::string_view column, std::string_view party) {
  return fmt::format(
      "COALESCE((SELECT q.{0} FROM access_party_version q WHERE {1}), (SELECT f.{0} FROM"
      " access_party_version f WHERE f.party = {2} ORDER BY f.effective, f.sequence LIMIT 1))",
      column, holding("access_party_version", "party", "q", party), party);
}

/// One kind of right, or mixed.
constexpr std::string_view right_kind =
    "CASE WHEN lower(v.rights) LIKE '% %' THEN 'mixed' ELSE v.rights END";

constexpr std::string_view basis =
    "(SELECT g.basis FROM ledger_note_basis g WHERE g.note = n.id"
    " ORDER BY g.sequence DESC LIMIT 1)";
constexpr std::string_view basis_said =
    "COALESCE((SELECT MAX(g.sequence) FROM ledger_note_basis g WHERE g.note = n.id), 0)";

/// The columns of a LoanSummary.
const std::string& summary() {
  static const std::string sql =
      "n.id, n.note_number, v.contract_number, n.bank, " + of_party("name", "n.bank") +
      " AS bank_name, v.branch, " + of_party("name", "v.branch") +
      " AS branch_name, v.enterprise, " + of_party("name", "v.enterprise") +
      " AS enterprise_name, c.uscc, " + of_party("region", "v.enterprise") + " AS region, " +
      std::string(right_kind) +
      " AS right_kind, v.security_mode, v.disbursed_on, v.matures_on, v.disbursed_fen, "
      "v.balance_fen,"
      " v.overdue_days, v.class, v.class_floor, v.class_reason,"
      " CASE WHEN v.balance_fen = 0 THEN 'settled' WHEN v.overdue_days > 0 THEN 'overdue'"
      " ELSE 'open' END AS state, v.effective AS fact_date, " +
      std::string(basis) + " AS basis, v.import, CASE WHEN v.sequence > " +
      std::string(basis_said) + " THEN v.sequence ELSE " + std::string(basis_said) +
      " END AS version";
  return sql;
}

/// The columns of a LoanDetails.
const std::string& details() {
  static const std::string sql =
      ", " + of_party("zone", "v.enterprise") + " AS zone, CASE WHEN " +
      of_party("park", "v.enterprise") +
      " IS NULL THEN 0 ELSE 1 END AS in_park, v.rights, v.credit_line, v.secured_fen,"
      " v.granted_fen, v.source_row, v.reported";
  return sql;
}

/// Notes as they are at $1, $2, of offices at $3, with a stated basis where $4 is 1.
const std::string& seen_notes() {
  static const std::string sql = " FROM ledger_note n JOIN ledger_note_version v ON " +
                                 holding("ledger_note_version", "note", "v", "n.id") +
                                 " JOIN access_party o ON o.id = COALESCE(v.branch, n.bank)"
                                 " JOIN access_party c ON c.id = v.enterprise"
                                 " WHERE o.path LIKE $3 AND ($4 = 0 OR " +
                                 std::string(basis) + " IS NOT NULL)";
  return sql;
}

/// Where a class stands between pass and loss.
std::string rank(std::string_view column) {
  std::string sql = "CASE " + std::string(column);
  for (const Name& row : names_of(LoanClass{}))
    sql += fmt::format(" WHEN '{}' THEN {}", row.name, row.value);
  return sql + " END";
}

/// What a filter asks, from $5 on.
const std::string& filtered() {
  static const std::string sql = fmt::format(
      " AND ($5 = 0 OR n.bank = $5) AND ($6 = 0 OR v.branch = $6) AND ($7 = '' OR v.class = $7)"
      " AND ($8 = '' OR ($8 = 'settled' AND v.balance_fen = 0)"
      " OR ($8 = 'open' AND v.balance_fen > 0)"
      " OR ($8 = 'overdue' AND v.balance_fen > 0 AND v.overdue_days > 0))"
      " AND ($9 = '' OR (v.balance_fen > 0 AND v.class_reason IS NULL AND {} > {}))"
      " AND ($10 = '' OR lower(n.note_number) LIKE $10 ESCAPE '!'"
      " OR lower(v.contract_number) LIKE $10 ESCAPE '!' OR lower(c.uscc) LIKE $10 ESCAPE '!'"
      " OR lower({}) LIKE $10 ESCAPE '!')"
      " AND ($11 = '' OR {} = $11 OR {} = $11) AND ($12 = '' OR {} = $12)"
      " AND n.id < $13 ORDER BY n.id DESC LIMIT $14",
      rank("v.class_floor"), rank("v.class"), of_party("name", "v.enterprise"),
      of_party("region", "v.enterprise"), of_party("zone", "v.enterprise"), right_kind);
  return sql;
}

template <Named E>
std::string_view name_or_none(const std::optional<E>& value) {
  return value ? name_of(*value) : std::string_view();
}

std::int64_t asks_basis(const Scope& scope) {
  return scope.basis == access::Basis::stated ? 1 : 0;
}

template <class Row>
std::vector<Row> listed(db::Tx& tx, const std::string& sql, const LoanList& list,
                        std::int64_t before, std::int64_t limit) {
  if (list.scope.rows.empty()) return {};
  const LoanFilter& filter = list.filter;
  return tx.rows<Row>(sql, list.moment.as_of, list.moment.known_at, list.scope.rows + "%",
                      asks_basis(list.scope), filter.bank.value_or(0), filter.branch.value_or(0),
                      name_or_none(filter.loan_class), name_or_none(filter.state),
                      name_or_none(filter.class_check), db::anywhere(filter.text),
                      filter.region.value_or(""), name_or_none(filter.right_kind), before, limit);
}

}  // namespace

const json::Struct& describe(const ContractNote*) {
  static const json::Struct table(
      "ContractNote", {{"id", &ContractNote::id, "编号", "Id"},
                       {"disbursed_on", &ContractNote::disbursed_on, "放款日期", "Disbursed on"},
                       {"secured_fen", &ContractNote::secured_fen, "登记担保债权数额", "Secured"},
                       {"balance_fen", &ContractNote::balance_fen, "贷款余额", "Balance"}});
  return table;
}

std::vector<LoanSummary> loans(db::Tx& tx, const LoanList& list, std::int64_t before,
                               std::int64_t limit) {
  static const std::string sql = "SELECT " + summary() + seen_notes() + filtered();
  return listed<LoanSummary>(tx, sql, list, before, limit);
}

std::vector<LoanRecord> loan_records(db::Tx& tx, const LoanList& list, std::int64_t limit) {
  static const std::string sql = "SELECT " + summary() + details() + seen_notes() + filtered();
  return listed<LoanRecord>(tx, sql, list, INT64_MAX, limit);
}

std::optional<LoanRecord> loan(db::Tx& tx, const Scope& scope, std::int64_t id,
                               access::Moment moment) {
  if (scope.rows.empty()) return std::nullopt;
  static const std::string sql =
      "SELECT " + summary() + details() + seen_notes() + " AND n.id = $5";
  return tx.row<LoanRecord>(sql, moment.as_of, moment.known_at, scope.rows + "%", asks_basis(scope),
                            id);
}

std::vector<LoanSaying> loan_history(db::Tx& tx, const Scope& scope, std::int64_t id) {
  if (scope.rows.empty()) return {};
  // A version says which office kept the note then; who sees the loan sees all its versions.
  static const std::string sql =
      "SELECT v.effective AS fact_date, v.sequence AS version, r.received, " +
      of_party("name", "v.branch") + " AS branch_name, " + of_party("name", "v.enterprise") +
      " AS enterprise_name, v.rights, v.security_mode, v.disbursed_on, v.matures_on,"
      " v.secured_fen, v.granted_fen, v.disbursed_fen, v.balance_fen, v.overdue_days, v.class,"
      " v.class_floor, v.class_reason, v.import, v.source_row, v.withdrawn"
      " FROM ledger_note_version v JOIN journal_record r ON r.sequence = v.sequence"
      " JOIN ledger_note n ON n.id = v.note WHERE n.id = $5 AND EXISTS"
      " (SELECT 1 FROM ledger_note_version x JOIN access_party o ON o.id = COALESCE(x.branch, "
      "n.bank)"
      " WHERE x.note = n.id AND x.sequence = (SELECT MAX(y.sequence) FROM ledger_note_version y"
      " WHERE y.note = n.id) AND o.path LIKE $3) AND ($4 = 0 OR " +
      std::string(basis) + " IS NOT NULL) ORDER BY v.effective DESC, v.sequence DESC LIMIT $6";
  return tx.rows<LoanSaying>(sql, Date(9999, 12, 31), INT64_MAX, scope.rows + "%",
                             asks_basis(scope), id, api::max_limit);
}

std::vector<ContractNote> notes_of_contract(db::Tx& tx, std::int64_t bank,
                                            const std::string& contract, access::Moment moment) {
  static const std::string sql =
      "SELECT n.id, v.disbursed_on, v.secured_fen, v.balance_fen FROM ledger_note n"
      " JOIN ledger_note_version v ON " +
      holding("ledger_note_version", "note", "v", "n.id") +
      " WHERE n.bank = $3 AND v.contract_number = $4 ORDER BY n.id";
  return tx.rows<ContractNote>(sql, moment.as_of, moment.known_at, bank, contract);
}

}  // namespace zr::ledger::store

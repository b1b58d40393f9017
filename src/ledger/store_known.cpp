/// SQL of what is known before a file of loans is looked at.
#include "db/as_of.h"
#include "journal/store.h"
#include "ledger/known.h"

namespace zr::ledger {

namespace {

constexpr std::string_view now = "9223372036854775807";
const Date after_all{9999, 12, 31};

std::vector<Office> offices(db::Tx& tx, std::int64_t bank) {
  return tx.rows<Office>(
      "SELECT DISTINCT p.id, p.path, v.name, v.short_name FROM access_party p"
      " JOIN access_party_version v ON v.party = p.id"
      " WHERE p.kind = 'bank' AND p.path LIKE $1 AND v.withdrawn = 0 ORDER BY p.id, v.name",
      "/" + std::to_string(bank) + "/%");
}

std::vector<Borrower> borrowers(db::Tx& tx) {
  static const std::string sql =
      "SELECT p.id, p.uscc, v.name FROM access_party p"
      " JOIN access_party_version v ON " +
      db::holds(
          {.versions = "access_party_version", .subject = "party", .as_of = "$1", .known_at = now},
          "v", "p.id") +
      " WHERE p.uscc IS NOT NULL";
  return tx.rows<Borrower>(sql, after_all);
}

std::vector<KnownSubject> subjects(db::Tx& tx, std::int64_t bank) {
  return tx.rows<KnownSubject>(
      "SELECT n.id, n.identity, n.note_number, (SELECT g.basis FROM ledger_note_basis g"
      " WHERE g.note = n.id ORDER BY g.sequence DESC LIMIT 1) AS basis FROM ledger_note n"
      " WHERE n.bank = $1 ORDER BY n.id",
      bank);
}

std::vector<KnownFacts> facts_on(db::Tx& tx, std::int64_t bank, Date day) {
  static const std::string sql =
      "SELECT {v.KnownFacts} FROM ledger_note n"
      " JOIN ledger_note_version v ON " +
      db::holds(
          {.versions = "ledger_note_version", .subject = "note", .as_of = "$2", .known_at = now},
          "v", "n.id") +
      " WHERE n.bank = $1";
  return tx.rows<KnownFacts>(sql, bank, day);
}

std::unordered_map<std::string, KnownNote> notes_of(db::Tx& tx, std::int64_t bank, Date day) {
  std::unordered_map<std::string, KnownNote> notes;
  std::unordered_map<std::int64_t, KnownNote*> by_id;
  for (KnownSubject& subject : subjects(tx, bank)) {
    KnownNote& note = notes[subject.identity];
    note.subject = std::move(subject);
    by_id.emplace(note.subject.id, &note);
  }
  for (KnownFacts& facts : facts_on(tx, bank, day)) by_id.at(facts.note)->then = std::move(facts);
  for (KnownFacts& facts : facts_on(tx, bank, after_all))
    by_id.at(facts.note)->latest = std::move(facts);
  return notes;
}

}  // namespace

const json::Struct& describe(const Office*) {
  static const json::Struct table("Office",
                                  {{"id", &Office::id, "编号", "Id"},
                                   {"path", &Office::path, "机构路径", "Path"},
                                   {"name", &Office::name, "名称", "Name"},
                                   {"short_name", &Office::short_name, "简称", "Short name"}});
  return table;
}

const json::Struct& describe(const Borrower*) {
  static const json::Struct table("Borrower",
                                  {{"id", &Borrower::id, "编号", "Id"},
                                   {"uscc", &Borrower::uscc, "统一社会信用代码", "Credit code"},
                                   {"name", &Borrower::name, "名称", "Name"}});
  return table;
}

const json::Struct& describe(const KnownSubject*) {
  static const json::Struct table(
      "KnownSubject", {{"id", &KnownSubject::id, "编号", "Id"},
                       {"identity", &KnownSubject::identity, "识别", "Identity"},
                       {"note_number", &KnownSubject::note_number, "借据号", "Note number"},
                       {"basis", &KnownSubject::basis, "提供依据", "Legal basis"}});
  return table;
}

const json::Struct& describe(const KnownFacts*) {
  static const json::Struct table("KnownFacts",
                                  {{"note", &KnownFacts::note, "借据编号", "Note"},
                                   {"effective", &KnownFacts::effective, "数据日期", "Data date"},
                                   json::embed(&KnownFacts::facts)});
  return table;
}

std::int64_t head_office(std::string_view path) {
  std::int64_t id = 0;
  for (const char c : path.substr(1, path.find('/', 1) - 1)) id = id * 10 + (c - '0');
  return id;
}

Result<Known> known_of(db::Tx& tx, std::int64_t organisation, Date data_date) {
  const auto party = access::party(tx, organisation);
  if (!party || party->kind != access::PartyKind::bank) return not_found;
  Known known{.today = journal::store::chain(tx).business_date,
              .organisation_path = party->path,
              .bank = head_office(party->path)};
  known.offices = offices(tx, known.bank);
  known.regions = access::regions(tx, data_date);
  for (Borrower& borrower : borrowers(tx)) {
    const std::string uscc = borrower.uscc;
    known.borrowers.emplace(uscc, std::move(borrower));
  }
  known.notes = notes_of(tx, known.bank, data_date);
  if (auto classes = class_tables(tx, {.as_of = data_date})) known.classes = std::move(*classes);
  return known;
}

}  // namespace zr::ledger

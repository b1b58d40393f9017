#pragma once
/// Notes as a covered subject: the note, what was said of it by data date, and the legal basis on
/// which it may be shown. Every SQL statement of the module is in store*.cpp.
#include <optional>
#include <string>
#include <vector>

#include "db/tx.h"
#include "ledger/note.h"

namespace zr::ledger {

/// What never changes of a note.
struct NoteSubject {
  std::int64_t id = 0;
  std::int64_t sequence = 0;
  std::int64_t bank = 0;
  std::string identity;  ///< Unique at the bank.
  std::optional<std::string> note_number = {};
};
const json::Struct& describe(const NoteSubject*);

/// What a bank says of a note as of a data date.
struct NoteFacts {
  std::optional<std::int64_t> branch = {};
  std::int64_t enterprise = 0;
  std::optional<std::string> contract_number = {};
  std::optional<std::string> credit_line = {};
  std::string rights;
  SecurityMode security_mode = SecurityMode::pure_ip;
  Date disbursed_on = {};
  Date matures_on = {};
  std::optional<SecuredAmount> secured_fen = {};
  std::optional<GrantedAmount> granted_fen = {};
  DisbursedAmount disbursed_fen = {};
  BalanceAmount balance_fen = {};
  std::int64_t overdue_days = 0;
  LoanClass loan_class = LoanClass::pass;
  std::optional<LoanClass> class_floor = {};
  std::optional<std::string> class_reason = {};
  bool operator==(const NoteFacts&) const = default;
};
const json::Struct& describe(const NoteFacts*);

struct NoteVersion {
  std::int64_t note = 0;
  Date effective = {};
  std::int64_t sequence = 0;
  NoteFacts facts;
  std::int64_t import = 0;
  std::optional<std::int64_t> source_row = {};  ///< Of the import's file; none where it was asked.
  std::optional<json::Any> reported = {};       ///< The other columns of that row, name to text.
  bool withdrawn = false;
};
const json::Struct& describe(const NoteVersion*);

struct NoteBasis {
  std::int64_t note = 0;
  std::int64_t sequence = 0;
  std::optional<LegalBasis> basis = {};
};
const json::Struct& describe(const NoteBasis*);

namespace store {

extern const db::Table note_table, version_table, basis_table;

/// What holds of a note on a day, as known now.
std::optional<NoteVersion> version_on(db::Tx& tx, std::int64_t note, Date day);
/// Everything said of the notes that an import said something of, by note, date and record.
std::vector<NoteVersion> history_of_import(db::Tx& tx, std::int64_t import);
/// What the records of these sequences found as basis of each note, to stand again from `sequence`
/// on; without the notes that somebody has given another basis since.
std::vector<NoteBasis> bases_before(db::Tx& tx, const std::vector<std::int64_t>& sequences,
                                    std::int64_t sequence);

}  // namespace store
}  // namespace zr::ledger

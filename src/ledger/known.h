#pragma once
/// What is known when a file of loans is looked at: offices, districts, borrowers, notes and what
/// holds of them, class limits. Read with one statement each; the plan of an import is computed
/// from this and the file alone.
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "access/region.h"
#include "ledger/class_tables.h"
#include "ledger/store.h"

namespace zr::ledger {

/// An office under one of its names, past ones too.
struct Office {
  std::int64_t id = 0;
  std::string path;
  std::string name;
  std::optional<std::string> short_name = {};
};
const json::Struct& describe(const Office*);

struct Borrower {
  std::int64_t id = 0;
  std::string uscc;
  std::string name;
};
const json::Struct& describe(const Borrower*);

struct KnownSubject {
  std::int64_t id = 0;
  std::string identity;
  std::optional<std::string> note_number = {};
  std::optional<LegalBasis> basis = {};
};
const json::Struct& describe(const KnownSubject*);

/// What holds of a note on a day.
struct KnownFacts {
  std::int64_t note = 0;
  Date effective = {};
  NoteFacts facts;
};
const json::Struct& describe(const KnownFacts*);

struct KnownNote {
  KnownSubject subject;
  std::optional<KnownFacts> then = {};    ///< On the data date.
  std::optional<KnownFacts> latest = {};  ///< The last data date of all.
};

struct Known {
  Date today = {};
  std::string organisation_path;
  std::int64_t bank = 0;
  std::vector<Office> offices = {};  ///< Of the whole bank.
  std::vector<access::Region> regions = {};
  std::unordered_map<std::string, Borrower> borrowers = {};  ///< By credit code.
  std::unordered_map<std::string, KnownNote> notes = {};     ///< By identity.
  std::optional<ClassTables> classes = {};
};

/// The head office in a path of offices.
std::int64_t head_office(std::string_view path);

/// Everything that concerns an organisation's loans on a data date.
Result<Known> known_of(db::Tx& tx, std::int64_t organisation, Date data_date);

}  // namespace zr::ledger

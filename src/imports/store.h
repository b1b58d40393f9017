#pragma once
/// Every SQL statement of the imports: the file that somebody wants in, what was corrected and
/// answered beside it, how files of an organisation are read, what was applied.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/actor.h"
#include "db/tx.h"
#include "imports/mapping.h"

namespace zr::imports {

enum class State {
  staged,     ///< looked at, nothing stored
  partly,     ///< good rows stored, others still waiting to be mended
  applied,    ///< every row stored
  discarded,  ///< given up before anything was stored
  undone,     ///< taken back
};
std::span<const Name> names_of(State);

struct StoredImport {
  std::int64_t id = 0;
  std::string kind;
  std::int64_t organisation = 0;  ///< whose data
  std::int64_t entered_by = 0;    ///< another organisation where it was entered on behalf
  std::string digest;
  std::int64_t file = 0;  ///< the stored file of this digest
  std::string file_name{};
  std::optional<json::Any> mapping{};
  std::optional<Date> data_date{};
  std::optional<std::string> basis{};
  Date arrived_on;  ///< when the paper or mail came; the day of entry where it was uploaded here
  Date entered_on;
  std::optional<std::int64_t> scan{};  ///< file: the stamped scan
  std::optional<std::int64_t> replaces{};
  State state = State::staged;
  std::optional<std::int64_t> confirmed{};  ///< record by which the organisation confirmed it
  std::int64_t version = 0;

  bool on_behalf() const { return entered_by != organisation; }
};
const json::Struct& describe(const StoredImport*);

struct Correction {
  std::int64_t import = 0;
  std::int64_t line = 0;  ///< row of the sheet
  std::string field;
  std::int64_t sequence = 0;
  std::optional<std::string> old_text{};
  std::optional<std::string> new_text{};
};
const json::Struct& describe(const Correction*);

struct Answer {
  std::int64_t import = 0;
  std::string question;
  std::int64_t sequence = 0;
  std::string answer;
};
const json::Struct& describe(const Answer*);

struct RememberedMapping {
  std::int64_t organisation = 0;
  std::string kind;
  std::string signature;
  json::Any mapping;
  std::int64_t sequence = 0;
};
const json::Struct& describe(const RememberedMapping*);

struct Application {
  std::int64_t import = 0;
  std::int64_t sequence = 0;
  std::string fingerprint;
  std::int64_t accepted = 0;
  std::int64_t created = 0;
  std::int64_t changed = 0;
  std::int64_t same = 0;
  std::int64_t left_out = 0;
};
const json::Struct& describe(const Application*);

namespace store {

extern const db::Table import_table, correction_table, answer_table, mapping_table,
    application_table;

std::optional<StoredImport> import(db::Tx& tx, std::int64_t id);
/// The import, if it is of the actor's organisation or below, or entered by it. Foreign is missing.
std::optional<StoredImport> visible_import(db::Tx& tx, const access::Actor& actor, std::int64_t id);
/// Another import of the same file, kind and organisation in one of these two states.
std::optional<StoredImport> same_file(db::Tx& tx, const StoredImport& import, State one,
                                      State other);
void add_import(db::Tx& tx, const StoredImport& import);
void keep_import(db::Tx& tx, const StoredImport& import);

void add_corrections(db::Tx& tx, const std::vector<Correction>& corrections);
/// All of them, by row and field, the last of a cell last.
std::vector<Correction> corrections(db::Tx& tx, std::int64_t import);
void add_answers(db::Tx& tx, const std::vector<Answer>& answers);
std::map<std::string, std::string, std::less<>> answers(db::Tx& tx, std::int64_t import);

std::vector<Mapping> remembered(db::Tx& tx, std::int64_t organisation, std::string_view kind);
void remember(db::Tx& tx, const RememberedMapping& mapping);

void add_application(db::Tx& tx, const Application& application);
/// In order.
std::vector<Application> applications(db::Tx& tx, std::int64_t import);
/// Was exactly this stored, by an import that still stands?
bool stands(db::Tx& tx, const std::string& fingerprint);

}  // namespace store
}  // namespace zr::imports

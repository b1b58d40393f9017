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
  std::string file_name;
  std::optional<json::Any> mapping{};
  std::optional<Date> data_date{};
  std::optional<std::string> basis{};
  Date arrived_on;  ///< when the paper or mail came; the day of entry where it was uploaded here
  Date entered_on;
  std::optional<std::string> scan{};  ///< digest of the stamped scan
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

}  // namespace store
}  // namespace zr::imports

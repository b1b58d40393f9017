#pragma once
/// What screens are told about imports.
#include "api/read.h"
#include "imports/requests.h"
#include "imports/staging.h"
#include "imports/store.h"

namespace zr::imports {

struct ImportQuery {
  api::Listing listing;
  std::optional<std::string> kind;
  std::optional<State> state;
  std::optional<std::int64_t> organisation;
};
const json::Struct& describe(const ImportQuery*);

/// What an import is; what it did is the sum of its applications.
struct ImportFacts {
  std::int64_t id = 0;
  std::string kind;
  std::int64_t organisation = 0;
  std::string organisation_name;
  bool on_behalf = false;
  std::optional<std::string> entered_by_name{};
  std::string file_name;
  std::int64_t file = 0;
  std::optional<Date> data_date{};
  std::optional<std::string> basis{};
  Date arrived_on;
  Date entered_on;
  std::optional<std::int64_t> scan{};
  State state = State::staged;
  std::optional<std::int64_t> confirmed{};
  std::int64_t accepted = 0;
  std::int64_t created = 0;
  std::int64_t changed = 0;
};
const json::Struct& describe(const ImportFacts*);

struct ImportRow {
  ImportFacts facts;
  std::int64_t version = 0;
};
const json::Struct& describe(const ImportRow*);

const json::Struct& describe(const Counts*);

/// A column of the file as it is read.
struct ColumnView {
  std::int64_t column = 0;
  std::string letter;
  std::string header;
  std::optional<std::string> field{};
  std::optional<std::string> field_zh{};
  std::optional<std::string> field_en{};
  Ground ground = Ground::none;
  std::optional<Unit> unit{};
  bool personal = false;
  std::optional<std::string> sample{};
};
const json::Struct& describe(const ColumnView*);

struct ImportView {
  ImportFacts facts;
  std::int64_t version = 0;
  std::vector<std::string> sheets;
  std::int64_t sheet = 1;
  std::int64_t header_row = 0;
  std::optional<Unit> unit{};
  std::vector<ColumnView> columns;
  std::optional<Counts> counts{};  ///< while it is open
  std::int64_t tidied = 0;         ///< cells whose text was normalised
  std::int64_t corrected = 0;
  std::vector<std::int64_t> total_rows;
  std::vector<Accept> may_apply;  ///< what would not be refused now
};
const json::Struct& describe(const ImportView*);

struct FindingQuery {
  std::int64_t id = 0;
  api::Listing listing;
  std::optional<Gravity> gravity;
  std::optional<std::int64_t> row;
};
const json::Struct& describe(const FindingQuery*);

struct FindingRow {
  std::int64_t row = 0;
  std::optional<std::string> column{};  ///< its letter
  std::optional<std::string> field{};
  std::optional<std::string> field_zh{};
  std::optional<std::string> field_en{};
  std::optional<std::string> value{};
  std::string code;
  std::string zh;
  std::string en;
  std::optional<std::string> suggestion{};
  Gravity gravity = Gravity::error;
  std::optional<std::string> key{};
  std::vector<Choice> choices{};
  bool other = false;
  std::optional<std::string> answer{};
};
const json::Struct& describe(const FindingRow*);

struct StagedQuery {
  std::int64_t id = 0;
  api::Listing listing;
  std::optional<RowState> state;
};
const json::Struct& describe(const StagedQuery*);

struct StagedCell {
  std::string field;
  std::optional<std::string> text{};   ///< as it stands in the file
  std::optional<std::string> value{};  ///< as it was read, in the column's unit
  bool tidied = false;                 ///< text and value are written differently
  bool corrected = false;
};
const json::Struct& describe(const StagedCell*);

struct StagedRow {
  std::int64_t row = 0;
  std::optional<RowState> state{};  ///< while the import is open
  std::optional<Effect> effect{};   ///< of a good row
  std::vector<StagedCell> cells;
  json::Any reported;  ///< other columns; what is personal is masked
};
const json::Struct& describe(const StagedRow*);

struct CorrectionQuery {
  std::int64_t id = 0;
  api::Listing listing;
};
const json::Struct& describe(const CorrectionQuery*);

/// A correction with its maker.
struct CorrectionRow {
  std::int64_t row = 0;
  std::string field;
  std::optional<std::string> old_text{};
  std::optional<std::string> new_text{};
  std::optional<std::string> person_name{};
  Instant at;
  std::int64_t record = 0;
};
const json::Struct& describe(const CorrectionRow*);

/// A field that a kind's file may have.
struct KindField {
  std::string field;
  std::string zh;
  std::string en;
  bool required = false;
  std::string form;  ///< text, money, date, …
  std::vector<Choice> choices{};
};
const json::Struct& describe(const KindField*);

struct KindRow {
  std::string code;
  std::string zh;
  std::string en;
  bool data_date = false;      ///< asked
  bool reported_kept = false;  ///< other columns are kept
  bool own = false;            ///< the reader may import it for the own organisation
  bool on_behalf = false;      ///< … on behalf of others
  std::vector<Choice> bases{};
  std::vector<KindField> fields{};
};
const json::Struct& describe(const KindRow*);

struct TemplateQuery {
  std::string kind;
};
const json::Struct& describe(const TemplateQuery*);

namespace store {

std::vector<ImportRow> imports(api::ReadContext& in, const ImportQuery& query);
std::optional<ImportRow> import_row(api::ReadContext& in, std::int64_t id);
/// The newest first.
std::vector<CorrectionRow> corrections_made(api::ReadContext& in, const CorrectionQuery& query);
/// Where their list goes on behind this one.
std::string cursor_behind(const CorrectionRow& row);

}  // namespace store

/// "A", "Z", "AA" … of a column from 1.
std::string letter_of(std::int64_t column);

}  // namespace zr::imports

#pragma once
/// What people ask of an import. Members without a description are worked out on the caller's
/// thread before the command queues for the writer; the writer checks that nothing has changed.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "imports/layout.h"
#include "imports/reading.h"
#include "json/describe.h"

namespace zr::imports {

/// Somebody's word on a column: which field it is, or none.
struct ColumnChoice {
  std::int64_t column = 0;  ///< from 1
  std::optional<std::string> field;
  std::optional<Unit> unit;
};
const json::Struct& describe(const ColumnChoice*);

/// What may be said about a file, at once or later.
struct Terms {
  std::optional<std::int64_t> sheet;  ///< from 1
  std::optional<std::int64_t> header_row;
  std::vector<ColumnChoice> columns;
  std::optional<Unit> unit;
  std::optional<Date> data_date;
  std::optional<std::string> basis;
};
const json::Struct& describe(const Terms*);
Choices choices_of(const Terms& terms);

/// POST /imports
struct CreateImport {
  std::string kind;
  std::string digest;                        ///< of the uploaded file
  std::optional<std::int64_t> organisation;  ///< whose data; one's own where it is left out
  Terms terms;
  std::optional<Date> arrived_on;        ///< on behalf: when mail or paper came
  std::optional<std::string> scan;       ///< digest of the stamped scan
  std::optional<std::int64_t> replaces;  ///< the staged import that this file mends
  Mapping mapping;                       ///< worked out before
};
const json::Struct& describe(const CreateImport*);

struct CreatedImport {
  std::int64_t id = 0;
  std::int64_t version = 0;
  std::optional<std::int64_t> earlier{};  ///< an import by which this same file has come in already
};
const json::Struct& describe(const CreatedImport*);

/// POST /imports/{id}/map
struct MapImport {
  std::int64_t id = 0;
  Terms terms;
  Mapping mapping;                ///< worked out before, from …
  std::int64_t seen_version = 0;  ///< … this version
};
const json::Struct& describe(const MapImport*);

struct CellCorrection {
  std::int64_t row = 0;
  std::string field;
  std::optional<std::string> value;  ///< left out: the cell is empty
  std::optional<std::string> was{};  ///< worked out before
};
const json::Struct& describe(const CellCorrection*);

/// POST /imports/{id}/mend
struct MendImport {
  std::int64_t id = 0;
  std::vector<CellCorrection> corrections;
  std::int64_t seen_version = 0;
};
const json::Struct& describe(const MendImport*);

struct GivenAnswer {
  std::string key;
  std::string answer;
};
const json::Struct& describe(const GivenAnswer*);

/// POST /imports/{id}/answer
struct AnswerImport {
  std::int64_t id = 0;
  std::vector<GivenAnswer> answers;
  std::int64_t seen_version = 0;
};
const json::Struct& describe(const AnswerImport*);

enum class Accept {
  all,        ///< every row, or none
  good_rows,  ///< what is wrong or waiting stays behind
};
std::span<const Name> names_of(Accept);

/// POST /imports/{id}/apply
struct ApplyImport {
  std::int64_t id = 0;
  Accept accept = Accept::all;
  std::shared_ptr<const Reading> reading;
  std::int64_t seen_version = 0;
};
const json::Struct& describe(const ApplyImport*);

struct AppliedImport {
  std::int64_t id = 0;
  std::int64_t version = 0;
  std::int64_t accepted = 0;
  std::int64_t created = 0;
  std::int64_t changed = 0;
  std::int64_t same = 0;
  std::int64_t left_out = 0;
};
const json::Struct& describe(const AppliedImport*);

/// POST /imports/{id}/discard, …/undo, …/confirm
struct OneImport {
  std::int64_t id = 0;
};
const json::Struct& describe(const OneImport*);

/// POST /imports/{id}/attach-scan
struct AttachScan {
  std::int64_t id = 0;
  std::string digest;
};
const json::Struct& describe(const AttachScan*);

}  // namespace zr::imports

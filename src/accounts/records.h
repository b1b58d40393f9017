#pragma once
/// The record as its auditor reads it (security row 23): found by what was done, by whom, to what
/// and when; one record whole, with the exact bytes that were hashed. Personal words stand in those
/// as commitments only.
#include "api/read.h"

namespace zr::accounts {

/// What became of a command, as its record says.
enum class RecordOutcome : std::uint8_t { done, awaiting, refused };
std::span<const Name> names_of(RecordOutcome);

struct RecordQuery {
  api::Listing listing;
  std::optional<std::string> action;
  std::optional<RecordOutcome> outcome;
  std::optional<Date> from;            ///< received on that day or later
  std::optional<Date> to;              ///< received on that day or before
  std::optional<std::int64_t> person;  ///< who made it or checked it
  std::optional<std::int64_t> organisation;
  std::optional<std::int64_t> subject;  ///< an id that the record names
};
const json::Struct& describe(const RecordQuery*);

struct RecordRow {
  std::int64_t sequence = 0;
  Instant received;
  Date business_date;
  std::string action;
  std::optional<std::string> organisation_name;
  std::optional<std::string> person_name;
  std::optional<std::string> checker_name;
  RecordOutcome outcome{};
  std::string hash;
};
const json::Struct& describe(const RecordRow*);

/// GET /journal/{id}; the id is the number of the record.
struct RecordView {
  RecordRow row;
  std::int64_t organisation = 0;
  std::int64_t person = 0;
  std::optional<std::int64_t> checker;
  std::string bytes;  ///< whose SHA-256 is the hash
};
const json::Struct& describe(const RecordView*);

api::Read records_read();
api::Read record_read();

}  // namespace zr::accounts

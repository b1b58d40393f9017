#pragma once
/// Published sets as a covered subject: the set and its versions, insert-only. Figures and
/// decisions ask them at (as_of, known_at).
#include <optional>
#include <string>
#include <vector>

#include "access/party.h"
#include "api/read.h"
#include "db/tx.h"
#include "rulebook/rule_set.h"

namespace zr::rulebook {

/// What never changes of a set.
struct PublishedSet {
  std::int64_t id = 0;
  std::int64_t sequence = 0;
  std::string code;
  std::string zh;
  std::string en;
};
const json::Struct& describe(const PublishedSet*);

/// What a version says of itself.
struct SetFacts {
  std::string clause;
  std::optional<std::string> source = {};
  Confidence confidence = Confidence::source;
  json::Any content;
};
const json::Struct& describe(const SetFacts*);

struct SetVersion {
  std::int64_t subject = 0;
  Date effective;
  std::int64_t sequence = 0;
  SetFacts facts;
  bool withdrawn = false;
};
const json::Struct& describe(const SetVersion*);

/// A set as it was on a day, as known then.
struct SetAt {
  std::int64_t id = 0;
  std::string code;
  std::string zh;
  std::string en;
  Date effective;
  SetFacts facts;
  std::int64_t version = 0;  ///< Sequence of the record that published it.
};
const json::Struct& describe(const SetAt*);

/// A row of the list: everything but the content.
struct SetRow {
  std::int64_t id = 0;
  std::string code;
  std::string zh;
  std::string en;
  Date effective;
  std::optional<Date> next_effective;  ///< When a version already published takes over.
  std::string clause;
  std::optional<std::string> source;
  Confidence confidence = Confidence::source;
  std::int64_t version = 0;
};
const json::Struct& describe(const SetRow*);

/// A row of the history.
struct SetVersionRow {
  Date effective;
  std::int64_t version = 0;
  Instant published;
  std::string clause;
  std::optional<std::string> source;
  Confidence confidence = Confidence::source;
  bool withdrawn = false;
};
const json::Struct& describe(const SetVersionRow*);

namespace store {

extern const db::Table set_table, set_version_table;

std::optional<PublishedSet> set_of_code(db::Tx& tx, std::string_view code);
void add_set(db::Tx& tx, const PublishedSet& set);
void add_version(db::Tx& tx, const SetVersion& version);
std::optional<SetAt> set_at(db::Tx& tx, std::string_view code, access::Moment moment);
std::optional<SetAt> set_at(db::Tx& tx, std::int64_t id, access::Moment moment);
/// The version that a record published, whatever has been said since.
std::optional<SetAt> set_published(db::Tx& tx, std::string_view code, std::int64_t record);
std::vector<SetRow> sets_at(db::Tx& tx, access::Moment moment);
/// Latest first, at most api::max_limit.
std::vector<SetVersionRow> versions(db::Tx& tx, std::int64_t id);

}  // namespace store
}  // namespace zr::rulebook

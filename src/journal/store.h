#pragma once
/// Every SQL statement of the journal.
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "access/actor.h"
#include "db/tx.h"
#include "journal/command.h"
#include "journal/writer.h"

namespace zr::journal {

enum class WaitingState { awaiting, approved, returned };
std::span<const Name> names_of(WaitingState);

/// A command that waits for its second person.
struct WaitingCommand {
  std::int64_t id = 0;
  std::int64_t sequence = 0;
  std::string command;
  json::Any body;  ///< with commitments for personal fields
  std::int64_t organisation = 0;
  std::int64_t maker_person = 0;
  std::int64_t maker_account = 0;
  Instant made_at;
  std::optional<std::int64_t> expected_version{};  ///< of the subject, as the maker had seen it
  WaitingState state = WaitingState::awaiting;
  std::optional<std::string> remark{};
  std::optional<std::int64_t> decided_by{};
  std::optional<Instant> decided_at{};
};
const json::Struct& describe(const WaitingCommand*);

/// A remembered idempotency key.
struct KeptKey {
  std::int64_t organisation = 0;
  std::string idempotency_key;
  std::string digest;
  std::int64_t sequence = 0;
  std::string state;
  std::string answer;
};
const json::Struct& describe(const KeptKey*);

/// A record as stored: its exact bytes, and what lists ask for.
struct StoredRecord {
  std::int64_t sequence = 0;
  Instant received;
  Date business_date;
  std::string action;
  std::int64_t organisation = 0;
  std::int64_t person = 0;
  std::optional<std::int64_t> checker{};
  std::string outcome;
  std::string hash;
  std::string bytes;
};
const json::Struct& describe(const StoredRecord*);

/// A personal value beside the record; an erasure deletes the row.
struct StoredPersonal {
  std::string commitment;
  std::string salt;
  std::string value;
};
const json::Struct& describe(const StoredPersonal*);

struct StoredDay {
  std::int64_t id = 1;
  Date business_date;
};
const json::Struct& describe(const StoredDay*);

namespace store {

extern const db::Table record_table, key_table, waiting_table, personal_table, day_table;

std::optional<KeptKey> key(db::Tx& tx, std::int64_t organisation, const std::string& key);
void keep_key(db::Tx& tx, const KeptKey& kept);

/// The columns of a record in the order of StoredRecord.
void insert_record(db::Connection& connection, std::span<const db::Scalar> columns);
std::optional<StoredRecord> record(db::Tx& tx, std::int64_t sequence);

/// The signing key that the chain names last; "" before init.
std::string public_key(db::Tx& tx);
/// The last record after this one that is worth an anchor (close of day, publication, init, new
/// key); 0 if none.
std::int64_t last_to_anchor(db::Tx& tx, std::int64_t after);

/// The last record of this command after that one; 0 if none.
std::int64_t last_of(db::Tx& tx, std::string_view action, std::int64_t after);
/// The last record of each command after that one.
struct LastOf {
  std::string action;
  std::int64_t sequence = 0;
};
const json::Struct& describe(const LastOf*);
std::vector<LastOf> last_of_each(db::Tx& tx, std::int64_t after);

void keep_personal(db::Tx& tx, const StoredPersonal& kept);
std::optional<std::string> personal_value(db::Tx& tx, const std::string& commitment);
/// The other commitments under which an equal value is kept.
std::vector<std::string> equal_values(db::Tx& tx, const std::string& commitment);
/// Does the record of a command of these nouns hold this commitment?
bool taken_in_by(db::Tx& tx, std::span<const std::string_view> nouns,
                 const std::string& commitment);
std::int64_t delete_personal(db::Tx& tx, const std::string& commitment);

/// The records after that one, oldest first, at most `most`.
std::vector<StoredRecord> records_after(db::Tx& tx, std::int64_t sequence, std::int64_t most);
/// Every record in order, its columns in the order of StoredRecord as they stand, unread. Page by
/// page, so inside a snapshot.
void each_record(db::Connection& connection, const db::Each& each);
/// Every personal value in order of its commitment, likewise.
void each_personal(db::Connection& connection,
                   const std::function<void(const StoredPersonal&)>& each);

std::optional<WaitingCommand> waiting(db::Tx& tx, std::int64_t id);
struct Decision {
  std::int64_t id;
  WaitingState state;
  std::int64_t by;
  Instant at;
  std::optional<std::string> remark;
};
void decide_waiting(db::Tx& tx, const Decision& decision);

/// The chain's head and the business date, as stored.
Chain chain(db::Tx& tx);
void set_business_date(db::Tx& tx, Date date);
/// The last record received before 24:00 of that day in China; 0 if none.
std::int64_t known_at(db::Tx& tx, Date day);

}  // namespace store
}  // namespace zr::journal

#pragma once
/// One record: the exact bytes that are hashed, format version 1. Never migrated; the verifiers
/// know every version. Members stand in a fixed order, see docs/record.md.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/tx.h"
#include "journal/command.h"
#include "journal/sender.h"
#include "journal/writer.h"

namespace zr::journal {

/// Collects the rows that a command inserts into covered tables, for their digests, and sees
/// whether it touches who may do what.
class Recorder final : public db::Witness {
 public:
  void inserted(const db::Table& table, std::string line) override;
  void changed(const db::Table& table) override;
  void clear();
  /// Has a row of module access been made or changed?
  bool touched_access() const { return touched_access_; }
  /// The `rows` member: table, count, SHA-256 of the lines in byte order; empty text if none.
  std::string rows_json();

 private:
  std::map<std::string_view, std::vector<std::string>> lines_;
  bool touched_access_ = false;
};

/// What goes into a record.
struct Entry {
  Instant received;
  std::string_view action;
  std::string_view key;
  const access::Actor& actor;
  const access::Actor* checker = nullptr;
  std::optional<Sender> sender{};  ///< Of the checker, where one approved.
  std::string_view body;           ///< canonical JSON with commitments for personal fields
  std::string_view outcome;        ///< done, awaiting, refused
  std::string_view refusal{};
  std::string_view result{};    ///< canonical JSON
  std::string_view standing{};  ///< "sole" where four eyes were due but only one person could check
};

/// Appends a record to the chain and stores it; the chain's head moves.
void append(db::Connection& connection, Chain& chain, const Entry& entry,
            const std::vector<Event>& events, Recorder& recorder);

}  // namespace zr::journal

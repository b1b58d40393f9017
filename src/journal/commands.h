#pragma once
/// The journal's own commands: the second person's decision, the end of a business day, and
/// record 1.
#include <vector>

#include "journal/journal.h"

namespace zr::journal {

/// POST /commands/{id}/approve: the password is the second signature.
struct ApproveCommand {
  std::int64_t id = 0;
  std::string password;
};
const json::Struct& describe(const ApproveCommand*);

/// POST /commands/{id}/return
struct ReturnCommand {
  std::int64_t id = 0;
  std::string remark;
};
const json::Struct& describe(const ReturnCommand*);

/// Record 1 of a city.
struct Init {
  std::string city;
  std::string public_key;
  std::string mode;  ///< "production", "demo" or "test": the last two admit the virtual clock
  Date business_date;
  std::vector<std::string> covered;  ///< names of the covered tables, for the offline verifier
};
const json::Struct& describe(const Init*);

/// Moves the business date on by one day; a job runs it at 00:05.
struct CloseDay {
  Date day;  ///< the day that ends
};
const json::Struct& describe(const CloseDay*);

/// A new signing key; the old one stays good for the anchors before it.
struct RotateKey {
  std::string public_key;
};
const json::Struct& describe(const RotateKey*);

/// Somebody takes a copy of the record; the download submits it for them.
struct ExportRecord {};
const json::Struct& describe(const ExportRecord*);

/// `find` looks a command up by name among all of the house.
std::vector<Command> own_commands(const std::function<const Command*(std::string_view)>& find);

}  // namespace zr::journal

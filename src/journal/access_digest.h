#pragma once
/// Access events (sign-ins and refusals) are noted beside the commands, without a record each.
/// Every hour the program puts the digest of those since the last one into a record, so that a
/// changed, a missing and an added event are found. What the last hour noted is not proved yet.
#include <string>

#include "base/date.h"
#include "journal/command.h"

namespace zr::journal {

inline constexpr Refusal nothing_noted{"nothing_noted", "没有新的访问日志",
                                       "No access event has been noted since"};

/// Events of one digest at most; what is left is the next one's.
inline constexpr std::int64_t most_events = 20'000;

/// access.digest: events noted before a moment and not yet digested.
struct DigestAccess {
  std::int64_t previous = 0;  ///< record of the last digest; 0 for the first
  Instant before;
};
const json::Struct& describe(const DigestAccess*);

/// Events `first` to `last` without a gap: SHA-256 of their lines by number, each followed by a
/// line feed.
struct AccessDigest {
  std::int64_t first = 0;
  std::int64_t last = 0;
  std::string sha256;
};
const json::Struct& describe(const AccessDigest*);

/// The last event that the record of this number digested; 0 where it is no such record.
std::int64_t last_digested(db::Tx& tx, std::int64_t record);

Command access_digest_command();

}  // namespace zr::journal

#pragma once
/// The steps of the proof and what they hand on. Included only by the sources of the proof.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "db/db.h"
#include "journal/verify.h"

namespace zr::journal {

/// What a record says of the rows that it wrote into one covered table.
struct Claim {
  std::int64_t record = 0;
  std::int64_t count = 0;
  std::string sha256;
};
using Claims = std::map<std::string, std::vector<Claim>, std::less<>>;

/// A signing key and the record that introduced it.
struct IntroducedKey {
  std::int64_t since = 0;
  std::string public_key;
};

/// What a record says of the access events that it digested.
struct AccessClaim {
  std::int64_t record = 0;
  std::int64_t first = 0;
  std::int64_t last = 0;
  std::string sha256;
};

/// What the chain says, once walked.
struct ChainFacts {
  std::int64_t last = 0;
  std::vector<IntroducedKey> keys{};
  Claims claims{};                                ///< of every covered table, in order of records
  std::vector<AccessClaim> access{};              ///< in order of records
  std::map<std::int64_t, std::string> digests{};  ///< of the records that were asked for
};

/// Walks every record in order; `wanted` names the records whose digests the anchors sign.
ChainFacts walk_chain(db::Connection& connection, const std::set<std::int64_t>& wanted,
                      Verification& out);
/// The rows of one covered table against what the records say of them.
void judge_rows(db::Connection& connection, const db::Table& table,
                const std::vector<Claim>& claims, Verification& out);

/// Access events against the digests in the record; those since the last digest are not proved yet.
void judge_access(db::Connection& connection, const std::vector<AccessClaim>& claims,
                  Verification& out);

}  // namespace zr::journal

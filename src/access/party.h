#pragma once
/// Parties: one row for each organisation, branch and enterprise, and its versions (name, district,
/// zone, park, standing). A covered subject: figures ask it at (as_of, known_at).
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "access/actor.h"
#include "base/date.h"
#include "db/tx.h"

namespace zr::access {

/// How far a party is established here.
enum class Standing {
  registered,
  reported,  ///< an enterprise so far known only from a bank's ledger; the full register takes it
             ///< over
  closed,
};
std::span<const Name> names_of(Standing);

/// What never changes of a party; the target of foreign keys.
struct Party {
  std::int64_t id = 0;
  std::int64_t sequence = 0;
  PartyKind kind = PartyKind::enterprise;
  std::optional<std::int64_t> parent;  ///< head office of a branch
  std::string path;                    ///< "/parent/id/": the scope of an actor is a prefix of it
  std::optional<std::string> uscc;
};
const json::Struct& describe(const Party*);

/// What may change, typed by a user.
struct PartyFacts {
  std::string name;
  std::optional<std::string> short_name;
  std::optional<std::string> region;  ///< district code
  std::optional<std::string> zone;    ///< development-zone code
  std::optional<std::int64_t> park;
};
const json::Struct& describe(const PartyFacts*);

struct PartyVersion {
  std::int64_t party = 0;
  Date effective;
  std::int64_t sequence = 0;
  PartyFacts facts;
  Standing standing = Standing::registered;
  std::optional<std::int64_t> successor;
  bool withdrawn = false;
};
const json::Struct& describe(const PartyVersion*);

/// A party as it was on a day, as known then.
struct PartyAt {
  std::int64_t id = 0;
  PartyKind kind = PartyKind::enterprise;
  std::optional<std::int64_t> parent;
  std::string path;
  std::optional<std::string> uscc;
  PartyFacts facts;
  Standing standing = Standing::registered;
  std::int64_t version = 0;  ///< sequence of the record that said so
};
const json::Struct& describe(const PartyAt*);

/// When a question is asked: about which day, with the knowledge of which record.
struct Moment {
  Date as_of;
  std::int64_t known_at = INT64_MAX;
};

void add_party(db::Tx& tx, const Party& party, const PartyVersion& first);
void add_parties(db::Tx& tx, const std::vector<Party>& parties,
                 const std::vector<PartyVersion>& first);
void add_version(db::Tx& tx, const PartyVersion& version);
std::optional<Party> party(db::Tx& tx, std::int64_t id);
std::optional<Party> party_by_uscc(db::Tx& tx, const std::string& uscc);
/// Every credit code and whose it is.
std::unordered_map<std::string, std::int64_t> party_codes(db::Tx& tx);
std::optional<PartyAt> party_at(db::Tx& tx, std::int64_t id, Moment moment);
std::vector<PartyVersion> party_versions(db::Tx& tx, std::int64_t id);

/// An enterprise that a bank's ledger names: found by its code or created as reported. Called by
/// the import in its own transaction.
struct Reported {
  std::string uscc;
  std::string name;
  std::optional<std::string> region;
  std::optional<std::string> zone;
  Date effective;
  std::int64_t sequence;
  std::int64_t new_id;  ///< used if the enterprise is not yet known
};
struct ReportedParty {
  std::int64_t id;
  bool created;
};
ReportedParty report_enterprise(db::Tx& tx, const Reported& reported);
/// The same for many in few statements; a code that comes twice is created once.
std::vector<ReportedParty> report_enterprises(db::Tx& tx, const std::vector<Reported>& reported);

extern const db::Table party_table;
extern const db::Table party_version_table;

}  // namespace zr::access

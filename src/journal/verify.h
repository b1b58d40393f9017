#pragma once
/// The proof of a city in place: chain, covered rows, anchors, personal values, stored enumeration
/// values and schema, over one snapshot on either engine. Believes no column that it can compute
/// anew and never changes anything. What an auditor runs apart from the server is zhirong-verify.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/names.h"
#include "crypto/anchor.h"
#include "db/table.h"

namespace zr::journal {

enum class FindingKind { chain, rows, anchor, personal, value, schema, file };
std::span<const Name> names_of(FindingKind);

/// One thing that is not as the record says.
struct Finding {
  FindingKind kind = FindingKind::chain;
  std::optional<std::string> table{};
  std::optional<std::int64_t> record{};
  std::string text_zh;
  std::string text_en;
};
const json::Struct& describe(const Finding*);

/// What the caller holds against the database, kept outside it.
struct Evidence {
  std::vector<crypto::Anchor> anchors{};
  std::optional<std::string> public_key{};  ///< of the key file: the chain must name it last
};

inline constexpr std::size_t most_findings_kept = 1000;

struct Verification {
  std::int64_t records = 0;
  std::string head;           ///< digest of the last record's bytes
  std::int64_t anchored = 0;  ///< last record that a good anchor signs; 0 if none
  std::vector<Finding> findings{};
  std::int64_t found = 0;  ///< also those beyond the most that are kept

  bool ok() const { return found == 0; }
  /// The lowest record that a finding names.
  std::optional<std::int64_t> first_bad() const;
  void add(Finding finding);
};

/// Everything at once. The connection stands in a snapshot.
Verification verify(db::Connection& connection, std::span<const db::Table* const> tables,
                    const Evidence& evidence);

}  // namespace zr::journal

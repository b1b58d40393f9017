#pragma once
/// Personal values beside the record: rows and records hold the commitment SHA-256(salt, value);
/// an erasure deletes salt and value, and the chain stays valid.
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/tx.h"

namespace zr::journal {

class PersonalVault final : public db::Vault {
 public:
  std::string keep(db::Tx& tx, const std::string& value) override;
  std::optional<std::string> reveal(db::Tx& tx, const std::string& commitment) override;
  /// Within one command equal values share one commitment; called before each and after an undo.
  void start_command() { kept_.clear(); }

 private:
  std::unordered_map<std::string, std::string> kept_;  ///< writer's thread only
};

/// Personal values to be deleted for good.
struct Erasure {
  std::vector<std::string> commitments;           ///< those that the subject's rows hold
  std::vector<std::string_view> nouns;            ///< of the commands that take such values in
  std::function<bool(const std::string&)> shown;  ///< does some row hold this commitment?
};
/// Deletes their salts and values, and those of equal values that a command of these nouns took in
/// and no row holds: an attempt that was refused or returned. Answers how many. Records are
/// searched only where an equal value exists.
std::int64_t erase(db::Tx& tx, const Erasure& erasure);

/// The canonical body of a record: as json::write, but personal fields as {"commitment":"…"}.
std::string recorded_body(db::Tx& tx, const json::Struct& table, const void* object);
/// The body again, with what has not been erased.
json::Value revealed(db::Tx& tx, const json::Value& body);

}  // namespace zr::journal

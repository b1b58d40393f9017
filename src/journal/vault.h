#pragma once
/// Personal values beside the record: rows and records hold the commitment SHA-256(salt, value);
/// an erasure deletes salt and value, and the chain stays valid.
#include <string>
#include <unordered_map>

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

/// The canonical body of a record: as json::write, but personal fields as {"commitment":"…"}.
std::string recorded_body(db::Tx& tx, const json::Struct& table, const void* object);
/// The body again, with what has not been erased.
json::Value revealed(db::Tx& tx, const json::Value& body);

}  // namespace zr::journal

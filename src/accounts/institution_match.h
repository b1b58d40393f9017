#pragma once
/// What a file of institutions means against what is registered: whom each row names, what it would
/// change and what is wrong with it. Judging and storing ask the same.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/region.h"
#include "accounts/institutions.h"
#include "accounts/store.h"

namespace zr::accounts {

/// One row as it is to be stored.
struct MatchedInstitution {
  const InstitutionLine* line = nullptr;
  int row = 0;
  imports::Effect effect = imports::Effect::created;
  std::optional<KnownInstitution> known{};
  std::optional<std::int64_t> head_office{};     ///< registered
  std::optional<std::size_t> head_office_row{};  ///< … or in the same file, by its place
  access::PartyFacts facts;
};

struct InstitutionMatch {
  std::vector<MatchedInstitution> rows;  ///< in the order of the batch
  std::vector<imports::Finding> findings{};
};

InstitutionMatch match_institutions(db::Tx& tx, const imports::Batch& batch);

}  // namespace zr::accounts

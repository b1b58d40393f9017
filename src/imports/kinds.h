#pragma once
/// The kinds that this city's contexts bring, and the readings of their files.
#include <memory>
#include <vector>

#include "imports/reading.h"
#include "imports/store.h"

namespace zr::imports {

class Kinds {
 public:
  /// Throws std::logic_error where a kind's headings are not clear.
  explicit Kinds(std::vector<Kind> all, journal::ProgressTeller told = {});
  const Kind* find(std::string_view code) const;
  const std::vector<Kind>& all() const { return all_; }
  /// Tells the sender how far the import is.
  void tell(const access::Actor& sender, std::int64_t import, Step step, std::int64_t done,
            std::int64_t total) const;

 private:
  std::vector<Kind> all_;
  journal::ProgressTeller told_;
};

/// May this actor import this kind, for this organisation? Its own and below, or on behalf.
/// Refused kind_not_yours, organisation_not_yours.
Result<Done> may_import(db::Tx& tx, const access::Actor& actor, const Kind& kind,
                        std::int64_t organisation);

/// The sheet of a stored file.
Result<std::shared_ptr<const Sheet>> sheet_of(const std::string& digest,
                                              std::optional<std::int64_t> sheet);
Corrections corrections_of(db::Tx& tx, std::int64_t import);
/// An import's rows as they stand now; `told` hears how many are read.
Result<std::shared_ptr<const Reading>> reading_of(db::Tx& tx, const Kind& kind,
                                                  const StoredImport& import,
                                                  const RowsRead& told = {});
Mapping mapping_of(const StoredImport& import);

}  // namespace zr::imports

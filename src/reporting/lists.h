#pragma once
/// Returns as lists: the returns of a reader's scope, the board of a quarter, the versions of one.
/// Authorities see a return from the moment it is submitted, nothing of its drafts.
#include <optional>
#include <vector>

#include "forms/forms.h"
#include "reporting/rows.h"

namespace zr::reporting {

/// A version with what became of it.
struct VersionAt {
  forms::Version version;
  forms::VersionState state;             ///< the last
  std::optional<Instant> received = {};  ///< when it was submitted, whatever came after
};
/// What a reader may know of one return.
struct Told {
  std::vector<VersionAt> versions;  ///< Newest first.
  std::optional<forms::Draft> draft;
};
Told told(api::ReadContext& in, const forms::Answer& answer);
ReturnState state_of(const Told& told);

VersionRow version_row(db::Tx& tx, const VersionAt& at, const VersionAt* before);

/// The row of one return.
ReturnRow heading_of(api::ReadContext& in, const forms::Answer& answer);

/// Names as they are now.
std::optional<std::string> person_name(db::Tx& tx, std::optional<std::int64_t> id);
std::optional<std::string> party_name(db::Tx& tx, std::optional<std::int64_t> id);

std::vector<api::Read> list_reads();

}  // namespace zr::reporting

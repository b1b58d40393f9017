#pragma once
/// One return on a page: the draft as it would be frozen now, or a frozen version, cell by cell
/// with the quarter before and the ledger beside it, what the rules say and what may be done.
#include <optional>
#include <vector>

#include "forms/freezing.h"
#include "reporting/lists.h"
#include "reporting/returns.h"

namespace zr::reporting {

/// What the reader looks at: a frozen version, or the draft.
struct Looked {
  forms::Case shown;
  const VersionAt* frozen = nullptr;
  const VersionAt* sent_back = nullptr;  ///< Whose remarks still stand: nothing came in since.
  forms::Source source = forms::Source::ledger;
};

/// The version asked for; without one the latest, unless a draft is newer.
const VersionAt* version_shown(const Told& known, std::optional<std::int64_t> number);
/// Who sees the return before anything is filed: the bank, and who enters for it.
bool sees_draft(const api::ReadContext& in, const Return& of, const Told& known);
/// What the ledger says today, for whoever sees its rows; else nothing.
LedgerRows rows_shown(api::ReadContext& in, const Return& of);
/// `frozen` as it was frozen; without one the draft, or what the ledger gives to an empty one.
Result<Looked> looked_at(api::ReadContext& in, const Return& of, const Told& known,
                         const VersionAt* frozen, const Computation& found);

std::vector<api::Read> page_reads();

}  // namespace zr::reporting

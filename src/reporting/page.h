#pragma once
/// One return on a page: the draft as it would be frozen now, or a frozen version, cell by cell
/// with the quarter before and the ledger beside it, what the rules say and what may be done.
#include <vector>

#include "reporting/rows.h"

namespace zr::reporting {

std::vector<api::Read> page_reads();

}  // namespace zr::reporting

#pragma once
/// Figures opened into their rows: what a frozen version rests on, note by note, and what the
/// ledger says today against it. Parts add up to the figure; rows that the reader may not see one
/// by one are added into one line, so that the sum still holds.
#include <vector>

#include "api/read.h"

namespace zr::reporting {

std::vector<api::Read> opened_reads();

}  // namespace zr::reporting

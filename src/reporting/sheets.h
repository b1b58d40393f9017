#pragma once
/// A return on paper: the workbook and the page to print, of a frozen version or of the draft,
/// which says that it is one.
#include <vector>

#include "api/read.h"

namespace zr::reporting {

std::vector<api::Read> sheet_reads();

}  // namespace zr::reporting

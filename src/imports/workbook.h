#pragma once
/// Workbooks that go out: an empty one to fill in, and the sender's own rows with what is wrong
/// marked red, what is doubtful yellow and a column of remarks, each under its own number. Both
/// come back through the same door as any other file.
#include "imports/staging.h"

namespace zr::imports {

struct WorkbookOf {
  Instant created;
  Language language = Language::zh;
};

Result<std::string> template_of(const Kind& kind, const WorkbookOf& how);
/// Corrections stand in their cells.
Result<std::string> annotated(const Staging& staging, const StagingOf& of,
                              const Corrections& corrections, const WorkbookOf& how);

}  // namespace zr::imports

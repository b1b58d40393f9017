#pragma once
/// One import on somebody's screen: its row, its file as read and, while it is open, everything
/// that is to be said about it. Foreign is missing.
#include "imports/kinds.h"
#include "imports/staging.h"
#include "imports/views.h"

namespace zr::imports {

struct Desk {
  ImportRow row;
  StoredImport import;
  const Kind* kind;
  Answers answers;
  std::shared_ptr<const Reading> reading;
  std::optional<Staging> staging;  ///< while it is open
};

Result<Desk> desk_of(api::ReadContext& in, std::int64_t id, const Kinds& kinds);

Result<ImportView> one_import(api::ReadContext& in, const api::OneQuery& query, const Kinds& kinds);
Result<api::Page<FindingRow>> list_findings(api::ReadContext& in, const FindingQuery& query,
                                            const Kinds& kinds);
Result<api::Page<StagedRow>> list_rows(api::ReadContext& in, const StagedQuery& query,
                                       const Kinds& kinds);

}  // namespace zr::imports

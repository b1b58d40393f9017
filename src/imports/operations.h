#pragma once
/// What can be done to an import. `before_…` runs on the caller's thread with a snapshot and does
/// the reading of files; the other half runs in the writer's transaction.
#include "imports/kinds.h"
#include "imports/requests.h"
#include "journal/command.h"

namespace zr::imports {

Result<Done> before_create(journal::Preparation& before, CreateImport& input, const Kinds& kinds);
Result<CreatedImport> create(journal::Context& in, const CreateImport& input, const Kinds& kinds);

Result<Done> before_map(journal::Preparation& before, MapImport& input, const Kinds& kinds);
Result<journal::Changed> map(journal::Context& in, const MapImport& input, const Kinds& kinds);

Result<Done> before_mend(journal::Preparation& before, MendImport& input, const Kinds& kinds);
Result<journal::Changed> mend(journal::Context& in, const MendImport& input, const Kinds& kinds);

Result<Done> before_answer(journal::Preparation& before, AnswerImport& input, const Kinds& kinds);
Result<journal::Changed> answer(journal::Context& in, const AnswerImport& input,
                                const Kinds& kinds);

Result<Done> before_apply(journal::Preparation& before, ApplyImport& input, const Kinds& kinds);
Result<AppliedImport> apply(journal::Context& in, const ApplyImport& input, const Kinds& kinds);

Result<journal::Changed> discard(journal::Context& in, const OneImport& input, const Kinds& kinds);
Result<journal::Changed> undo(journal::Context& in, const OneImport& input, const Kinds& kinds);
Result<journal::Changed> confirm(journal::Context& in, const OneImport& input, const Kinds& kinds);
Result<journal::Changed> attach_scan(journal::Context& in, const AttachScan& input,
                                     const Kinds& kinds);

/// Is this organisation the actor's own or below it?
bool is_own(db::Tx& tx, const access::Actor& actor, std::int64_t organisation);

/// An import with its kind.
struct Opened {
  StoredImport import;
  const Kind* kind;
};
/// One that may still be worked on; refused not_found or import_closed.
Result<Opened> open_import(db::Tx& tx, const access::Actor& actor, std::int64_t id,
                           const Kinds& kinds);
/// The same, and as it was when `before_…` looked at it.
Result<Opened> unchanged_import(journal::Context& in, std::int64_t id, std::int64_t seen_version,
                                const Kinds& kinds);
/// Stores it as changed by this record.
journal::Changed changed(journal::Context& in, StoredImport import);

/// What stands in a cell of the file, with the corrections before.
std::optional<std::string> text_at(const Reading& reading, const Corrections& corrections, int row,
                                   const std::string& field);

}  // namespace zr::imports

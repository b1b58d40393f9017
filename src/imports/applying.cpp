/// Applying an import and taking it back.
#include "crypto/digest.h"
#include "imports/grounds.h"
#include "imports/operations.h"
#include "imports/staging.h"

namespace zr::imports {

namespace {

Result<Done> acceptable(const Staging& staging, Accept accept) {
  if (staging.file == Staging::File::wrong) return has_errors;
  if (staging.file == Staging::File::asked) return questions_open;
  if (accept == Accept::all && staging.counts.wrong > 0) return has_errors;
  if (accept == Accept::all && staging.counts.waiting > 0) return questions_open;
  if (staging.counts.good == 0) return nothing_to_import;
  return Done{};
}

/// What a mapping says of the file, whatever the reason why.
std::string meaning_of(Mapping mapping) {
  for (MappedColumn& column : mapping.columns) column.ground = Ground::none;
  mapping.unit_ground.reset();
  mapping.unit_before.reset();
  return json::write(mapping);
}

/// Everything that decides what is stored, and what is: equal for an import of the same again.
std::string fingerprint(journal::Context& in, const StoredImport& import, const Staging& staging,
                        const Answers& answers) {
  crypto::Sha256 digest;
  const auto add = [&](std::string_view text) {
    digest.add(std::to_string(text.size()));
    digest.add(":");
    digest.add(text);
  };
  add(import.kind);
  add(std::to_string(import.organisation));
  add(import.digest);
  add(meaning_of(mapping_of(import)));
  add(import.data_date ? import.data_date->text() : "");
  add(import.basis.value_or(""));
  for (const auto& [cell, text] : corrections_of(in.tx, import.id)) {
    add(std::to_string(cell.first));
    add(cell.second);
    add(text.value_or(""));
  }
  for (const auto& [key, answer] : answers) {
    add(key);
    add(answer);
  }
  for (const auto& [row, state] : staging.not_good) add(std::to_string(row));
  return digest.finish_hex();
}

/// Personal values of other columns become commitments; the values go to the vault.
void keep_personal(db::Tx& tx, Row& row) {
  for (auto& [name, value] : row.reported) {
    const json::Value* personal = value.find(personal_member);
    if (!personal) continue;
    json::Value commitment;
    commitment.set("commitment", tx.vault()->keep(tx, *personal->text()));
    value = std::move(commitment);
  }
}

struct Sorted {
  std::vector<Row> accepted;
  std::vector<Row> held;
};

Sorted sorted(db::Tx& tx, const Staging& staging) {
  Sorted out;
  for (const Row& row : staging.reading->rows) {
    if (staging.state_of(row.number) == RowState::good)
      keep_personal(tx, out.accepted.emplace_back(row));
    else
      out.held.push_back(row);
  }
  for (const Row& row : staging.reading->held) out.held.push_back(row);
  return out;
}

/// What was chosen by hand is not asked again for a file with the same header.
void remember(journal::Context& in, const StoredImport& import) {
  const Mapping mapping = mapping_of(import);
  store::remember(in.tx, {.organisation = import.organisation,
                          .kind = import.kind,
                          .signature = signature(mapping),
                          .mapping = *import.mapping,
                          .sequence = in.sequence});
}

/// Nobody has seen yet what somebody else stores of it now, beside what was confirmed or shown.
void void_word(journal::Context& in, StoredImport& import) {
  if (import.state != State::partly || is_own(in.tx, in.actor, import.organisation)) return;
  import.confirmed.reset();
  import.scan.reset();
}

}  // namespace

Result<Done> before_apply(journal::Preparation& before, ApplyImport& input, const Kinds& kinds) {
  const auto opened = open_import(before.tx, before.actor, input.id, kinds);
  if (!opened) return opened.problem();
  const RowsRead told = [&](std::int64_t done, std::int64_t total) {
    kinds.tell(before.actor, input.id, Step::reading, done, total);
  };
  auto reading = reading_of(before.tx, *opened->kind, opened->import, told);
  if (!reading) return reading.problem();
  input.reading = std::move(*reading);
  input.seen_version = opened->import.version;
  return Done{};
}

Result<AppliedImport> apply(journal::Context& in, const ApplyImport& input, const Kinds& kinds) {
  auto opened = unchanged_import(in, input.id, input.seen_version, kinds);
  if (!opened) return opened.problem();
  StoredImport& import = opened->import;
  const Answers answers = store::answers(in.tx, import.id);
  const StagingOf of{
      .kind = *opened->kind, .import = import, .answers = answers, .today = in.today};
  const auto rows_read = static_cast<std::int64_t>(input.reading->rows.size());
  kinds.tell(in.actor, import.id, Step::checking, 0, rows_read);
  const auto staging = stage(in.tx, input.reading, of);
  if (!staging) return staging.problem();
  if (const auto fine = acceptable(*staging, input.accept); !fine) return fine.problem();
  Application done{.import = import.id,
                   .sequence = in.sequence,
                   .fingerprint = fingerprint(in, import, *staging, answers),
                   .accepted = staging->counts.good,
                   .created = staging->counts.created,
                   .changed = staging->counts.changed,
                   .same = staging->counts.same,
                   .left_out = staging->counts.rows - staging->counts.good};
  if (store::stands(in.tx, done.fingerprint)) return already_imported;

  const Sorted rows = sorted(in.tx, *staging);
  Batch batch = batch_of(*input.reading, of);
  batch.rows = rows.accepted;
  batch.held = rows.held;
  kinds.tell(in.actor, import.id, Step::storing, 0, staging->counts.good);
  if (const auto stored = opened->kind->apply(in, batch); !stored) return stored.problem();
  store::add_application(in.tx, done);
  if (import.on_behalf()) void_word(in, import);
  import.state = done.left_out == 0 ? State::applied : State::partly;
  remember(in, import);
  in.raise("imports.applied", {import.id});
  const auto after = changed(in, import);
  return AppliedImport{.id = after.id,
                       .version = after.version,
                       .accepted = done.accepted,
                       .created = done.created,
                       .changed = done.changed,
                       .same = done.same,
                       .left_out = done.left_out};
}

Result<journal::Changed> undo(journal::Context& in, const OneImport& input, const Kinds& kinds) {
  auto import = store::visible_import(in.tx, in.actor, input.id);
  const Kind* kind = import ? kinds.find(import->kind) : nullptr;
  if (!kind || (!kind->right.empty() && !in.actor.may(kind->right))) return not_found;
  if (in.expected_version && *in.expected_version != import->version) return journal::version_stale;
  if (import->state != State::applied && import->state != State::partly) return not_applied;
  Applied applied{.import = import->id, .organisation = import->organisation, .sequences = {}};
  for (const Application& each : store::applications(in.tx, import->id))
    applied.sequences.push_back(each.sequence);
  if (const auto back = kind->undo(in, applied); !back) return back.problem();
  import->state = State::undone;
  in.raise("imports.undone", {import->id});
  return changed(in, *import);
}

}  // namespace zr::imports

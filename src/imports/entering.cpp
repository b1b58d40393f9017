/// Entering a file: created, mapped, discarded, confirmed by whose data it is.
#include "access/party.h"
#include "files/files.h"
#include "imports/grounds.h"
#include "imports/operations.h"

namespace zr::imports {

namespace {

std::int64_t organisation_of(const CreateImport& input, const access::Actor& actor) {
  return input.organisation.value_or(actor.organisation);
}

Result<Done> terms_fit(const Terms& terms, const Kind& kind, Date today) {
  if (terms.data_date && *terms.data_date > today) return Problem::at("/data_date", date_ahead);
  if (!terms.basis) return Done{};
  for (const Choice& basis : kind.bases)
    if (basis.code == *terms.basis) return Done{};
  return Problem::at("/basis", no_such_basis);
}

/// The staged import that this one takes the place of.
Result<Done> take_place_of(journal::Context& in, std::int64_t id, const StoredImport& made,
                           const Kinds& kinds) {
  auto before = open_import(in.tx, in.actor, id, kinds);
  if (!before) return Problem::at("/replaces", before.problem().refusal);
  if (before->import.kind != made.kind || before->import.organisation != made.organisation)
    return Problem::at("/replaces", not_found);
  if (before->import.state != State::staged) return Problem::at("/replaces", partly_applied);
  before->import.state = State::discarded;
  changed(in, before->import);
  return Done{};
}

/// Does something of it stand in the books?
Result<Done> is_stored(State state) {
  switch (state) {
    case State::staged:
      return not_applied;
    case State::partly:
    case State::applied:
      return Done{};
    case State::discarded:
    case State::undone:
      return import_closed;
  }
  return import_closed;
}

}  // namespace

bool is_own(db::Tx& tx, const access::Actor& actor, std::int64_t organisation) {
  const auto party = access::party(tx, organisation);
  return party && party->path.starts_with(actor.path);
}

Result<Opened> open_import(db::Tx& tx, const access::Actor& actor, std::int64_t id,
                           const Kinds& kinds) {
  auto import = store::visible_import(tx, actor, id);
  const Kind* kind = import ? kinds.find(import->kind) : nullptr;
  if (!kind || (!kind->right.empty() && !actor.may(kind->right))) return not_found;
  if (import->state != State::staged && import->state != State::partly) return import_closed;
  return Opened{std::move(*import), kind};
}

Result<Opened> unchanged_import(journal::Context& in, std::int64_t id, std::int64_t seen_version,
                                const Kinds& kinds) {
  auto opened = open_import(in.tx, in.actor, id, kinds);
  if (!opened) return opened;
  if (opened->import.version != seen_version) return journal::version_stale;
  if (in.expected_version && *in.expected_version != seen_version) return journal::version_stale;
  return opened;
}

journal::Changed changed(journal::Context& in, StoredImport import) {
  import.version = in.sequence;
  store::keep_import(in.tx, import);
  in.raise("imports.changed", {import.id});
  return {.id = import.id, .version = in.sequence};
}

Result<Done> before_create(journal::Preparation& before, CreateImport& input, const Kinds& kinds) {
  const Kind* kind = kinds.find(input.kind);
  if (!kind) return Problem::at("/kind", no_such_kind);
  const std::int64_t organisation = organisation_of(input, before.actor);
  if (const auto may = may_import(before.tx, before.actor, *kind, organisation); !may)
    return may.problem();
  const auto sheet = sheet_of(input.digest, input.terms.sheet);
  if (!sheet) return sheet.problem();
  const Choices choices = choices_of(input.terms);
  auto mapping = chosen(
      lay_out(**sheet, *kind, store::remembered(before.tx, organisation, kind->code), choices),
      *kind, choices);
  if (!mapping) return mapping.problem();
  input.mapping = std::move(*mapping);
  return Done{};
}

Result<CreatedImport> create(journal::Context& in, const CreateImport& input, const Kinds& kinds) {
  const Kind* kind = kinds.find(input.kind);
  if (!kind) return Problem::at("/kind", no_such_kind);
  const std::int64_t organisation = organisation_of(input, in.actor);
  if (const auto may = may_import(in.tx, in.actor, *kind, organisation); !may) return may.problem();
  if (const auto fit = terms_fit(input.terms, *kind, in.today); !fit) return fit.problem();
  const Date arrived = input.arrived_on.value_or(in.today);
  if (arrived > in.today) return Problem::at("/arrived_on", date_ahead);

  const bool own = in.actor.is_program() || is_own(in.tx, in.actor, organisation);
  StoredImport import{.id = in.new_id(),
                      .kind = input.kind,
                      .organisation = organisation,
                      .entered_by = own ? organisation : in.actor.organisation,
                      .digest = input.digest,
                      .mapping = stored(input.mapping),
                      .data_date = input.terms.data_date,
                      .basis = input.terms.basis,
                      .arrived_on = arrived,
                      .entered_on = in.today,
                      .replaces = input.replaces,
                      .version = in.sequence};
  if (input.replaces)
    if (const auto taken = take_place_of(in, *input.replaces, import, kinds); !taken)
      return taken.problem();
  if (store::same_file(in.tx, import, State::staged, State::partly))
    return Problem::at("/digest", already_open);
  const auto file = files::attach(in, {.digest = input.digest, .organisation = organisation});
  if (!file) return file.problem();
  import.file = *file;
  import.file_name = files::file(in.tx, *file)->name;
  if (input.scan) {
    const auto scan = files::attach_scan(in, {.digest = *input.scan, .organisation = organisation});
    if (!scan) return Problem::at("/scan", scan.problem().refusal);
    import.scan = *scan;
  }
  store::add_import(in.tx, import);
  in.raise("imports.created", {import.id});
  CreatedImport out{.id = import.id, .version = in.sequence};
  if (const auto earlier = store::same_file(in.tx, import, State::applied, State::applied))
    out.earlier = earlier->id;
  return out;
}

Result<Done> before_map(journal::Preparation& before, MapImport& input, const Kinds& kinds) {
  const auto opened = open_import(before.tx, before.actor, input.id, kinds);
  if (!opened) return opened.problem();
  const StoredImport& import = opened->import;
  input.seen_version = import.version;
  const Choices choices = choices_of(input.terms);
  Mapping mapping = mapping_of(import);
  // A correction is known by its row: on another sheet it would stand over another note.
  if (input.terms.sheet && *input.terms.sheet != mapping.sheet &&
      !store::corrections(before.tx, import.id).empty())
    return Problem::at("/sheet", sheet_corrected);
  if (input.terms.sheet || input.terms.header_row) {
    const auto sheet = sheet_of(import.digest, input.terms.sheet.value_or(mapping.sheet));
    if (!sheet) return sheet.problem();
    mapping = lay_out(**sheet, *opened->kind,
                      store::remembered(before.tx, import.organisation, import.kind), choices);
  }
  auto made = chosen(std::move(mapping), *opened->kind, choices);
  if (!made) return made.problem();
  input.mapping = std::move(*made);
  return Done{};
}

Result<journal::Changed> map(journal::Context& in, const MapImport& input, const Kinds& kinds) {
  auto opened = unchanged_import(in, input.id, input.seen_version, kinds);
  if (!opened) return opened.problem();
  if (const auto fit = terms_fit(input.terms, *opened->kind, in.today); !fit) return fit.problem();
  StoredImport& import = opened->import;
  import.mapping = stored(input.mapping);
  if (input.terms.data_date) import.data_date = input.terms.data_date;
  if (input.terms.basis) import.basis = input.terms.basis;
  return changed(in, import);
}

Result<journal::Changed> discard(journal::Context& in, const OneImport& input, const Kinds& kinds) {
  auto opened = open_import(in.tx, in.actor, input.id, kinds);
  if (!opened) return opened.problem();
  if (in.expected_version && *in.expected_version != opened->import.version)
    return journal::version_stale;
  if (opened->import.state == State::partly) return partly_applied;
  opened->import.state = State::discarded;
  return changed(in, opened->import);
}

Result<journal::Changed> confirm(journal::Context& in, const OneImport& input, const Kinds&) {
  auto import = store::visible_import(in.tx, in.actor, input.id);
  if (!import) return not_found;
  if (in.expected_version && *in.expected_version != import->version) return journal::version_stale;
  if (!import->on_behalf()) return not_on_behalf;
  if (!is_own(in.tx, in.actor, import->organisation)) return not_for_you_to_confirm;
  if (import->confirmed) return already_confirmed;
  if (const auto stored = is_stored(import->state); !stored) return stored.problem();
  import->confirmed = in.sequence;
  return changed(in, *import);
}

Result<journal::Changed> attach_scan(journal::Context& in, const AttachScan& input, const Kinds&) {
  auto import = store::visible_import(in.tx, in.actor, input.id);
  if (!import) return not_found;
  if (!import->on_behalf()) return not_on_behalf;
  if (const auto stored = is_stored(import->state); !stored) return stored.problem();
  const auto scan =
      files::attach_scan(in, {.digest = input.digest, .organisation = import->organisation});
  if (!scan) return scan.problem();
  import->scan = *scan;
  return changed(in, *import);
}

}  // namespace zr::imports

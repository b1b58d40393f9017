#include "imports/kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "access/party.h"
#include "files/files.h"
#include "imports/grounds.h"
#include "imports/layout.h"
#include "imports/personal_columns.h"

namespace zr::imports {

Kinds::Kinds(std::vector<Kind> all, journal::ProgressTeller told)
    : all_(std::move(all)), told_(std::move(told)) {
  for (const Kind& kind : all_) {
    vocabulary(kind);
    // Corrections keep the texts of fields in the open.
    for (const json::Field& field : kind.row().fields())
      if (field.limits.privacy != json::Privacy::open)
        throw std::logic_error(fmt::format("{}.{} is about a person", kind.code, field.name));
  }
}

const Kind* Kinds::find(std::string_view code) const {
  const auto found = std::ranges::find(all_, code, &Kind::code);
  return found == all_.end() ? nullptr : &*found;
}

void Kinds::tell(const access::Actor& sender, std::int64_t import, Step step, std::int64_t done,
                 std::int64_t total) const {
  if (!told_) return;
  told_({.session = sender.session,
         .subject = import,
         .step = name_of(step),
         .done = done,
         .total = total});
}

Result<Done> may_import(db::Tx& tx, const access::Actor& actor, const Kind& kind,
                        std::int64_t organisation) {
  if (!kind.right.empty() && !actor.may(kind.right)) return kind_not_yours;
  const auto party = access::party(tx, organisation);
  if (!party || std::ranges::find(kind.organisations, party->kind) == kind.organisations.end())
    return organisation == actor.organisation
               ? Problem(kind_not_yours)
               : Problem::at("/organisation", organisation_not_yours);
  const bool own = actor.is_program() || party->path.starts_with(actor.path);
  const bool on_behalf =
      actor.kind == access::PartyKind::city_bureau && kind.on_behalf == OnBehalf::allowed;
  if (!own && !on_behalf) return Problem::at("/organisation", organisation_not_yours);
  return Done{};
}

Result<std::shared_ptr<const Sheet>> sheet_of(const std::string& digest,
                                              std::optional<std::int64_t> sheet) {
  const files::Folder& folder = files::home();
  if (!files::is_digest(digest) || !folder.has(digest))
    return Problem::at("/digest", files::unknown_file);
  auto read = Sheet::read(documents::Source::file(folder.path_of(digest)), sheet);
  if (!read) return read.problem();
  return std::make_shared<const Sheet>(std::move(*read));
}

Corrections corrections_of(db::Tx& tx, std::int64_t import) {
  Corrections last;
  for (Correction& each : store::corrections(tx, import))
    last.insert_or_assign({static_cast<int>(each.line), std::move(each.field)},
                          std::move(each.new_text));
  return last;
}

Mapping mapping_of(const StoredImport& import) {
  return import.mapping ? mapping_in(*import.mapping) : Mapping{};
}

Result<std::shared_ptr<const Reading>> reading_of(db::Tx& tx, const Kind& kind,
                                                  const StoredImport& import,
                                                  const RowsRead& told) {
  const Mapping mapping = mapping_of(import);
  const auto sheet = sheet_of(import.digest, mapping.sheet);
  if (!sheet) return sheet.problem();
  auto reading = read_rows(*sheet, {.kind = kind,
                                    .mapping = mapping,
                                    .corrections = corrections_of(tx, import.id),
                                    .personal = personal_columns(tx, import.entered_on),
                                    .told = told});
  if (!reading) return reading.problem();
  return std::make_shared<const Reading>(std::move(*reading));
}

}  // namespace zr::imports

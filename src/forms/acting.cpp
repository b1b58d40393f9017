#include "forms/acting.h"

#include "access/party.h"
#include "files/files.h"
#include "forms/store.h"

namespace zr::forms {

Result<Answer> current(journal::Context& in, std::int64_t id) {
  const std::string_view rows = in.actor.is_program() ? "/" : std::string_view(in.scope.rows);
  const auto found = store::answer(in.tx, rows, id);
  if (!found) return not_found;
  if (in.expected_version && *in.expected_version != store::touched(in.tx, id))
    return journal::version_stale;
  return *found;
}

std::optional<std::int64_t> person_of(const access::Actor& actor) {
  return actor.is_program() ? std::nullopt : std::optional(actor.person);
}

std::optional<std::int64_t> on_behalf(journal::Context& in, const Answer& answer) {
  if (in.actor.is_program()) return std::nullopt;
  const auto party = access::party(in.tx, answer.organisation);
  if (party && party->path.starts_with(in.actor.path)) return std::nullopt;
  return in.actor.organisation;
}

Result<Done> keep_scan(journal::Context& in, const Answer& answer,
                       const std::optional<std::string>& digest,
                       std::optional<std::int64_t>& into) {
  if (!digest) return Done{};
  const auto file =
      files::attach_scan(in, {.digest = *digest, .organisation = answer.organisation});
  if (!file) return Problem::at("/scan", file.problem().refusal);
  into = *file;
  return Done{};
}

}  // namespace zr::forms

#pragma once
/// Who acts on which answer, alike for every act on one.
#include <cstdint>
#include <optional>
#include <string>

#include "forms/forms.h"

namespace zr::forms {

/// The answer that a command names, in the version its caller has seen.
Result<Answer> current(journal::Context& in, std::int64_t id);
/// Empty for the program.
std::optional<std::int64_t> person_of(const access::Actor& actor);
/// The acting organisation where it is not the one that answers 代录.
std::optional<std::int64_t> on_behalf(journal::Context& in, const Answer& answer);

/// The uploaded scan of that digest becomes the answering organisation's; `into` its id. Nothing is
/// changed where no digest is given.
Result<Done> keep_scan(journal::Context& in, const Answer& answer,
                       const std::optional<std::string>& digest, std::optional<std::int64_t>& into);

}  // namespace zr::forms

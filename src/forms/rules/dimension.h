#pragma once
/// What kind of value the sides of a rule have, so that an amount is shown as yuan, and a date is
/// never added to a date.
#include <map>
#include <optional>
#include <string_view>

#include "forms/rules/compiled.h"

namespace zr::forms {

/// Amount, count or ratio: what rules compute with.
bool is_number(CellKind kind);

/// Of "meta." and "prev_version." names; empty where there is no such.
std::optional<Dimension> submission_dimension(const Reference& name);

/// Of both sides together; empty where they cannot be compared so.
std::optional<Dimension> dimension_of(const CompiledRule& rule,
                                      const std::map<std::string_view, const FormCell*>& cells);

/// Does "each_amount", "each_field except …" mean this cell?
bool in_range(const Expression& each, const FormCell& cell);

}  // namespace zr::forms

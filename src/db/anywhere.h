#pragma once
/// Search by a text: lower(column) LIKE $n ESCAPE '!', the same on both engines.
#include <optional>
#include <string>

namespace zr::db {

/// The pattern of a text anywhere in a column, whatever its capitals; "" for none.
std::string anywhere(const std::optional<std::string>& text);

}  // namespace zr::db

#pragma once
/// How a file is read: which sheet, where its header stands, which column is which field and in
/// which unit its amounts are. Fixed in the import when it is made, so that a later change of what
/// is remembered never changes what a file says.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "imports/rules/unit.h"
#include "json/describe.h"

namespace zr::imports {

/// Why a column is taken for its field.
enum class Ground {
  label,       ///< its header is a label or name of the field
  remembered,  ///< so it was in an earlier file of this organisation
  chosen,      ///< somebody said so
  none,        ///< it is no field: kept as reported, or left aside
};
std::span<const Name> names_of(Ground);

/// Whoever writes a paragraph into a header is known by its beginning.
inline constexpr std::size_t header_characters = 200;

struct MappedColumn {
  std::int64_t column = 0;  ///< from 1
  std::string header;
  std::optional<std::string> field{};
  Ground ground = Ground::none;
  std::optional<Unit> unit{};  ///< of an amount: from its own header, else the mapping's
};
const json::Struct& describe(const MappedColumn*);

struct Mapping {
  std::int64_t sheet = 1;               ///< from 1, hidden ones counted
  std::int64_t header_row = 0;          ///< 0: none was found
  std::optional<Unit> unit{};           ///< of amounts whose header names none
  std::optional<Ground> unit_ground{};  ///< why; label: a line above the header states it
  /// What an earlier file with this header stated above it: proposed where this one states nothing.
  std::optional<Unit> unit_before{};
  std::vector<MappedColumn> columns{};
};
const json::Struct& describe(const Mapping*);

json::Any stored(const Mapping& mapping);
/// Throws where it is no mapping: nothing that was stored is silently no mapping at all.
Mapping mapping_in(const json::Any& stored);

}  // namespace zr::imports

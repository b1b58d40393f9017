#pragma once
/// A stored table as its owner describes it, and the one text form of a row ("one text per row"):
/// dump, backup, digest and audit difference are this line.
#include <string>
#include <string_view>
#include <vector>

#include "json/describe.h"

namespace zr::db {

/// How a table takes part in record, dump and proof.
enum class Keeping {
  covered,   ///< insert-only; its rows are proved by the digests in the record
  plain,     ///< changed by commands; in dump and backup
  unlisted,  ///< on the not-commands list: outside dump and proof
};

struct Table {
  std::string_view name;
  const json::Struct& (*row)();
  std::vector<std::string_view> key;  ///< columns of the primary key, in order
  Keeping keeping = Keeping::plain;
};

/// "table<TAB>[key…]<TAB>{columns by name, sorted, non-NULL}": canonical JSON after the name.
std::string line(const Table& table, std::span<const json::Scalar> values);
/// The stored scalars of a described object in field order.
std::vector<json::Scalar> values_of(const json::Struct& row, const void* object);

}  // namespace zr::db

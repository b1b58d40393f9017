#pragma once
/// A stored table as its owner describes it, and the one text form of a row ("one text per row"):
/// dump, backup, digest and audit difference are this line. It holds what the columns hold: a
/// boolean is 0 or 1, a personal value is its commitment, free JSON is a text.
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/db.h"

namespace zr::db {

/// How a table takes part in record, dump and proof.
enum class Keeping {
  covered,   ///< insert-only; its rows are proved by the digests in the record
  plain,     ///< changed by commands, or noted and digested later; in dump and backup
  unlisted,  ///< on the not-commands list: outside dump and proof
};

struct Table {
  std::string_view name;
  const json::Struct& (*row)();
  std::vector<std::string_view> key;  ///< columns of the primary key, in order
  Keeping keeping = Keeping::plain;
};

/// "table<TAB>[key…]<TAB>{columns by name, sorted, non-NULL}": canonical JSON after the name.
std::string line(const Table& table, std::span<const Scalar> values);
/// The stored scalars of a described object in field order.
std::vector<Scalar> values_of(const json::Struct& row, const void* object);

/// Every row of a table as its line, in key order. Page by page, so inside a snapshot if others
/// write meanwhile.
void each_line(Connection& connection, const Table& table,
               const std::function<void(std::string)>& each);

inline constexpr Refusal broken_line{"broken_line", "备份中的一行数据已损坏或不属于本版本",
                                     "A line of the backup is damaged or of another version"};
/// The table that a line names; "" if it is no line.
std::string_view table_of(std::string_view line);
/// Stores the row of a line exactly as it stood. Refused unless the row's line is this very text.
Result<Done> insert_line(Connection& connection, const Table& table, std::string_view line);

}  // namespace zr::db

/// Stored enumeration values that no description names: SQLite cannot alter a CHECK, so no schema
/// lists them.
#include <fmt/format.h>

#include <algorithm>

#include "db/schema.h"

namespace zr::db {

namespace {

/// Distinct values looked at in a column; a sound one has a few dozen.
constexpr int most_values = 1000;

}  // namespace

std::vector<UnknownValue> unknown_values(Connection& connection,
                                         std::span<const Table* const> tables) {
  std::vector<UnknownValue> out;
  for (const Table* table : tables) {
    for (const json::Field& field : table->row().fields()) {
      if (field.type->kind != json::Kind::enumeration) continue;
      connection.run(
          fmt::format("SELECT DISTINCT {0} FROM {1} WHERE {0} IS NOT NULL LIMIT {2}", field.name,
                      table->name, most_values),
          {}, [&](const Row& row) {
            const std::string value = std::get<std::string>(row.at(0));
            if (std::ranges::find(field.type->names, value, &Name::name) == field.type->names.end())
              out.push_back({table->name, field.name, value});
          });
    }
  }
  return out;
}

}  // namespace zr::db

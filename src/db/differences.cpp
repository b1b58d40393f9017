/// Every described table against what the engine holds.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "db/schema.h"
#include "db/texts.h"

namespace zr::db {

namespace {

/// A column as the engine has it.
struct Column {
  std::string name;
  bool integer = false;
  bool text = false;
  bool nullable = false;
  std::int64_t place_in_key = 0;  ///< from 1; 0 outside the key
};

constexpr std::string_view sqlite_columns =
    "SELECT name, type, \"notnull\", pk FROM pragma_table_info($1) ORDER BY cid";
constexpr std::string_view postgresql_columns =
    "SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,"
    " COALESCE(array_position(CAST(i.indkey AS INT2[]), a.attnum) + 1, 0)"
    " FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary"
    " WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped"
    " ORDER BY a.attnum";

std::vector<Column> columns_of_engine(Connection& connection, std::string_view table) {
  const std::array<Scalar, 1> name{std::string(table)};
  std::vector<Column> columns;
  connection.run(
      connection.engine() == Engine::sqlite ? sqlite_columns : postgresql_columns, name,
      [&](const Row& row) {
        const auto type = std::get<std::string>(row.at(1));
        const auto key = std::get<std::int64_t>(row.at(3));
        columns.push_back({.name = std::get<std::string>(row.at(0)),
                           .integer = type == "INTEGER" || type == "bigint",
                           .text = type == "TEXT" || type == "text",
                           .nullable = std::get<std::int64_t>(row.at(2)) == 0 && key == 0,
                           .place_in_key = key});
      });
  return columns;
}

/// Collects what differs about one table.
struct Comparison {
  const Table& table;
  std::vector<std::string>& out;

  void say(std::string_view column, std::string_view what) const {
    out.push_back(fmt::format("{}.{} {}", table.name, column, what));
  }

  void compare(const json::Field& field, const Column& column) const {
    if (is_integer(*field.type) ? !column.integer : !column.text)
      say(field.name, is_integer(*field.type) ? "should be an integer" : "should be a text");
    if (field.type->nullable != column.nullable)
      say(field.name, field.type->nullable ? "should allow NULL" : "should be NOT NULL");
    std::int64_t place = 0;
    for (std::size_t i = 0; i < table.key.size(); ++i)
      if (table.key[i] == field.name) place = static_cast<std::int64_t>(i + 1);
    if (place != column.place_in_key) say(field.name, "has another place in the primary key");
  }
};

}  // namespace

std::vector<std::string> differences(Connection& connection, std::span<const Table* const> tables) {
  std::vector<std::string> out;
  for (const Table* table : tables) {
    const Plan plan = plan_of(*table);
    const auto columns = columns_of_engine(connection, table->name);
    if (columns.empty()) {
      out.push_back(fmt::format("{} is missing", table->name));
      continue;
    }
    const Comparison comparison{*table, out};
    for (const json::Field& field : plan.row->fields()) {
      const auto found = std::ranges::find(columns, field.name, &Column::name);
      if (found == columns.end())
        comparison.say(field.name, "is missing");
      else
        comparison.compare(field, *found);
    }
    for (const Column& column : columns)
      if (!plan.row->find(column.name)) comparison.say(column.name, "is not described");
  }
  return out;
}

}  // namespace zr::db

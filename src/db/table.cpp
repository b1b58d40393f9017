#include "db/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "db/texts.h"
#include "json/value.h"

namespace zr::db {

namespace {

/// Rows read at once by each_line.
constexpr std::int64_t page_rows = 1000;
/// A row's line is at most this long; the longest column is a text of 16 MB.
constexpr std::size_t longest_line = 64 << 20;
constexpr std::size_t most_columns = 100;

void write_scalar(const Scalar& value, std::string& out) {
  if (const auto* number = std::get_if<std::int64_t>(&value))
    fmt::format_to(std::back_inserter(out), "{}", *number);
  else if (const auto* text = std::get_if<std::string>(&value))
    json::write_text(*text, out);
  else
    out += "null";
}

/// A column's scalar from a line; empty where it is of another type.
std::optional<Scalar> stored_scalar(const json::Field& field, const json::Value& value) {
  if (is_integer(*field.type)) {
    const auto* number = value.integer();
    return number ? std::optional<Scalar>(*number) : std::nullopt;
  }
  const auto* text = value.text();
  return text ? std::optional<Scalar>(*text) : std::nullopt;
}

}  // namespace

std::string line(const Plan& plan, std::span<const Scalar> values) {
  std::string out(plan.table.name);
  out += "\t[";
  for (const std::size_t place : plan.key) {
    if (place != plan.key.front()) out += ',';
    write_scalar(values[place], out);
  }
  out += "]\t{";
  bool first = true;
  for (const std::size_t place : plan.sorted) {
    if (values[place].index() == 0) continue;
    if (!first) out += ',';
    first = false;
    json::write_text(plan.row->fields()[place].name, out);
    out += ':';
    write_scalar(values[place], out);
  }
  out += '}';
  return out;
}

std::string line(const Table& table, std::span<const Scalar> values) {
  return line(plan_of(table), values);
}

std::vector<Scalar> values_of(const json::Struct& row, const void* object) {
  std::vector<Scalar> values;
  values.reserve(row.fields().size());
  for (const json::Field& field : row.fields()) values.push_back(field.type->get(field.of(object)));
  return values;
}

void each_line(Connection& connection, const Table& table,
               const std::function<void(std::string)>& each) {
  const auto plan = connection.texts().plan(table);
  std::vector<Scalar> values(plan->row->fields().size());
  std::vector<Scalar> after{page_rows};
  std::int64_t rows = 0;
  const Each take = [&](const Row& row) {
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = row.at(i);
    ++rows;
    each(line(*plan, values));
  };
  connection.run(plan->first_page, after, take);
  while (rows == page_rows) {
    after.resize(1);
    for (const std::size_t place : plan->key) after.push_back(values[place]);
    rows = 0;
    connection.run(plan->next_page, after, take);
  }
}

std::string_view table_of(std::string_view line) {
  const auto tab = line.find('\t');
  return tab == std::string_view::npos ? std::string_view() : line.substr(0, tab);
}

Result<Done> insert_line(Connection& connection, const Table& table, std::string_view text) {
  const auto plan = connection.texts().plan(table);
  const auto start = text.rfind("]\t{");
  if (start == std::string_view::npos) return broken_line;
  const auto columns = json::parse(text.substr(start + 2),
                                   {.bytes = longest_line, .depth = 1, .keys = most_columns});
  if (!columns) return broken_line;
  std::vector<Scalar> values;
  for (const json::Field& field : plan->row->fields()) {
    const json::Value* value = columns->find(field.name);
    const auto scalar = value ? stored_scalar(field, *value) : Scalar{};
    if (!scalar) return broken_line;
    values.push_back(*scalar);
  }
  // Equality of the whole line also finds a foreign column, another table and another key.
  if (line(*plan, values) != text) return broken_line;
  connection.run(plan->insert, values, {});
  return Done{};
}

}  // namespace zr::db

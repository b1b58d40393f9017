#include "db/texts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>

namespace zr::db {

namespace {

/// Most tables whose plans a connection keeps; a city has a few hundred.
constexpr std::size_t most_plans = 1000;
/// Rows of one INSERT: beyond, PostgreSQL gains nothing.
constexpr std::size_t most_rows_at_once = 50;

std::size_t place_of(const json::Struct& row, std::string_view column) {
  for (std::size_t i = 0; i < row.fields().size(); ++i)
    if (row.fields()[i].name == column) return i;
  throw std::logic_error(fmt::format("{} has no field {}", row.name(), column));
}

std::vector<std::string_view> columns_of(const json::Struct& row) {
  std::vector<std::string_view> names;
  for (const json::Field& field : row.fields()) names.push_back(field.name);
  return names;
}

/// "$first, …", as many as asked.
std::string places(std::size_t first, std::size_t count) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < count; ++i) all.push_back(fmt::format("${}", first + i));
  return fmt::format("{}", fmt::join(all, ", "));
}

/// The columns of `{Struct}` or `{alias.Struct}`.
std::string columns_text(const json::Struct& row, std::string_view alias) {
  std::string out;
  for (const std::string_view name : columns_of(row)) {
    if (!out.empty()) out += ", ";
    if (!alias.empty()) (out += alias) += '.';
    out += name;
  }
  return out;
}

std::string insert_text(const Plan& plan, std::size_t rows) {
  const auto count = plan.row->fields().size();
  std::vector<std::string> values;
  for (std::size_t i = 0; i < rows; ++i) values.push_back("(" + places(1 + i * count, count) + ")");
  return fmt::format("INSERT INTO {} ({}) VALUES {}", plan.table.name, columns_text(*plan.row, ""),
                     fmt::join(values, ", "));
}

std::string update_text(const Plan& plan) {
  std::vector<std::string> set;
  std::vector<std::string> where;
  for (std::size_t i = 0; i < plan.row->fields().size(); ++i) {
    const bool in_key = std::ranges::find(plan.key, i) != plan.key.end();
    (in_key ? where : set).push_back(fmt::format("{} = ${}", plan.row->fields()[i].name, i + 1));
  }
  if (set.empty()) return "";
  return fmt::format("UPDATE {} SET {} WHERE {}", plan.table.name, fmt::join(set, ", "),
                     fmt::join(where, " AND "));
}

std::string expand(const json::Struct& row, std::string_view sql) {
  std::string out;
  for (;;) {
    const auto open = sql.find('{');
    const auto close = sql.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos) return out += sql;
    const auto token = sql.substr(open + 1, close - open - 1);
    const auto dot = token.find('.');
    const auto alias = dot == std::string_view::npos ? "" : token.substr(0, dot);
    const auto name = dot == std::string_view::npos ? token : token.substr(dot + 1);
    out += sql.substr(0, open);
    if (name == row.name())
      out += columns_text(row, alias);
    else
      out += sql.substr(open, close + 1 - open);  // the engine refuses what is no literal
    sql.remove_prefix(close + 1);
  }
}

bool same(const Table& a, const Table& b) {
  return a.name == b.name && a.row == b.row && a.keeping == b.keeping && a.key == b.key;
}

}  // namespace

bool is_personal(const json::Field& field) {
  return field.limits.privacy == json::Privacy::personal;
}

bool is_integer(const json::Type& type) {
  switch (type.kind) {
    case json::Kind::integer:
    case json::Kind::boolean:
    case json::Kind::money:
    case json::Kind::ppm:
    case json::Kind::share:
      return true;
    case json::Kind::text:
    case json::Kind::date:
    case json::Kind::instant:
    case json::Kind::quarter:
    case json::Kind::enumeration:
    case json::Kind::any:
    case json::Kind::object:
    case json::Kind::list:
      return false;
  }
  return false;
}

void check_row(const json::Struct& row) {
  for (const json::Field& field : row.fields()) {
    const auto refuse = [&](std::string_view why) {
      throw std::logic_error(fmt::format("{}.{} {}", row.name(), field.name, why));
    };
    if (field.limits.privacy == json::Privacy::secret) refuse("is secret and never stored");
    if (!field.type->get || !field.type->set) refuse("is a list or an object, not a column");
    if (is_personal(field) && field.type->kind != json::Kind::text)
      refuse("is personal and must be a text");
  }
}

Plan plan_of(const Table& table) {
  const json::Struct& row = table.row();
  check_row(row);
  Plan plan{.table = table, .row = &row};
  const auto count = row.fields().size();
  for (const std::string_view column : table.key) plan.key.push_back(place_of(row, column));
  if (plan.key.empty()) throw std::logic_error(fmt::format("{} has no key", table.name));
  plan.sorted.resize(count);
  std::iota(plan.sorted.begin(), plan.sorted.end(), std::size_t{0});
  std::ranges::sort(plan.sorted, {}, [&](std::size_t i) { return row.fields()[i].name; });
  for (std::size_t i = 0; i < count; ++i)
    if (is_personal(row.fields()[i])) plan.personal.push_back(i);

  const auto columns = columns_text(row, "");
  const auto key = fmt::format("{}", fmt::join(table.key, ", "));
  plan.insert = insert_text(plan, 1);
  plan.many = std::min(most_rows_at_once, most_parameters / count);
  plan.insert_many = insert_text(plan, plan.many);
  plan.update = update_text(plan);
  plan.select_by_key = fmt::format("SELECT {} FROM {} WHERE ({}) = ({})", columns, table.name, key,
                                   places(1, table.key.size()));
  const auto end = fmt::format("ORDER BY {} LIMIT $1", key);
  plan.first_page = fmt::format("SELECT {} FROM {} {}", columns, table.name, end);
  plan.next_page = fmt::format("SELECT {} FROM {} WHERE ({}) > ({}) {}", columns, table.name, key,
                               places(2, table.key.size()), end);
  return plan;
}

std::shared_ptr<const Plan> Texts::plan(const Table& table) {
  const auto found = plans_.find(&table);
  if (found != plans_.end() && same(found->second->table, table)) return found->second;
  if (plans_.size() >= most_plans) plans_.clear();
  return plans_[&table] = std::make_shared<const Plan>(plan_of(table));
}

std::shared_ptr<Expanded> Texts::expanded(const json::Struct& row, std::string_view sql) {
  const auto found = expanded_.find(sql);
  if (found != expanded_.end()) return found->second;
  check_row(row);
  if (expanded_.size() >= most_statements) expanded_.clear();
  auto made = std::make_shared<Expanded>(Expanded{.text = expand(row, sql)});
  expanded_.emplace(sql, made);
  return made;
}

}  // namespace zr::db

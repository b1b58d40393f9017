#include "db/tx.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "db/texts.h"

namespace zr::db {

namespace {

/// Answers are read by position: their columns must be the struct's fields, in order.
void check_names(const json::Struct& row, const Row& found, std::string_view sql) {
  bool same = found.size() == row.fields().size();
  for (std::size_t i = 0; same && i < found.size(); ++i)
    same = found.name(i) == row.fields()[i].name;
  if (!same)
    throw std::logic_error(
        fmt::format("the answer's columns are not the fields of {}: {}", row.name(), sql));
}

void fill(const json::Field& field, void* object, const Scalar& value) {
  if (!field.type->set(field.of(object), value))
    throw Error(ErrorKind::type, fmt::format("stored {} is outside its domain", field.name));
}

}  // namespace

void Tx::select(const json::Struct& row, std::string_view sql, const std::vector<Scalar>& values,
                const std::function<void*()>& place) {
  const auto expanded = connection_.texts().expanded(row, sql);
  connection_.run(expanded->text, values, [&](const Row& found) {
    if (!expanded->names_checked) check_names(row, found, sql);
    expanded->names_checked = true;
    void* object = place();
    for (std::size_t i = 0; i < row.fields().size(); ++i) {
      const json::Field& field = row.fields()[i];
      Scalar value = found.at(i);
      if (vault_ && is_personal(field))
        if (const auto* commitment = std::get_if<std::string>(&value))
          value = vault_->reveal(*this, *commitment).value_or(std::string(erased_text_zh));
      fill(field, object, value);
    }
  });
}

Scalar Tx::first(std::string_view sql, const std::vector<Scalar>& values) {
  Scalar found;
  bool seen = false;
  connection_.run(sql, values, [&](const Row& row) {
    if (!seen) found = row.at(0);
    seen = true;
  });
  return found;
}

void Tx::insert_row(const Table& table, const void* object) {
  const auto plan = connection_.texts().plan(table);
  const auto values = stored(*plan, object);
  connection_.run(plan->insert, values, {});
  if (witness_) witness_->inserted(table, line(*plan, values));
}

void Tx::insert_rows(const Table& table, std::span<const void* const> objects) {
  const auto plan = connection_.texts().plan(table);
  const std::size_t width = plan->row->fields().size();
  const bool together = connection_.engine() == Engine::postgresql;
  for (; together && objects.size() >= plan->many; objects = objects.subspan(plan->many)) {
    std::vector<Scalar> values;
    values.reserve(width * plan->many);
    for (const void* object : objects.first(plan->many))
      std::ranges::move(stored(*plan, object), std::back_inserter(values));
    connection_.run(plan->insert_many, values, {});
    for (std::size_t i = 0; witness_ && i < plan->many; ++i)
      witness_->inserted(table, line(*plan, std::span(values).subspan(i * width, width)));
  }
  for (const void* object : objects) insert_row(table, object);
}

/// The row as it is stored: personal values have gone to the vault.
std::vector<Scalar> Tx::stored(const Plan& plan, const void* object) {
  auto values = values_of(*plan.row, object);
  for (const std::size_t place : plan.personal)
    if (auto* plain = std::get_if<std::string>(&values[place])) *plain = keep(plan, *plain);
  return values;
}

void Tx::update_row(const Table& table, const void* object) {
  const auto plan = connection_.texts().plan(table);
  if (table.keeping == Keeping::covered || plan->update.empty())
    throw std::logic_error(fmt::format("rows of {} are never updated", table.name));
  auto values = values_of(*plan->row, object);
  if (!plan->personal.empty()) keep_changed(*plan, values);
  if (connection_.run(plan->update, values, {}) != 1)
    throw std::logic_error(fmt::format("{} has no such row to update", table.name));
  changed(table);
}

std::string Tx::keep(const Plan& plan, const std::string& value) {
  if (!vault_)
    throw std::logic_error(fmt::format("{} holds personal values: no vault", plan.table.name));
  return vault_->keep(*this, value);
}

/// A personal value that did not change keeps its commitment; an erased one stays erased.
void Tx::keep_changed(const Plan& plan, std::vector<Scalar>& values) {
  std::vector<Scalar> key;
  for (const std::size_t place : plan.key) key.push_back(values[place]);
  std::vector<Scalar> old(values.size());
  connection_.run(plan.select_by_key, key, [&](const Row& row) {
    for (std::size_t i = 0; i < old.size(); ++i) old[i] = row.at(i);
  });
  for (const std::size_t place : plan.personal) {
    auto* plain = std::get_if<std::string>(&values[place]);
    if (!plain) continue;
    const auto* commitment = std::get_if<std::string>(&old[place]);
    if (commitment && vault_ &&
        vault_->reveal(*this, *commitment).value_or(std::string(erased_text_zh)) == *plain)
      *plain = *commitment;
    else
      *plain = keep(plan, *plain);
  }
}

}  // namespace zr::db

#pragma once
/// A transaction as the stores see it: statements by text, described rows in and out. `{Offer}` in
/// a SELECT expands to the columns of the described struct Offer, `{o.Offer}` to o.column, …;
/// columns written by hand carry the fields' names and order. Begin and end are transaction.h's.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "db/db.h"
#include "db/table.h"

namespace zr::db {

class Tx;
struct Plan;

/// What stands in a personal field whose value has been erased.
inline constexpr std::string_view erased_text_zh = "已删除";

/// Keeps personal values apart from the rows: a stored row holds only the commitment.
class Vault {
 public:
  virtual ~Vault() = default;
  /// The commitment under which this value is kept from now on.
  virtual std::string keep(Tx& tx, const std::string& value) = 0;
  /// The value, or empty if it has been erased.
  virtual std::optional<std::string> reveal(Tx& tx, const std::string& commitment) = 0;
};

/// Is told every described row that is inserted, and which tables were changed otherwise.
class Witness {
 public:
  virtual ~Witness() = default;
  virtual void inserted(const Table& table, std::string line) = 0;
  virtual void changed(const Table& table) = 0;
};

/// One scalar from anything that can stand in a column.
template <class T>
Scalar scalar(const T& value) {
  if constexpr (std::is_same_v<T, Scalar>) {
    return value;
  } else if constexpr (std::is_convertible_v<T, std::string_view>) {
    return std::string(std::string_view(value));
  } else if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) {
    return static_cast<std::int64_t>(value);
  } else {
    return json::type_of<T>().get(&value);
  }
}

/// Without a vault, personal fields are read as their commitments and cannot be written.
class Tx {
 public:
  Tx(Connection& connection, Vault* vault, Witness* witness = nullptr)
      : connection_(connection), vault_(vault), witness_(witness) {}

  Connection& connection() { return connection_; }
  Vault* vault() { return vault_; }

  /// Runs a statement without an answer; the number of rows changed.
  template <class... Values>
  std::int64_t run(std::string_view sql, const Values&... values) {
    const std::vector<Scalar> bound{scalar(values)...};
    return connection_.run(sql, bound, {});
  }
  /// Every row of the answer as T.
  template <class T, class... Values>
  std::vector<T> rows(std::string_view sql, const Values&... values) {
    std::vector<T> out;
    select(json::struct_of<T>(), sql, {scalar(values)...},
           [&]() -> void* { return &out.emplace_back(); });
    return out;
  }
  /// The first row as T, or empty.
  template <class T, class... Values>
  std::optional<T> row(std::string_view sql, const Values&... values) {
    auto all = rows<T>(sql, values...);
    if (all.empty()) return std::nullopt;
    return std::move(all.front());
  }
  /// The first column of the first row; monostate if there is none.
  template <class... Values>
  Scalar value(std::string_view sql, const Values&... values) {
    return first(sql, {scalar(values)...});
  }
  /// The same as an integer, with 0 for none.
  template <class... Values>
  std::int64_t number(std::string_view sql, const Values&... values) {
    const Scalar found = first(sql, {scalar(values)...});
    const auto* integer = std::get_if<std::int64_t>(&found);
    return integer ? *integer : 0;
  }
  /// Inserts a described row; personal fields go to the vault, the witness gets the row's line.
  template <class T>
  void insert(const Table& table, const T& object) {
    insert_row(table, &object);
  }
  /// The same for many rows. PostgreSQL gets them in few statements, each a journey to the server.
  template <class T>
  void insert_all(const Table& table, const std::vector<T>& objects) {
    std::vector<const void*> each;
    each.reserve(objects.size());
    for (const T& object : objects) each.push_back(&object);
    insert_rows(table, each);
  }
  /// Replaces the described row of the same key, which must exist, in a table that is not covered.
  template <class T>
  void update(const Table& table, const T& object) {
    update_row(table, &object);
  }
  /// A statement of the store's own has changed rows of this table: the witness is told.
  void changed(const Table& table) {
    if (witness_) witness_->changed(table);
  }

 private:
  void select(const json::Struct& row, std::string_view sql, const std::vector<Scalar>& values,
              const std::function<void*()>& place);
  Scalar first(std::string_view sql, const std::vector<Scalar>& values);
  void insert_row(const Table& table, const void* object);
  void insert_rows(const Table& table, std::span<const void* const> objects);
  void update_row(const Table& table, const void* object);
  std::vector<Scalar> stored(const Plan& plan, const void* object);
  std::string keep(const Plan& plan, const std::string& value);
  void keep_changed(const Plan& plan, std::vector<Scalar>& values);

  Connection& connection_;
  Vault* vault_;
  Witness* witness_;
};

}  // namespace zr::db

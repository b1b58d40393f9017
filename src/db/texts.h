#pragma once
/// What is composed from descriptions: the statements of a table and the columns of a `{Struct}`.
/// Composed once per connection. Included only inside db.
#include <memory>
#include <string>
#include <vector>

#include "db/engine.h"
#include "db/table.h"

namespace zr::db {

/// A table's statements; $n is the n-th field of its struct.
struct Plan {
  Table table;
  const json::Struct* row = nullptr;
  std::size_t many = 0;  ///< rows of insert_many
  std::string insert = {};
  std::string insert_many = {};            ///< `many` rows, field by field
  std::string update = {};                 ///< by key; "" where every column belongs to the key
  std::string select_by_key = {};          ///< all columns; $n is the n-th column of the key
  std::string first_page = {};             ///< in key order; $1 rows
  std::string next_page = {};              ///< the same after a key; $1 rows, then the key
  std::vector<std::size_t> sorted = {};    ///< fields by column name
  std::vector<std::size_t> key = {};       ///< fields of the key
  std::vector<std::size_t> personal = {};  ///< fields that hold a commitment
};

/// A statement whose `{Struct}` has been replaced by columns.
struct Expanded {
  std::string text;
  bool names_checked = false;  ///< the answer's columns were seen to be the fields
};

/// Throws std::logic_error where a description cannot be stored: a secret, a list, an object, a
/// personal field that is no text, a key that is no field.
Plan plan_of(const Table& table);
/// The same test for a struct that is only read.
void check_row(const json::Struct& row);
bool is_personal(const json::Field& field);
/// Held in an integer column?
bool is_integer(const json::Type& type);
/// The line of a row by a table's plan.
std::string line(const Plan& plan, std::span<const Scalar> values);

class Texts {
 public:
  std::shared_ptr<const Plan> plan(const Table& table);
  std::shared_ptr<Expanded> expanded(const json::Struct& row, std::string_view sql);

 private:
  std::unordered_map<const Table*, std::shared_ptr<const Plan>> plans_;
  ByText<std::shared_ptr<Expanded>> expanded_;
};

}  // namespace zr::db

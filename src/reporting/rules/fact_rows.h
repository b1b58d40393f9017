#pragma once
/// The rows of one reader as figures see them: each row is the list of its facts, and a fact is a
/// field of the reader's described row. Facts about the borrower that a row carries are also known
/// by the borrower's prefix ("ent.in_park"), so that a rule may name them without knowing the row.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/describe.h"
#include "rulebook/rules/fact.h"

namespace zr::reporting {

/// Fields of a row that are facts about somebody else.
struct Carried {
  std::string_view prefix;  ///< "ent"
  std::vector<std::string_view> fields;
};

/// Which facts the rows of a reader have, in which order.
class FactShape {
 public:
  FactShape(std::string reader, const json::Struct& row, std::string_view prefix,
            const std::vector<Carried>& carried = {});

  const std::string& reader() const { return reader_; }  ///< "ledger.notes@quarter_begin"
  const std::vector<rulebook::Fact>& facts() const { return facts_; }
  const json::Struct& row() const { return *row_; }
  /// The place of a field of the row among its facts.
  std::optional<std::size_t> field(std::string_view name) const;
  /// The facts of one row.
  std::vector<json::Scalar> facts_of(const void* object) const;

 private:
  std::string reader_;
  const json::Struct* row_;
  std::string prefix_;
  std::vector<rulebook::Fact> facts_;
  std::vector<std::size_t> places_;  ///< Of each fact in the row's own data.
};

/// Rows of one reader, each as its facts.
struct FactRows {
  const FactShape* shape;
  std::vector<std::vector<json::Scalar>> rows = {};
};

template <class Row>
FactRows fact_rows(const FactShape& shape, const std::vector<Row>& rows) {
  FactRows out{.shape = &shape};
  out.rows.reserve(rows.size());
  for (const Row& row : rows) out.rows.push_back(shape.facts_of(&row));
  return out;
}

}  // namespace zr::reporting

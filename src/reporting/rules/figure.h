#pragma once
/// A figure 指标 as data: reader, measure, field, filter. It is compiled once against the facts
/// that its reader's rows have, evaluated over rows, and opens into the rows that made it: their
/// parts add up to it. Exact integers; an average rounds half even; what is missing is never
/// guessed.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "forms/rules/form_tables.h"
#include "reporting/rules/fact_rows.h"
#include "rulebook/rules/condition.h"

namespace zr::reporting {

/// The cell is filled in by hand: nobody publishes a reader, a field or a fact that it names.
inline constexpr Refusal not_published{
    "not_published", "系统暂无该指标所需的数据，由填报机构填写",
    "No module publishes what this figure needs; it is entered by whoever files"};

/// A cell that rows can give.
struct Figure {
  std::string cell;
  const FactShape* shape = nullptr;
  forms::Measure measure = forms::Measure::sum;
  std::optional<std::size_t> field = {};   ///< What is summed, averaged or told apart.
  std::optional<std::size_t> weight = {};  ///< Of an average.
  std::optional<rulebook::Condition> filter = {};
};

/// Refused `not_published` with what is lacking in words, from the cell itself. `shapes` outlive
/// the figure. Only for sum, count, distinct and weighted.
Result<Figure> figure_of(const forms::FormCell& cell, std::span<const FactShape> shapes);

/// What one row gives to a figure. The amounts of all parts of a sum, a count and a distinct count
/// add up to its value; a borrower met again gives 0. Of an average it is the weight.
struct Part {
  std::size_t row = 0;
  std::int64_t amount = 0;
  bool operator==(const Part&) const = default;
};

struct Total {
  /// Empty where a datum is lacking, and for an average over nothing.
  std::optional<std::int64_t> value = {};
  std::vector<Part> parts = {};
  std::vector<std::size_t> lacking = {};    ///< Rows that count but lack the field: no value.
  std::vector<std::size_t> undecided = {};  ///< Rows that lack what the filter asks: no value.
};

/// `rows` are rows of the figure's own reader.
Total total(const Figure& figure, const FactRows& rows);

/// The totals of many figures over the rows of their readers, in the order of the figures; a figure
/// without rows of its reader has none. A field that one figure lacks is lacking for every figure
/// over the same field: lines that add up are given all or none.
std::vector<Total> totals(std::span<const Figure> figures, std::span<const FactRows> rows);

}  // namespace zr::reporting

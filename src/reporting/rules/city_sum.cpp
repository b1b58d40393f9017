#include "reporting/rules/city_sum.h"

#include <stdexcept>

#include "base/money.h"

namespace zr::reporting {

namespace {

using forms::CellKind;
using forms::Cells;
using forms::Form;
using forms::FormCell;
using forms::Measure;

bool additive(const FormCell& cell) {
  const CellKind kind = forms::kind_of(cell);
  return kind == CellKind::amount || kind == CellKind::count;
}

/// The line that an average is weighted by: the sum of its weight over the same rows.
const FormCell* weight_of(const Form& form, const FormCell& average) {
  if (average.measure != Measure::weighted || !average.field) return nullptr;
  for (const FormCell& cell : form.cells())
    if (cell.measure == Measure::sum && cell.field && cell.reader == average.reader &&
        cell.filter == average.filter && average.field->ends_with(" by " + *cell.field))
      return &cell;
  return nullptr;
}

void add_line(Cells& sum, const std::string& id, std::span<const Cells* const> returns) {
  for (const Cells* each : returns) {
    const auto value = forms::number_in(*each, id);
    if (!value) continue;
    std::int64_t so_far = forms::number_in(sum, id).value_or(0);
    if (__builtin_add_overflow(so_far, *value, &so_far))
      throw std::overflow_error("sum of returns");
    sum[id] = so_far;
  }
}

void add_average(Cells& sum, const FormCell& average, const FormCell& weight,
                 std::span<const Cells* const> returns) {
  __int128 weighted = 0;
  __int128 whole = 0;
  for (const Cells* each : returns) {
    const auto value = forms::number_in(*each, average.id);
    const auto by = forms::number_in(*each, weight.id);
    if (!value || !by) continue;
    weighted += static_cast<__int128>(*value) * *by;
    whole += *by;
  }
  if (whole > 0) sum[average.id] = static_cast<std::int64_t>(half_even(weighted, whole));
}

}  // namespace

Cells sum_of(const Form& form, std::span<const Cells* const> returns) {
  Cells sum;
  for (const FormCell& cell : form.cells()) {
    if (additive(cell))
      add_line(sum, cell.id, returns);
    else if (const FormCell* weight = weight_of(form, cell))
      add_average(sum, cell, *weight, returns);
  }
  return forms::computed(form, std::move(sum));
}

Cells difference_of(const Form& form, const Cells& before, const Cells& after) {
  Cells out;
  for (const FormCell& cell : form.cells()) {
    if (!additive(cell)) continue;
    const auto from = forms::number_in(before, cell.id);
    const auto to = forms::number_in(after, cell.id);
    if (from || to) out[cell.id] = to.value_or(0) - from.value_or(0);
  }
  return out;
}

}  // namespace zr::reporting

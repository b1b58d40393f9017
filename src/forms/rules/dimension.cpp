#include "forms/rules/dimension.h"

#include <algorithm>

namespace zr::forms {

namespace {

using CellsById = std::map<std::string_view, const FormCell*>;

Dimension of_kind(CellKind kind) {
  switch (kind) {
    case CellKind::amount:
      return Dimension::amount;
    case CellKind::count:
      return Dimension::count;
    case CellKind::ratio:
      return Dimension::ratio;
    case CellKind::date:
      return Dimension::date;
    case CellKind::choice:
    case CellKind::text:
    case CellKind::file:
      return Dimension::text;
  }
  return Dimension::text;
}

bool computes(Dimension dimension) {
  return dimension != Dimension::date && dimension != Dimension::days &&
         dimension != Dimension::text;
}

/// Of a sum: unlike things are mixed, a bare number goes with anything.
std::optional<Dimension> together(Dimension left, Dimension right) {
  if (!computes(left) || !computes(right)) {
    if (left == Dimension::date && right == Dimension::days) return Dimension::date;
    return std::nullopt;
  }
  if (left == right || right == Dimension::plain) return left;
  if (left == Dimension::plain) return right;
  return Dimension::mixed;
}

std::optional<Dimension> of(const Expression& expression, const CellsById& cells) {
  using enum Expression::Kind;
  const auto part = [&](std::size_t i) { return of(expression.parts[i], cells); };
  switch (expression.kind) {
    case number:
      return Dimension::plain;
    case days:
      return Dimension::days;
    case name: {
      if (const auto known = submission_dimension(expression.name)) return known;
      const auto found = cells.find(expression.name.id);
      if (found == cells.end()) return std::nullopt;
      return of_kind(kind_of(*found->second));
    }
    case sum:
    case difference: {
      const auto left = part(0), right = part(1);
      if (!left || !right) return std::nullopt;
      return together(*left, *right);
    }
    case product:
    case quotient: {
      const auto left = part(0), right = part(1);
      if (!left || !right || !computes(*left) || !computes(*right)) return std::nullopt;
      return *left == Dimension::plain && *right == Dimension::plain ? Dimension::plain
                                                                     : Dimension::mixed;
    }
    case rounded: {
      const auto inside = part(0);
      if (!inside) return std::nullopt;
      return Dimension::plain;
    }
    case empty:
    case each:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Dimension> of_each(const CompiledRule& rule, const CellsById& cells) {
  const auto right = of(rule.right, cells);
  if (!right || !computes(*right) || rule.comparison == Comparison::is) return std::nullopt;
  return rule.left.range == Expression::Range::amounts ? Dimension::amount : Dimension::mixed;
}

}  // namespace

bool is_number(CellKind kind) {
  return computes(of_kind(kind));
}

std::optional<Dimension> submission_dimension(const Reference& name) {
  if (name.of == Reference::Of::submission) {
    if (name.id == "submitted_on" || name.id == "quarter_end" || name.id == "period_end")
      return Dimension::date;
    if (name.id == "version") return Dimension::count;
  }
  if (name.of == Reference::Of::previous_version && name.id == "version") return Dimension::count;
  return std::nullopt;
}

std::optional<Dimension> dimension_of(const CompiledRule& rule, const CellsById& cells) {
  const bool multiple = rule.comparison == Comparison::multiple_of;
  if (multiple && (rule.right.kind != Expression::Kind::number || rule.right.number <= 0))
    return std::nullopt;
  if (rule.left.kind == Expression::Kind::each) return of_each(rule, cells);
  if (rule.comparison == Comparison::is || rule.right.kind == Expression::Kind::empty) {
    if (rule.comparison != Comparison::is || rule.right.kind != Expression::Kind::empty ||
        rule.left.kind != Expression::Kind::name)
      return std::nullopt;
    return of(rule.left, cells);
  }
  const auto left = of(rule.left, cells), right = of(rule.right, cells);
  if (!left || !right) return std::nullopt;
  if (*left == Dimension::date && *right == Dimension::date)
    return multiple ? std::nullopt : std::optional(Dimension::date);
  return computes(*left) && computes(*right) ? together(*left, *right) : std::nullopt;
}

bool in_range(const Expression& each, const FormCell& cell) {
  const CellKind kind = kind_of(cell);
  const bool fits =
      each.range == Expression::Range::amounts ? kind == CellKind::amount : is_number(kind);
  return fits && std::find(each.except.begin(), each.except.end(), cell.id) == each.except.end();
}

}  // namespace zr::forms

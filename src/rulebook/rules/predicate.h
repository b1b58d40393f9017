#pragma once
/// A condition of any rule as a tree: true, {fact, op, value}, {all}, {any}, {not}. It is the only
/// form in which the house keeps conditions (filters of figures, grounds, gates, tiers); there is
/// no text syntax, and arithmetic belongs to the owner of a fact, never here.
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/names.h"

namespace zr::rulebook {

enum class Op { equal, not_equal, less, at_most, more, at_least, in };

std::span<const Name> names_of(Op);

/// A constant as it is written; a date is its text, its fact says that it is one.
using Constant = std::variant<bool, std::int64_t, std::string>;

struct Comparison {
  std::string fact;  ///< "note.balance_fen"
  Op op = Op::equal;
  std::vector<Constant> values;  ///< One; for `in` one or more.
  bool operator==(const Comparison&) const = default;
};

/// One node of the tree. Made by the functions below, which keep the parts that a kind needs.
struct Predicate {
  enum class Kind { always, never, comparison, all, any, negation };

  Kind kind = Kind::always;
  Comparison comparison = {};
  std::vector<Predicate> parts = {};  ///< all, any: one or more; negation: one.
  bool operator==(const Predicate&) const = default;
};

Predicate always();
Predicate never();
Predicate compare(std::string fact, Op op, Constant value);
Predicate in(std::string fact, std::vector<Constant> values);
Predicate all_of(std::vector<Predicate> parts);
Predicate any_of(std::vector<Predicate> parts);
Predicate negation(Predicate part);

/// What a tree may cost.
inline constexpr std::size_t predicate_depth_limit = 16;
inline constexpr std::size_t predicate_node_limit = 500;
inline constexpr std::size_t predicate_value_limit = 500;

}  // namespace zr::rulebook

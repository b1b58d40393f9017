#include "rulebook/rules/predicate.h"

#include <array>
#include <utility>

namespace zr::rulebook {

namespace {

constexpr std::array ops{
    named(Op::equal, "==", "为", "is"),
    named(Op::not_equal, "!=", "不为", "is not"),
    named(Op::less, "<", "小于", "is less than"),
    named(Op::at_most, "<=", "不超过", "is at most"),
    named(Op::more, ">", "大于", "is more than"),
    named(Op::at_least, ">=", "不少于", "is at least"),
    named(Op::in, "in", "属于", "is one of"),
};

}  // namespace

std::span<const Name> names_of(Op) {
  return ops;
}

Predicate always() {
  return {.kind = Predicate::Kind::always};
}

Predicate never() {
  return {.kind = Predicate::Kind::never};
}

Predicate compare(std::string fact, Op op, Constant value) {
  return {.kind = Predicate::Kind::comparison,
          .comparison = {std::move(fact), op, {std::move(value)}}};
}

Predicate in(std::string fact, std::vector<Constant> values) {
  return {.kind = Predicate::Kind::comparison,
          .comparison = {std::move(fact), Op::in, std::move(values)}};
}

Predicate all_of(std::vector<Predicate> parts) {
  return {.kind = Predicate::Kind::all, .parts = std::move(parts)};
}

Predicate any_of(std::vector<Predicate> parts) {
  return {.kind = Predicate::Kind::any, .parts = std::move(parts)};
}

Predicate negation(Predicate part) {
  return {.kind = Predicate::Kind::negation, .parts = {std::move(part)}};
}

}  // namespace zr::rulebook

#pragma once
/// What a condition may ask about. A fact is a scalar field of a published described row, so its
/// kind, its labels and the values of its enumeration are the field's; nothing is described twice.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/names.h"
#include "json/describe.h"
#include "rulebook/rules/predicate.h"

namespace zr::rulebook {

struct Fact {
  std::string name;  ///< "note.balance_fen"
  json::Kind kind = json::Kind::text;
  std::string zh;
  std::string en;
  std::span<const Name> names = {};  ///< The values of an enumeration.
};

/// The facts of one kind of row, "<prefix>.<field>" in the order of its table; fields that hold an
/// object, a list or any JSON are none.
std::vector<Fact> facts_of(const json::Struct& table, std::string_view prefix);

/// The data of one row in the order of its facts; what is absent is the empty scalar.
std::vector<json::Scalar> data_of(const json::Struct& table, const void* row);

/// May the facts of this kind be compared so? Texts, enumerations and yes/no have no order.
bool op_fits(Op op, json::Kind kind);

/// The constant as data of this fact would be; empty where it does not fit (another type, no such
/// day, no such value of the enumeration).
std::optional<json::Scalar> scalar_of(const Constant& constant, const Fact& fact);

}  // namespace zr::rulebook

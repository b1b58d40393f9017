#include "json/describe.h"

#include <fmt/format.h>

#include <stdexcept>

namespace zr::json {

namespace {

/// The ending that a field of this kind must carry, so that a unit is never guessed.
std::string_view unit_suffix(Kind kind) {
  if (kind == Kind::money) return "_fen";
  if (kind == Kind::ppm) return "_ppm";
  if (kind == Kind::share) return "_bp";
  return "";
}

}  // namespace

Struct::Struct(std::string_view name, std::initializer_list<Field> fields) : name_(name) {
  for (const Field& field : fields) {
    if (!field.embedded) {
      fields_.push_back(field);
      continue;
    }
    for (Field inner : field.type->object().fields()) {
      inner.offset += field.offset;
      fields_.push_back(inner);
    }
  }
  for (const Field& field : fields_) {
    if (find(field.name) != &field)
      throw std::logic_error(fmt::format("{} describes {} twice", name, field.name));
    if (!field.name.ends_with(unit_suffix(field.type->kind)))
      throw std::logic_error(fmt::format("{}.{} lacks its unit", name, field.name));
  }
}

const Field* Struct::find(std::string_view field) const {
  for (const Field& candidate : fields_)
    if (candidate.name == field) return &candidate;
  return nullptr;
}

}  // namespace zr::json

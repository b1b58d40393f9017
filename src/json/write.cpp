/// Described structs as canonical JSON, and their schema for OpenAPI.
#include <fmt/format.h>

#include <iterator>

#include "json/describe.h"

namespace zr::json {

namespace {

void write_scalar(const Type& type, const Scalar& scalar, std::string& out) {
  if (const auto* number = std::get_if<std::int64_t>(&scalar)) {
    if (type.kind == Kind::boolean)
      out += *number != 0 ? "true" : "false";
    else
      fmt::format_to(std::back_inserter(out), "{}", *number);
  } else if (const auto* text = std::get_if<std::string>(&scalar)) {
    if (type.kind == Kind::any)
      out += *text;
    else
      write_text(*text, out);
  } else {
    out += "null";
  }
}

void write_value(const Type& type, const void* at, std::string& out) {
  if (type.kind == Kind::object) return write(type.object(), type.at(at, 0), out);
  if (type.kind != Kind::list) return write_scalar(type, type.get(at), out);
  out += '[';
  for (std::size_t i = 0; i < type.size(at); ++i) {
    if (i > 0) out += ',';
    write_value(*type.item, type.at(at, i), out);
  }
  out += ']';
}

bool absent(const Type& type, const void* at) {
  if (!type.nullable) return false;
  return type.kind == Kind::object ? type.size(at) == 0 : type.get(at).index() == 0;
}

std::string_view format_of(Kind kind) {
  switch (kind) {
    case Kind::money:
      return "money-fen";
    case Kind::ppm:
      return "ppm";
    case Kind::share:
      return "share-bp";
    case Kind::date:
      return "date";
    case Kind::instant:
      return "date-time";
    case Kind::quarter:
      return "quarter";
    default:
      return "";
  }
}

Value type_schema(const Type& type, const Limits& limits, Object& components);

Value scalar_schema(const Type& type, const Limits& limits) {
  Value schema;
  switch (type.kind) {
    case Kind::boolean:
      schema.set("type", "boolean");
      break;
    case Kind::integer:
    case Kind::money:
    case Kind::ppm:
    case Kind::share:
      schema.set("type", "integer");
      if (limits.min) schema.set("minimum", *limits.min);
      if (limits.max) schema.set("maximum", *limits.max);
      break;
    case Kind::any:
      break;
    default:
      schema.set("type", "string");
      if (type.kind == Kind::text) {
        schema.set("minLength", static_cast<std::int64_t>(limits.min_length));
        schema.set("maxLength", static_cast<std::int64_t>(limits.max_length));
      }
  }
  if (const auto format = format_of(type.kind); !format.empty()) schema.set("format", format);
  if (type.kind == Kind::enumeration) {
    List names;
    List labels;
    for (const Name& row : type.names) {
      names.emplace_back(row.name);
      labels.emplace_back(Object{{"name", row.name}, {"zh", row.zh}, {"en", row.en}});
    }
    schema.set("enum", std::move(names));
    schema.set("x-enum", std::move(labels));
  }
  return schema;
}

Value type_schema(const Type& type, const Limits& limits, Object& components) {
  if (type.kind == Kind::object) return schema_of(type.object(), components);
  if (type.kind == Kind::list) {
    Value schema;
    schema.set("type", "array");
    schema.set("maxItems", static_cast<std::int64_t>(limits.max_items));
    schema.set("items", type_schema(*type.item, limits, components));
    return schema;
  }
  return scalar_schema(type, limits);
}

}  // namespace

void write(const Struct& table, const void* object, std::string& out) {
  out += '{';
  bool first = true;
  for (const Field& field : table.fields()) {
    const void* at = field.of(object);
    if (field.limits.privacy == Privacy::secret || absent(*field.type, at)) continue;
    if (!first) out += ',';
    first = false;
    write_text(field.name, out);
    out += ':';
    write_value(*field.type, at, out);
  }
  out += '}';
}

Value to_value(const Type& type, const Scalar& scalar) {
  if (const auto* number = std::get_if<std::int64_t>(&scalar))
    return type.kind == Kind::boolean ? Value(*number != 0) : Value(*number);
  if (const auto* text = std::get_if<std::string>(&scalar)) return Value(*text);
  return {};
}

Value schema_of(const Struct& table, Object& components) {
  Value reference;
  reference.set("$ref", "#/components/schemas/" + std::string(table.name()));
  for (const auto& [name, schema] : components)
    if (name == table.name()) return reference;
  components.emplace_back(table.name(), Value{});  // reserved first: a struct may hold itself
  Value schema;
  schema.set("type", "object");
  schema.set("additionalProperties", false);
  Object properties;
  List required;
  for (const Field& field : table.fields()) {
    Value property = type_schema(*field.type, field.limits, components);
    property.set("x-zh", field.zh);
    property.set("x-en", field.en);
    if (field.limits.privacy != Privacy::open)
      property.set("x-privacy", field.limits.privacy == Privacy::personal ? "personal" : "secret");
    properties.emplace_back(field.name, std::move(property));
    if (!field.type->nullable && field.type->kind != Kind::list) required.emplace_back(field.name);
  }
  schema.set("properties", std::move(properties));
  if (!required.empty()) schema.set("required", std::move(required));
  for (auto& [name, place] : components)
    if (name == table.name()) {
      place = std::move(schema);
      break;
    }
  return reference;
}

}  // namespace zr::json

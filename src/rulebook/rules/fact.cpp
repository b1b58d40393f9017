#include "rulebook/rules/fact.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "base/text.h"

namespace zr::rulebook {

namespace {

constexpr std::size_t text_limit = 200;  // code points of a constant

enum class Form { truth, number, text, none };

Form form_of(json::Kind kind) {
  switch (kind) {
    case json::Kind::boolean:
      return Form::truth;
    case json::Kind::integer:
    case json::Kind::money:
    case json::Kind::ppm:
    case json::Kind::share:
      return Form::number;
    case json::Kind::text:
    case json::Kind::date:
    case json::Kind::instant:
    case json::Kind::quarter:
    case json::Kind::enumeration:
      return Form::text;
    case json::Kind::object:
    case json::Kind::list:
    case json::Kind::any:
      return Form::none;
  }
  return Form::none;
}

/// The text forms of days, moments and quarters are all of one width, so their order is time's.
bool ordered(json::Kind kind) {
  return form_of(kind) == Form::number || kind == json::Kind::date || kind == json::Kind::instant ||
         kind == json::Kind::quarter;
}

bool text_fits(const std::string& text, const Fact& fact) {
  if (fact.kind == json::Kind::date) return Date::parse(text).has_value();
  if (fact.kind == json::Kind::instant) return Instant::parse(text).has_value();
  if (fact.kind == json::Kind::quarter) return Quarter::parse(text).has_value();
  if (fact.kind == json::Kind::enumeration)
    return std::any_of(fact.names.begin(), fact.names.end(),
                       [&](const Name& row) { return row.name == text; });
  return valid_utf8(text) && length(text) <= text_limit;
}

/// Every scalar field of a table in order, embedded structs flattened as they are on the wire.
template <class Visit>
void each_scalar(const json::Struct& table, const void* row, const Visit& visit) {
  for (const json::Field& field : table.fields()) {
    const void* at = row ? field.of(row) : nullptr;
    if (field.embedded)
      each_scalar(field.type->object(), at, visit);
    else if (form_of(field.type->kind) != Form::none)
      visit(field, at);
  }
}

}  // namespace

std::vector<Fact> facts_of(const json::Struct& table, std::string_view prefix) {
  std::vector<Fact> facts;
  each_scalar(table, nullptr, [&](const json::Field& field, const void*) {
    facts.push_back({.name = fmt::format("{}.{}", prefix, field.name),
                     .kind = field.type->kind,
                     .zh = std::string(field.zh),
                     .en = std::string(field.en),
                     .names = field.type->names});
  });
  return facts;
}

std::vector<json::Scalar> data_of(const json::Struct& table, const void* row) {
  std::vector<json::Scalar> data;
  each_scalar(table, row, [&](const json::Field& field, const void* at) {
    data.push_back(field.type->get(at));
  });
  return data;
}

bool op_fits(Op op, json::Kind kind) {
  if (form_of(kind) == Form::none) return false;
  switch (op) {
    case Op::equal:
    case Op::not_equal:
      return true;
    case Op::in:
      return form_of(kind) != Form::truth;
    case Op::less:
    case Op::at_most:
    case Op::more:
    case Op::at_least:
      return ordered(kind);
  }
  return false;
}

std::optional<json::Scalar> scalar_of(const Constant& constant, const Fact& fact) {
  const Form form = form_of(fact.kind);
  if (const bool* truth = std::get_if<bool>(&constant)) {
    if (form != Form::truth) return std::nullopt;
    return std::int64_t{*truth};
  }
  if (const auto* number = std::get_if<std::int64_t>(&constant)) {
    if (form != Form::number) return std::nullopt;
    return *number;
  }
  const std::string& text = std::get<std::string>(constant);
  if (form != Form::text || !text_fits(text, fact)) return std::nullopt;
  return text;
}

}  // namespace zr::rulebook

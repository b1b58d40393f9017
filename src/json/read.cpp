/// Described structs from JSON: every fault of every field at once, each with its pointer and a
/// sentence that says what would be right.
#include <fmt/format.h>

#include <charconv>

#include "base/rfc3339.h"
#include "base/text.h"
#include "json/describe.h"

namespace zr::json {

namespace {

/// Where a fault is reported and under which label.
struct Place {
  const Field& field;
  const std::string& pointer;
  std::vector<FieldError>& errors;

  void fault(std::string_view code, std::string_view zh, std::string_view en) const {
    errors.push_back({pointer, std::string(code), fmt::format("{}{}", field.zh, zh),
                      fmt::format("{}: {}", field.en, en)});
  }
};

std::int64_t least(const Field& field) {
  if (field.limits.min) return *field.limits.min;
  switch (field.type->kind) {
    case Kind::money:
    case Kind::ppm:
    case Kind::share:
      return 0;
    default:
      return -money_limit.fen;
  }
}

std::int64_t most(const Field& field) {
  return field.limits.max.value_or(field.type->kind == Kind::share ? 10'000 : money_limit.fen);
}

bool control_character(std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\n') || byte == 0x7F) return true;
  }
  return false;
}

/// A ground that begins with the field's label says it once.
void check_failed(const Place& at, const Refusal& ground) {
  const bool labelled = ground.zh.starts_with(at.field.zh);
  at.fault(
      ground.code,
      labelled ? std::string(ground.zh.substr(at.field.zh.size())) : fmt::format("：{}", ground.zh),
      ground.en);
}

void check_text(const Place& at, std::string_view text) {
  const Limits& limits = at.field.limits;
  if (!valid_utf8(text))
    return at.fault("encoding", "含有无法识别的字符", "contains invalid characters");
  if (control_character(text))
    return at.fault("control_character", "含有控制字符", "contains a control character");
  const auto size = length(text);
  if (size < limits.min_length)
    return at.fault(
        "too_short",
        limits.min_length == 1 ? "不能为空" : fmt::format("至少 {} 个字", limits.min_length),
        fmt::format("at least {} characters", limits.min_length));
  if (size > limits.max_length)
    return at.fault("too_long", fmt::format("最多 {} 个字", limits.max_length),
                    fmt::format("at most {} characters", limits.max_length));
  if (limits.min_length > 0 && trim(text).empty())
    return at.fault("too_short", "不能为空", "must not be blank");
  if (limits.check)
    if (const Refusal* ground = limits.check(text)) check_failed(at, *ground);
}

void check_integer(const Place& at, std::int64_t number) {
  if (number < least(at.field))
    at.fault("min", fmt::format("不得小于 {}", least(at.field)),
             fmt::format("must be at least {}", least(at.field)));
  else if (number > most(at.field))
    at.fault("max", fmt::format("不得大于 {}", most(at.field)),
             fmt::format("must be at most {}", most(at.field)));
}

/// The stored scalar of a JSON value, or a fault.
std::optional<Scalar> scalar_of(const Place& at, const Value& value) {
  switch (at.field.type->kind) {
    case Kind::boolean:
      if (const bool* truth = value.truth()) return Scalar{std::int64_t{*truth}};
      at.fault("type", "应为是或否", "must be true or false");
      return std::nullopt;
    case Kind::integer:
    case Kind::money:
    case Kind::ppm:
    case Kind::share:
      if (const auto* number = value.integer()) return Scalar{*number};
      at.fault("integer", "应为整数", "must be a plain integer");
      return std::nullopt;
    case Kind::any:
      return Scalar{write(value)};
    case Kind::instant:
      // Every form of RFC 3339 comes in as the one that the house writes.
      if (const auto* text = value.text())
        if (const auto moment = instant_from_rfc3339(*text)) return Scalar{moment->text()};
      [[fallthrough]];
    default:
      if (const auto* text = value.text()) return Scalar{*text};
      at.fault("type", "应为文字", "must be a text");
      return std::nullopt;
  }
}

void read_field(const Field& field, const Value& value, void* place, const std::string& pointer,
                std::vector<FieldError>& errors);

void read_list(const Field& field, const Value& value, void* place, const std::string& pointer,
               std::vector<FieldError>& errors) {
  const Place at{field, pointer, errors};
  const List* list = value.list();
  if (!list) return at.fault("type", "应为列表", "must be a list");
  if (list->size() > field.limits.max_items)
    return at.fault("too_many", fmt::format("最多 {} 项", field.limits.max_items),
                    fmt::format("at most {} items", field.limits.max_items));
  Field item = field;
  item.type = field.type->item;
  for (std::size_t i = 0; i < list->size(); ++i)
    read_field(item, (*list)[i], field.type->append(place), fmt::format("{}/{}", pointer, i),
               errors);
}

void read_field(const Field& field, const Value& value, void* place, const std::string& pointer,
                std::vector<FieldError>& errors) {
  if (field.type->kind == Kind::list) return read_list(field, value, place, pointer, errors);
  if (field.type->kind == Kind::object)
    return read(field.type->object(), value, field.type->append(place), errors, pointer);
  const auto faults = errors.size();
  const auto scalar = scalar_of({field, pointer, errors}, value);
  if (!scalar) return;
  check(field, *scalar, pointer, errors);
  if (errors.size() == faults) field.type->set(place, *scalar);
}

}  // namespace

Value from_text(const Type& type, const std::string& text) {
  switch (type.kind) {
    case Kind::integer:
    case Kind::money:
    case Kind::ppm:
    case Kind::share: {
      std::int64_t number = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
      const bool whole = error == std::errc() && end == text.data() + text.size();
      return whole ? Value(number) : Value(text);
    }
    case Kind::boolean:
      if (text == "true" || text == "false") return text == "true";
      return text;
    case Kind::any: {
      auto value = parse(text);
      return value ? std::move(*value) : Value(text);
    }
    default:
      return text;
  }
}

void check(const Field& field, const Scalar& value, const std::string& pointer,
           std::vector<FieldError>& errors) {
  const Place at{field, pointer, errors};
  const auto* text = std::get_if<std::string>(&value);
  switch (field.type->kind) {
    case Kind::text:
      return check_text(at, *text);
    case Kind::integer:
    case Kind::money:
    case Kind::ppm:
    case Kind::share:
      return check_integer(at, std::get<std::int64_t>(value));
    case Kind::date:
      if (!Date::parse(*text))
        at.fault("date", "应为存在的日期，如 2026-01-05", "must be a real date such as 2026-01-05");
      return;
    case Kind::instant:
      if (!Instant::parse(*text))
        at.fault("instant", "应为时刻，如 2026-01-05T08:00:00+08:00",
                 "must be a moment such as 2026-01-05T08:00:00+08:00");
      return;
    case Kind::quarter:
      if (!Quarter::parse(*text))
        at.fault("quarter", "应为季度，如 2026Q3", "must be a quarter such as 2026Q3");
      return;
    case Kind::enumeration:
      for (const Name& row : field.type->names)
        if (row.name == *text) return;
      at.fault("enum", "不在可选范围内", "is not one of the choices");
      return;
    case Kind::boolean:
    case Kind::any:
    case Kind::object:
    case Kind::list:
      return;
  }
}

void read(const Struct& table, const Value& from, void* object, std::vector<FieldError>& errors,
          const std::string& pointer) {
  const Object* members = from.object();
  if (!members) {
    errors.push_back({pointer, "type", "应为对象", "must be an object"});
    return;
  }
  for (const auto& [name, value] : *members)
    if (!table.find(name))
      errors.push_back(
          {pointer + "/" + name, "unknown_field", "没有这个字段", "is not a known field"});
  for (const Field& field : table.fields()) {
    const std::string at = pointer + "/" + std::string(field.name);
    const Value* value = from.find(field.name);
    if (value && !value->is_null()) {
      read_field(field, *value, field.of(object), at, errors);
    } else if (!field.type->nullable && (value || field.type->kind != Kind::list)) {
      Place{field, at, errors}.fault("required", "必须填写", "is required");
    }
  }
}

}  // namespace zr::json

#include "rulebook/rules/predicate_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace zr::rulebook {

namespace {

/// Walks a JSON value once and collects every fault of shape.
struct PredicateReader {
  std::vector<FieldError> errors = {};
  std::size_t nodes = 0;

  void fault(std::string pointer, std::string_view code, std::string_view zh, std::string_view en) {
    errors.push_back({std::move(pointer), std::string(code), std::string(zh), std::string(en)});
  }

  std::optional<Constant> constant(const json::Value& from, const std::string& pointer) {
    if (const bool* truth = from.truth()) return *truth;
    if (const std::int64_t* number = from.integer()) return *number;
    if (const std::string* text = from.text()) return *text;
    fault(pointer, "wrong_value", "应为是否、整数或文字",
          "Expected true, false, an integer or a text");
    return std::nullopt;
  }

  std::vector<Constant> constants(const json::Value& from, Op op, const std::string& pointer) {
    std::vector<Constant> values;
    if (op != Op::in) {
      if (auto value = constant(from, pointer)) values.push_back(*std::move(value));
      return values;
    }
    const json::List* list = from.list();
    if (!list || list->empty() || list->size() > predicate_value_limit) {
      fault(pointer, "wrong_count", "应为至少一个值的列表",
            "Expected a list of at least one value");
      return values;
    }
    for (std::size_t i = 0; i < list->size(); ++i)
      if (auto value = constant((*list)[i], fmt::format("{}/{}", pointer, i)))
        values.push_back(*std::move(value));
    return values;
  }

  Predicate comparison(const json::Object& from, const json::Value& object,
                       const std::string& pointer) {
    Comparison out;
    for (const auto& [key, value] : from)
      if (key != "fact" && key != "op" && key != "value")
        fault(pointer + "/" + key, "unknown_field", "没有这个字段", "There is no such member");
    const json::Value* fact = object.find("fact");
    const json::Value* op = object.find("op");
    const json::Value* value = object.find("value");
    if (fact && fact->text())
      out.fact = *fact->text();
    else
      fault(pointer + "/fact", "required", "请写明数据项", "The name of a fact is needed");
    const auto named_op = op && op->text() ? value_named<Op>(*op->text()) : std::nullopt;
    if (!named_op)
      fault(pointer + "/op", "wrong_operator", "应为 ==、!=、<、<=、>、>= 或 in",
            "Expected ==, !=, <, <=, >, >= or in");
    if (!value)
      fault(pointer + "/value", "required", "请写明比较的值", "A value is needed");
    else if (named_op)
      out.values = constants(*value, *named_op, pointer + "/value");
    out.op = named_op.value_or(Op::equal);
    return {.kind = Predicate::Kind::comparison, .comparison = std::move(out)};
  }

  Predicate group(const json::Value& list, Predicate::Kind kind, const std::string& pointer,
                  std::size_t depth) {
    Predicate out{.kind = kind};
    if (!list.list() || list.list()->empty()) {
      fault(pointer, "wrong_count", "应为至少一个条件的列表",
            "Expected a list of at least one condition");
      return out;
    }
    for (std::size_t i = 0; i < list.list()->size() && nodes <= predicate_node_limit; ++i)
      out.parts.push_back(walk((*list.list())[i], fmt::format("{}/{}", pointer, i), depth + 1));
    return out;
  }

  Predicate walk(const json::Value& from, const std::string& pointer, std::size_t depth) {
    ++nodes;
    if (depth > predicate_depth_limit || nodes > predicate_node_limit) {
      fault(pointer, "too_large", "条件层数或节点过多",
            "The condition has too many levels or nodes");
      return {};
    }
    if (const bool* truth = from.truth()) return *truth ? always() : never();
    const json::Object* object = from.object();
    if (object && from.find("fact")) return comparison(*object, from, pointer);
    if (object && object->size() == 1) {
      const auto& [key, value] = object->front();
      if (key == "all") return group(value, Predicate::Kind::all, pointer + "/all", depth);
      if (key == "any") return group(value, Predicate::Kind::any, pointer + "/any", depth);
      if (key == "not") return negation(walk(value, pointer + "/not", depth + 1));
    }
    fault(pointer, "wrong_form", "应为 true、{fact, op, value}、{all}、{any} 或 {not}",
          "Expected true, {fact, op, value}, {all}, {any} or {not}");
    return {};
  }
};

json::Value constant_json(const Constant& constant) {
  return std::visit([](const auto& value) { return json::Value(value); }, constant);
}

json::Value values_json(const Comparison& comparison) {
  if (comparison.op != Op::in)
    return comparison.values.empty() ? json::Value() : constant_json(comparison.values.front());
  json::List list;
  for (const Constant& each : comparison.values) list.push_back(constant_json(each));
  return list;
}

json::Value group_json(std::string_view key, const Predicate& predicate) {
  json::List list;
  for (const Predicate& part : predicate.parts) list.push_back(to_json(part));
  return json::Object{{std::string(key), std::move(list)}};
}

}  // namespace

Result<Predicate> read_predicate(const json::Value& from, const std::string& pointer) {
  PredicateReader reader;
  Predicate predicate = reader.walk(from, pointer, 1);
  if (!reader.errors.empty()) return Problem{bad_predicate, std::move(reader.errors)};
  return predicate;
}

Result<Condition> read_condition(const json::Value& from, std::span<const Fact> facts,
                                 const std::string& pointer) {
  auto predicate = read_predicate(from, pointer);
  if (!predicate) return predicate.problem();
  return Condition::of(*std::move(predicate), facts, pointer);
}

json::Value to_json(const Predicate& predicate) {
  switch (predicate.kind) {
    case Predicate::Kind::always:
      return true;
    case Predicate::Kind::never:
      return false;
    case Predicate::Kind::comparison:
      return json::Object{{"fact", predicate.comparison.fact},
                          {"op", name_of(predicate.comparison.op)},
                          {"value", values_json(predicate.comparison)}};
    case Predicate::Kind::all:
      return group_json("all", predicate);
    case Predicate::Kind::any:
      return group_json("any", predicate);
    case Predicate::Kind::negation:
      return json::Object{
          {"not", predicate.parts.empty() ? json::Value() : to_json(predicate.parts.front())}};
  }
  return {};
}

}  // namespace zr::rulebook

#include "api/openapi.h"

#include <fmt/format.h>

#include <iterator>
#include <map>

namespace zr::api {

namespace {

using json::Object;
using json::Value;

Value reference(std::string_view schema) {
  return Object{{"$ref", "#/components/schemas/" + std::string(schema)}};
}

Value json_content(Value schema) {
  return Object{{"application/json", Object{{"schema", std::move(schema)}}}};
}

Value answer(std::string_view text, Value schema) {
  return Object{{"description", text}, {"content", json_content(std::move(schema))}};
}

/// Bytes of any kind; OpenAPI 3.1 says so by an empty schema.
Value file_answer() {
  return Object{{"description", "File"},
                {"content", Object{{"application/octet-stream", Object{{"schema", Object{}}}}}}};
}

Value problem_answer() {
  return Object{
      {"description", "Problem"},
      {"content", Object{{"application/problem+json", Object{{"schema", reference("Problem")}}}}}};
}

Value parameter(std::string_view name, std::string_view where, Value schema) {
  return Object{
      {"name", name}, {"in", where}, {"required", where != "query"}, {"schema", std::move(schema)}};
}

Value text_type() {
  return Object{{"type", "string"}};
}

Value integer_type() {
  return Object{{"type", "integer"}};
}

Value command_operation(const journal::Command& command, Object& components) {
  Value operation;
  operation.set("operationId", command.name());
  operation.set("x-zh", command.traits.zh);
  operation.set("x-en", command.traits.en);
  operation.set("x-right", command.name());
  operation.set("x-eyes", command.traits.eyes == journal::Eyes::two ? 2 : 4);
  json::List grounds;
  for (const Refusal& ground : command.traits.refuses)
    grounds.emplace_back(Object{{"code", ground.code}, {"zh", ground.zh}, {"en", ground.en}});
  operation.set("x-refuses", std::move(grounds));
  json::List parameters;
  if (command.of_one()) parameters.push_back(parameter("id", "path", integer_type()));
  parameters.push_back(parameter("Idempotency-Key", "header", text_type()));
  if (command.traits.version == journal::Traits::Version::asked)
    parameters.push_back(parameter("If-Match", "header", text_type()));
  operation.set("parameters", std::move(parameters));
  // The id stands in the path, so the body is the input without it.
  json::schema_of(command.input(), components);
  operation.set(
      "requestBody",
      Object{{"required", true}, {"content", json_content(reference(command.input().name()))}});
  Value answers;
  answers.set("200", answer("Done", json::schema_of(command.output(), components)));
  if (command.traits.eyes != journal::Eyes::two)
    answers.set("202", answer("Awaiting approval", reference("AwaitingApproval")));
  answers.set("default", problem_answer());
  operation.set("responses", std::move(answers));
  return operation;
}

Value read_operation(const Read& read, Object& components) {
  Value operation;
  std::string id = "read" + std::string(read.traits.path);
  for (char& c : id)
    if (c == '/' || c == '{' || c == '}' || c == '-') c = '.';
  operation.set("operationId", id);
  operation.set("x-zh", read.traits.zh);
  operation.set("x-en", read.traits.en);
  if (!read.traits.right.empty()) operation.set("x-right", read.traits.right);
  Object query_components;
  json::schema_of(read.query(), query_components);
  json::List parameters;
  for (const auto& [name, schema] : *query_components.back().second.find("properties")->object()) {
    const bool in_path = read.traits.path.find("{" + name + "}") != std::string_view::npos;
    parameters.push_back(parameter(name, in_path ? "path" : "query", schema));
  }
  operation.set("parameters", std::move(parameters));
  if (read.shape == Shape::file) {
    operation.set("responses", Object{{"200", file_answer()}, {"default", problem_answer()}});
    return operation;
  }
  Value row = json::schema_of(read.row(), components);
  if (read.shape == Shape::list)
    row =
        Object{{"type", "object"},
               {"required", json::List{Value("rows")}},
               {"properties", Object{{"rows", Object{{"type", "array"}, {"items", std::move(row)}}},
                                     {"next", text_type()}}}};
  operation.set("responses",
                Object{{"200", answer("Found", std::move(row))}, {"default", problem_answer()}});
  return operation;
}

Value question_operation(const Question& question, Object& components) {
  Value operation;
  std::string id(question.path.substr(1));
  for (char& c : id)
    if (c == '/') c = '.';
  operation.set("operationId", id);
  operation.set("x-zh", question.zh);
  operation.set("x-en", question.en);
  json::schema_of(question.input(), components);
  operation.set(
      "requestBody",
      Object{{"required", true}, {"content", json_content(reference(question.input().name()))}});
  operation.set("responses",
                Object{{"200", answer("Answer", json::schema_of(question.output(), components))},
                       {"default", problem_answer()}});
  return operation;
}

Object common_components() {
  const Value field_error =
      Object{{"type", "object"},
             {"required", json::List{Value("pointer"), Value("code"), Value("message")}},
             {"properties", Object{{"pointer", text_type()},
                                   {"code", text_type()},
                                   {"message", text_type()},
                                   {"row", integer_type()},
                                   {"column", text_type()}}}};
  return {{"Problem",
           Object{{"type", "object"},
                  {"required", json::List{Value("code"), Value("title"), Value("request_id")}},
                  {"properties",
                   Object{{"code", text_type()},
                          {"title", text_type()},
                          {"detail", text_type()},
                          {"status", integer_type()},
                          {"request_id", text_type()},
                          {"errors", Object{{"type", "array"}, {"items", field_error}}}}}}},
          {"AwaitingApproval",
           Object{{"type", "object"},
                  {"required", json::List{Value("command"), Value("state")}},
                  {"properties", Object{{"command", integer_type()}, {"state", text_type()}}}}}};
}

/// Two blanks of indent, so that a change of the API shows as changed lines.
void pretty(const Value& value, std::size_t depth, std::string& out) {
  const auto line = [&](std::size_t indent) {
    out += '\n';
    out.append(2 * indent, ' ');
  };
  if (const Object* object = value.object(); object && !object->empty()) {
    out += '{';
    for (const auto& [name, member] : *object) {
      if (&name != &object->front().first) out += ',';
      line(depth + 1);
      json::write_text(name, out);
      out += ": ";
      pretty(member, depth + 1, out);
    }
    line(depth);
    out += '}';
  } else if (const json::List* list = value.list(); list && !list->empty()) {
    out += '[';
    for (const Value& item : *list) {
      if (&item != &list->front()) out += ',';
      line(depth + 1);
      pretty(item, depth + 1, out);
    }
    line(depth);
    out += ']';
  } else {
    json::write(value, out);
  }
}

}  // namespace

std::string path_of(const journal::Command& command) {
  std::string path = "/api/v1/" + std::string(command.traits.noun);
  if (command.of_one()) path += "/{id}";
  if (command.traits.verb != "create") path += "/" + std::string(command.traits.verb);
  return path;
}

std::string openapi(std::span<const journal::Command> commands, std::span<const Read> reads,
                    std::span<const Question> questions) {
  Object components = common_components();
  std::map<std::string, Value> paths;
  for (const journal::Command& command : commands) {
    if (command.traits.callers == journal::Traits::Callers::program) continue;
    paths[path_of(command)].set("post", command_operation(command, components));
  }
  for (const Read& read : reads)
    paths["/api/v1" + std::string(read.traits.path)].set("get", read_operation(read, components));
  for (const Question& question : questions)
    paths["/api/v1" + std::string(question.path)].set("post",
                                                      question_operation(question, components));
  Object path_items;
  for (auto& [path, item] : paths) path_items.emplace_back(path, std::move(item));
  const Value document = Object{{"openapi", "3.1.0"},
                                {"info", Object{{"title", "Zhirong 知融"}, {"version", "1"}}},
                                {"paths", std::move(path_items)},
                                {"components", Object{{"schemas", std::move(components)}}}};
  std::string out;
  pretty(document, 0, out);
  out += '\n';
  return out;
}

}  // namespace zr::api

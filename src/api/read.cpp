#include "api/read.h"

#include <charconv>

namespace zr::api {

std::optional<std::int64_t> cursor_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

std::int64_t Listing::after(std::int64_t beginning) const {
  return cursor ? cursor_number(*cursor).value_or(beginning) : beginning;
}

const json::Struct& describe(const Listing*) {
  static const json::Struct table(
      "Listing", {{"limit", &Listing::limit, "每页条数", "Rows", {.min = 1, .max = max_limit}},
                  {"cursor", &Listing::cursor, "游标", "Cursor", {.max_length = 200}}});
  return table;
}

const json::Struct& describe(const NoQuery*) {
  static const json::Struct table("NoQuery", {});
  return table;
}

const json::Struct& describe(const OneQuery*) {
  static const json::Struct table("OneQuery", {{"id", &OneQuery::id, "编号", "Id"}});
  return table;
}

Result<std::shared_ptr<void>> query_from(
    const Read& read, const std::vector<std::pair<std::string, std::string>>& parameters) {
  auto query = read.make();
  std::vector<FieldError> errors;
  json::Object given;
  for (const auto& [name, text] : parameters) {
    const json::Field* field = read.query().find(name);
    given.emplace_back(name, field ? json::from_text(*field->type, text) : json::Value(text));
    for (const auto& [other, unused] : given)
      if (&other != &given.back().first && other == name)
        errors.push_back({"/" + name, "repeated", "参数重复", "is given twice"});
  }
  // A parameter left out keeps the default that its struct declares.
  std::string defaults;
  json::write(read.query(), query.get(), defaults);
  const auto declared = json::parse(defaults);
  for (const auto& [name, value] : *declared->object()) {
    bool stated = false;
    for (const auto& [other, unused] : given) stated = stated || other == name;
    if (!stated) given.emplace_back(name, value);
  }
  json::read(read.query(), json::Value(std::move(given)), query.get(), errors);
  if (!errors.empty()) return Problem(bad_input, std::move(errors));
  return query;
}

}  // namespace zr::api

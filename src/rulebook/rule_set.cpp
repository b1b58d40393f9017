#include "rulebook/rule_set.h"

#include <fmt/format.h>

namespace zr::rulebook {

namespace {

/// A cell of a table file as its field expects it; the files write truth as yes and no.
json::Value typed(const json::Type& type, const std::string& text) {
  if (type.kind == json::Kind::boolean && (text == "yes" || text == "no")) return text == "yes";
  return json::from_text(type, text);
}

}  // namespace

std::span<const Name> names_of(Confidence) {
  static constexpr Name names[] = {
      named(Confidence::confirmed, "confirmed", "已核实", "Confirmed"),
      named(Confidence::source, "source", "单一来源", "One source"),
      named(Confidence::knowledge, "knowledge", "专业知识", "Expert knowledge"),
      named(Confidence::weak, "weak", "把握不大", "Weak"),
      named(Confidence::ours, "ours", "本系统建议", "Our proposal")};
  return names;
}

const json::List* list_of(const json::Value& content, std::string_view table,
                          std::vector<FieldError>& errors) {
  const json::Value* found = content.find(table);
  const json::List* list = found ? found->list() : nullptr;
  if (!list)
    errors.push_back(
        {fmt::format("/{}", table), "required", "缺少这张表", "This table is missing"});
  else if (list->size() > table_limit)
    errors.push_back({fmt::format("/{}", table), "too_many", fmt::format("最多 {} 行", table_limit),
                      fmt::format("At most {} rows", table_limit)});
  else
    return list;
  return nullptr;
}

Result<Done> check(const RuleSet& set, const json::Value& content) {
  std::vector<FieldError> errors;
  const json::Object* tables = content.object();
  if (!tables)
    return Problem{bad_rules, {{"", "type", "应为各表组成的对象", "Expected an object of tables"}}};
  for (const auto& [name, rows] : *tables) {
    bool known = false;
    for (const RuleTable& table : set.tables) known = known || table.name == name;
    if (!known)
      errors.push_back({"/" + name, "unknown_field", "没有这张表", "There is no such table"});
  }
  if (!errors.empty()) return Problem{bad_rules, std::move(errors)};
  return set.check(content);
}

json::List typed_rows(const RuleTable& table, const json::List& texts) {
  json::List rows;
  for (const json::Value& row : texts) {
    json::Object out;
    for (const auto& [name, cell] : *row.object()) {
      const json::Field* field = table.row().find(name);
      out.emplace_back(name, field && cell.text() ? typed(*field->type, *cell.text()) : cell);
    }
    rows.emplace_back(std::move(out));
  }
  return rows;
}

}  // namespace zr::rulebook

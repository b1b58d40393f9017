#include "app/first_rules.h"

#include "app/city.h"
#include "app/data_files.h"

namespace zr::app {

Result<json::Value> first_content(const rulebook::RuleSet& set, const std::string& data_folder) {
  json::Value content;
  for (const rulebook::RuleTable& table : set.tables) {
    const auto rows = rows_of(data_folder + "/" + std::string(table.file));
    if (!rows) return rows.problem();
    content.set(table.name, rulebook::typed_rows(table, *rows));
  }
  return content;
}

rulebook::TableSource tables_in(const std::string& data_folder) {
  return [data_folder](std::string_view code) -> Result<json::Value> {
    for (const rulebook::RuleSet& set : rule_sets())
      if (set.code == code) return first_content(set, data_folder);
    return rulebook::no_such_set;
  };
}

}  // namespace zr::app

#include "imports/personal_columns.h"

#include "imports/rules/header.h"
#include "rulebook/rulebook.h"

namespace zr::imports {

namespace {

constexpr std::string_view set_code = "personal_columns";
constexpr std::string_view table_name = "columns";

Result<Done> check_columns(const json::Value& content) {
  std::vector<FieldError> errors;
  rulebook::rows_of<PersonalColumn>(content, table_name, errors);
  if (!errors.empty()) return Problem{rulebook::bad_rules, std::move(errors)};
  return Done{};
}

}  // namespace

const json::Struct& describe(const PersonalColumn*) {
  static const json::Struct table(
      "PersonalColumn", {{"name", &PersonalColumn::name, "列名", "Column", {.max_length = 40}}});
  return table;
}

rulebook::RuleSet personal_columns_set() {
  return {
      .code = set_code,
      .zh = "个人信息列名",
      .en = "Columns about persons",
      .tables = {{.name = table_name,
                  .zh = "列名",
                  .en = "Columns",
                  .row = []() -> const json::Struct& { return json::struct_of<PersonalColumn>(); },
                  .file = "personal_columns.csv"}},
      .check = check_columns,
      .effective = Date(2022, 1, 1),
      .clause = "《个人信息保护法》第四条、第二十八条",
      .confidence = rulebook::Confidence::ours};
}

PersonalColumns personal_columns(db::Tx& tx, Date day) {
  const auto content = rulebook::content(tx, set_code, {.as_of = day});
  if (!content) return {};
  std::vector<FieldError> errors;
  PersonalColumns names;
  for (const PersonalColumn& row : rulebook::rows_of<PersonalColumn>(*content, table_name, errors))
    names.insert(read_header(row.name).name);
  return names;
}

}  // namespace zr::imports

/// A form as a published set of the rulebook.
#include "forms/forms.h"

namespace zr::forms {

namespace {

Result<Done> check_form(const json::Value& content) {
  const auto form = form_from(content);
  if (!form) return form.problem();
  return Done{};
}

}  // namespace

rulebook::RuleSet set_of(const Declaration& declared) {
  return {.code = declared.code,
          .zh = declared.zh,
          .en = declared.en,
          .tables = {{.name = "cells",
                      .zh = "指标",
                      .en = "Cells",
                      .row = &json::struct_of<FormCell>,
                      .file = declared.cells_file},
                     {.name = "rules",
                      .zh = "校验规则",
                      .en = "Rules",
                      .row = &json::struct_of<FormRule>,
                      .file = declared.rules_file}},
          .check = check_form,
          .effective = declared.effective,
          .clause = declared.clause,
          .confidence = declared.confidence};
}

Result<Form> form_from(const json::Value& content) {
  std::vector<FieldError> errors;
  FormTables tables{.cells = rulebook::rows_of<FormCell>(content, "cells", errors),
                    .rules = rulebook::rows_of<FormRule>(content, "rules", errors)};
  if (!errors.empty()) return Problem{rulebook::bad_rules, std::move(errors)};
  return Form::of(std::move(tables));
}

}  // namespace zr::forms

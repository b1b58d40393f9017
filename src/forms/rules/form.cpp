#include "forms/rules/form.h"

#include <fmt/format.h>

#include <algorithm>

#include "forms/rules/compiled.h"
#include "forms/rules/form_checks.h"

namespace zr::forms {

namespace {

template <class Row>
const Row* with_id(const std::vector<Row>& rows, std::string_view id) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

Result<Form> Form::of(FormTables tables) {
  std::vector<FieldError> errors;
  auto compiled = std::make_shared<const CompiledForm>(compile(tables, errors));
  if (!errors.empty()) return Problem{rulebook::bad_rules, std::move(errors)};
  Form form;
  form.tables_ = std::make_shared<const FormTables>(std::move(tables));
  form.compiled_ = std::move(compiled);
  return form;
}

const FormCell* Form::cell(std::string_view id) const {
  return with_id(tables_->cells, id);
}

const FormRule* Form::rule(std::string_view id) const {
  return with_id(tables_->rules, id);
}

bool Form::may_be_negative(std::string_view id) const {
  return !compiled_->never_negative.contains(id);
}

}  // namespace zr::forms

#pragma once
/// A form ready to be used: its tables with every expression read once. There is one grammar for
/// sides of rules, conditions and formulas; a name that stands for nothing, a side that makes no
/// sense and formulas in a circle are refused here, so they are refused at publication.
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "forms/rules/form_tables.h"

namespace zr::forms {

struct CompiledForm;

class Form {
 public:
  /// Refused `bad_rules` with every fault at its place: "/rules/3/left".
  static Result<Form> of(FormTables tables);

  const std::vector<FormCell>& cells() const { return tables_->cells; }
  const std::vector<FormRule>& rules() const { return tables_->rules; }
  const FormCell* cell(std::string_view id) const;
  const FormRule* rule(std::string_view id) const;
  /// May the cell be below 0? Not where a rule over each field says at least 0.
  bool may_be_negative(std::string_view id) const;
  const CompiledForm& compiled() const { return *compiled_; }

 private:
  Form() = default;
  std::shared_ptr<const FormTables> tables_;
  std::shared_ptr<const CompiledForm> compiled_;
};

}  // namespace zr::forms

#pragma once
/// What must hold of a form's tables before anybody may publish them, found all at once, and the
/// compiled form for those in which nothing was found.
#include <vector>

#include "forms/rules/compiled.h"
#include "rulebook/rule_set.h"

namespace zr::forms {

CompiledForm compile(const FormTables& tables, std::vector<FieldError>& errors);

}  // namespace zr::forms

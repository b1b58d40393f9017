#pragma once
/// What a person typed, against the form: every fault at its place.
#include <string>
#include <vector>

#include "forms/forms.h"

namespace zr::forms {

/// Changes to the typed cells; a null value empties its cell.
struct CellEdits {
  const Form& form;
  Source source;
  const Enterable& also;
};
/// `typed` with the changes of a JSON object {"cell": value}; faults below `pointer`.
Cells edited(const CellEdits& with, Cells typed, const json::Value& changes,
             const std::string& pointer, std::vector<FieldError>& errors);

/// {"id": "text"}: texts of at most 500 characters under known ids, null takes one away. Used for
/// reasons (ids of rules) and remarks (ids of cells).
struct NamedTexts {
  bool (*known)(const Form&, std::string_view id);
  const Refusal& unknown;
};
json::Value edited_texts(const Form& form, const NamedTexts& kind, json::Value texts,
                         const json::Value& changes, const std::string& pointer,
                         std::vector<FieldError>& errors);
const NamedTexts& reasons_of_rules();
const NamedTexts& remarks_of_cells();

}  // namespace zr::forms

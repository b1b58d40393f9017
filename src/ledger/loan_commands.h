#pragma once
/// What people may say of a single loan after its import. The facts themselves change only by an
/// import.
#include <optional>
#include <string>

#include "json/describe.h"
#include "ledger/rules/note_kinds.h"

namespace zr::ledger {

inline constexpr Refusal basis_unchanged{"basis_unchanged", "提供依据没有变化，不必再次设置",
                                         "The legal basis is this already"};
inline constexpr Refusal class_needs_no_reason{
    "class_needs_no_reason", "五级分类不好于按逾期天数的最低类别，不需要说明理由",
    "The class is not better than the overdue days allow; no reason is needed"};
inline constexpr Refusal reason_unchanged{"reason_unchanged", "分类理由没有变化，不必再次说明",
                                          "This reason has been given already"};

/// POST /loans/{id}/set-basis; without one the city bureau no longer sees the row, for any date.
struct SetBasis {
  std::int64_t id = 0;
  std::optional<LegalBasis> basis = {};
};
const json::Struct& describe(const SetBasis*);

/// POST /loans/{id}/explain-class: of the class on the last data date.
struct ExplainClass {
  std::int64_t id = 0;
  std::string reason;
};
const json::Struct& describe(const ExplainClass*);

}  // namespace zr::ledger

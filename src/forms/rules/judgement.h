#pragma once
/// The rules of a form applied to its cells 校验: what holds, what is broken, what does not apply,
/// each with both sides' values and a sentence a clerk can act on. Exact integers; missing cells
/// are treated as each rule says, never guessed.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "forms/rules/form.h"

namespace zr::forms {

enum class Verdict { holds, broken, not_applicable };
std::span<const Name> names_of(Verdict);

/// What is known of the submission itself.
struct Submission {
  Date period_end = {};
  std::optional<int> quarter = {};
  std::optional<Date> submitted_on = {};  ///< Of a draft: today, as if it were sent now.
  std::int64_t version = 1;
  std::optional<std::int64_t> previous_version = {};  ///< Number of the version before.
  enum class Way { rows, own_file } way = Way::rows;  ///< own_file: the bank's own table.
};

/// Everything that rules may ask about.
struct Evidence {
  const Cells* cells = nullptr;
  const Cells* previous = nullptr;  ///< The latest submitted version of the period before.
  const Cells* ledger = nullptr;    ///< What the owner's rows say; null where there are none.
  Submission submission = {};
};

/// One rule's answer. Sides are exact decimals or dates; absent where a cell is missing.
struct Finding {
  std::string rule = {};
  Severity severity = Severity::warning;
  Verdict verdict = Verdict::not_applicable;
  std::optional<std::string> left = {};
  std::optional<std::string> right = {};
  std::vector<std::string> cells = {};    ///< The cells that the rule looks at.
  std::vector<std::string> missing = {};  ///< Names without a value: "all_balance",
                                          ///< "prev.balance_end".
  std::string title_zh = {};
  std::string title_en = {};
  std::string zh = {};
  std::string en = {};
};
const json::Struct& describe(const Finding*);

/// Every rule in the form's order.
std::vector<Finding> judge(const Form& form, const Evidence& evidence);

/// Adds formulas and ratios to the cells given; what cannot be computed stays missing, and a value
/// that stood there is replaced.
Cells computed(const Form& form, Cells given);

}  // namespace zr::forms

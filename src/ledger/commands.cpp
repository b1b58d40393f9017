/// Commands over single loans: on what ground a row may be shown, and why a class is better than
/// its overdue days allow. Neither changes what the bank reported.
#include "journal/command.h"

#include "ledger/ledger.h"
#include "ledger/loan_commands.h"
#include "ledger/rules/row_check.h"
#include "ledger/store.h"
#include "ledger/store_lists.h"

namespace zr::ledger {

namespace {

/// The loan as the caller sees it today, in the version that they have seen.
Result<LoanRecord> seen_loan(journal::Context& in, std::int64_t id) {
  auto found = store::loan(in.tx, in.scope, id, {.as_of = in.today});
  if (!found) return not_found;
  if (in.expected_version && *in.expected_version != found->summary.version)
    return journal::version_stale;
  return std::move(*found);
}

Result<journal::Changed> set_basis(journal::Context& in, const SetBasis& input) {
  const auto loan = seen_loan(in, input.id);
  if (!loan) return loan.problem();
  if (loan->summary.basis == input.basis) return Problem::at("/basis", basis_unchanged);
  in.tx.insert(store::basis_table,
               NoteBasis{.note = input.id, .sequence = in.sequence, .basis = input.basis});
  in.raise("loans.basis_set", {input.id});
  return journal::Changed{.id = input.id, .version = in.sequence};
}

Result<journal::Changed> explain_class(journal::Context& in, const ExplainClass& input) {
  const auto loan = seen_loan(in, input.id);
  if (!loan) return loan.problem();
  if (!better_than_floor(loan->summary.loan_class, loan->summary.class_floor))
    return class_needs_no_reason;
  auto version = store::version_on(in.tx, input.id, in.today);
  if (version->facts.class_reason == input.reason) return Problem::at("/reason", reason_unchanged);
  version->facts.class_reason = input.reason;
  version->sequence = in.sequence;
  in.tx.insert(store::version_table, *version);
  in.raise("loans.class_explained", {input.id});
  return journal::Changed{.id = input.id, .version = in.sequence};
}

}  // namespace

const json::Struct& describe(const SetBasis*) {
  static const json::Struct table("SetBasis",
                                  {{"id", &SetBasis::id, "编号", "Id"},
                                   {"basis", &SetBasis::basis, "提供依据", "Legal basis"}});
  return table;
}

const json::Struct& describe(const ExplainClass*) {
  static const json::Struct table(
      "ExplainClass", {{"id", &ExplainClass::id, "编号", "Id"},
                       {"reason", &ExplainClass::reason, "分类理由", "Reason for the class"}});
  return table;
}

std::vector<journal::Command> commands() {
  using journal::Changed;
  using journal::command;
  return {command<SetBasis, Changed>({"loans",
                                      "set-basis",
                                      "设置提供依据",
                                      "Set the legal basis",
                                      journal::Eyes::two,
                                      {basis_unchanged},
                                      journal::Traits::Version::asked},
                                     set_basis),
          command<ExplainClass, Changed>({"loans",
                                          "explain-class",
                                          "说明分类理由",
                                          "Explain the class",
                                          journal::Eyes::two,
                                          {class_needs_no_reason, reason_unchanged},
                                          journal::Traits::Version::asked},
                                         explain_class)};
}

}  // namespace zr::ledger

#pragma once
/// One row of a bank's loan ledger as the import reads it: the typed columns that the return
/// computes with. Every other column of a file is kept as reported and never computed with.
#include <optional>
#include <string>
#include <vector>

#include "imports/imports.h"
#include "ledger/rules/class_rules.h"
#include "ledger/rules/note_kinds.h"

namespace zr::ledger {

inline constexpr Refusal code_form{
    "code_form", "统一社会信用代码应为18位数字和大写字母（不含I、O、Z、S、V），请核对营业执照",
    "A credit code has 18 digits and capital letters (no I, O, Z, S, V); see the licence"};

struct LoanRow {
  std::optional<std::string> bank = {};
  std::optional<std::string> branch = {};
  std::optional<std::string> note_number = {};
  std::optional<std::string> contract_number = {};
  std::optional<std::string> credit_line = {};
  std::string enterprise;
  std::string uscc;
  std::optional<std::string> district = {};
  std::optional<std::string> zone = {};
  std::string rights;
  SecurityMode security_mode = SecurityMode::pure_ip;
  Date disbursed_on = {};
  Date matures_on = {};
  std::optional<SecuredAmount> secured_fen = {};
  std::optional<GrantedAmount> granted_fen = {};
  DisbursedAmount disbursed_fen = {};
  BalanceAmount balance_fen = {};
  std::optional<std::int64_t> overdue_days = {};  ///< Empty: none.
  LoanClass loan_class = LoanClass::pass;
  std::optional<std::string> class_reason = {};
  std::optional<LegalBasis> basis = {};  ///< Empty: what the import says for the whole file.
};
const json::Struct& describe(const LoanRow*);

/// Header texts by which the columns are known beside their labels.
std::vector<imports::Heading> loan_headings();
/// A bank's word in a closed list as the label of its value; empty: as it stands.
std::optional<std::string> loan_word(std::string_view field, std::string_view text);

}  // namespace zr::ledger

#pragma once
/// What importing a file of loans would do: everything that is to be said about its rows, and what
/// each would change. Computed from the rows and what is known, so that dry run and real run are
/// one path. It never overwrites a bank's class and never closes a note for its absence.
#include <optional>
#include <string>
#include <vector>

#include "imports/imports.h"
#include "ledger/known.h"
#include "ledger/loan_row.h"

namespace zr::ledger {

inline constexpr Refusal unknown_bank{"unknown_bank", "该银行名称与本次导入的机构不符，请核对",
                                      "This is not the bank that the file is imported for"};
inline constexpr Refusal unknown_branch{"unknown_branch",
                                        "本机构下没有这一分支机构，请填写已登记的名称或简称",
                                        "There is no such branch here; use its registered name"};
inline constexpr Refusal unknown_region{"unknown_region", "没有这一区县或开发区，请核对名称",
                                        "There is no such district or zone"};
inline constexpr Refusal repeated_row{"repeated_row", "与本文件前面的行是同一笔借据，请保留一行",
                                      "The same note stands in an earlier row; keep one"};
inline constexpr Refusal data_date_ahead{"data_date_ahead", "数据日期不能晚于今天",
                                         "The data date lies in the future"};
inline constexpr Refusal code_check{"code_check", "信用代码的校验位不符，请核对；确认无误可以导入",
                                    "A check character of the code disagrees; look again"};
inline constexpr Refusal name_differs{"name_differs", "企业名称与台账中同一信用代码的名称不同",
                                      "The name differs from the one known for this code"};
inline constexpr Refusal secured_differs{
    "secured_differs", "同一合同下登记担保债权数额不一致，将按最大的一笔计算",
    "Rows of one contract state different secured amounts; the greatest counts"};
inline constexpr Refusal balance_rose{"balance_rose", "贷款余额比上一数据日期增加，请核对",
                                      "The balance rose since the data date before"};
inline constexpr Refusal note_differs{
    "note_differs", "与台账中同一借据的记载不一致，请选择保留台账记载或采用文件内容",
    "Differs from what is known of the same note; keep what is known or take the file's"};
inline constexpr Refusal note_of_other_office{
    "note_of_other_office", "该借据由本行其他机构报送，请由上级机构导入",
    "Another office of the bank reports this note; let the head office import it"};
inline constexpr Refusal note_missing{
    "note_missing", "台账中尚未结清的借据未出现在文件中，请说明：已结清、仍未结清或其他情况",
    "An open note is not in the file: settled, still open, or what else?"};

/// What is to be stored of one row.
struct PlannedRow {
  std::optional<std::int64_t> note = {};  ///< Where its subject is known.
  std::string identity;
  NoteFacts facts;  ///< The enterprise is 0 where it is not known yet.
  std::optional<std::string> region = {};
  std::optional<std::string> zone = {};
  imports::Effect effect = imports::Effect::created;
  bool says_facts = true;  ///< Else only the basis is new.
  std::optional<LegalBasis> new_basis = {};
  bool sound = true;  ///< Nothing wrong, nothing left unanswered.
};

/// A note that is not in the file and was answered to be settled.
struct SettledNote {
  std::int64_t note = 0;
  NoteFacts facts;
};

struct Plan {
  std::vector<imports::Finding> findings = {};
  std::vector<PlannedRow> rows = {};  ///< One for each of the batch's rows, in their order.
  std::vector<SettledNote> settled = {};
};

Plan plan_of(const imports::Batch& batch, const Known& known);

/// What makes a note the same one: its number, else contract, day and amount of the drawdown; empty
/// where it has neither.
std::string identity_of(const LoanRow& row);

}  // namespace zr::ledger

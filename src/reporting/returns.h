#pragma once
/// The bank's quarterly return as a form: opened for every bank at the end of a quarter, filled in,
/// frozen with the ledger's figures and rows, signed by two people, submitted, then accepted or
/// sent back.
#include "forms/forms.h"
#include "journal/command.h"
#include "reporting/computation.h"
#include "reporting/reporting.h"
#include "reporting/terms.h"

namespace zr::reporting {

inline constexpr Refusal no_filing_term{
    "no_filing_term", "统计表的校验规则没有规定报送期限，请先补充后发布",
    "The rules of the return give no term to file: publish one first"};
inline constexpr Refusal facts_missing{
    "facts_missing", "有未结清的借据缺少季末最后一天的数据，请先导入截至季末的台账",
    "Open notes lack facts of the quarter's last day: import the ledger as of that day first"};
inline constexpr Refusal rise_unexplained{
    "rise_unexplained", "有借据余额增加而没有新发放，请在“本季转入”或“以前各期更正净额”中说明",
    "Balances rose without a drawdown: enter what was transferred in or corrected"};
inline constexpr Refusal rows_unconfirmed{
    "rows_unconfirmed", "有代录的台账尚未由本行确认，也没有盖章扫描件，请先在“数据导入”中确认",
    "A ledger that was entered on the bank's behalf is neither confirmed nor covered by a stamped "
    "scan: confirm it under Imports first"};
inline constexpr Refusal nil_with_rows{
    "nil_with_rows", "台账中本季有余额或发生额，不能零报告",
    "The ledger has balances or movements in this quarter, so the return is not nil"};
inline constexpr Refusal filled_by_bank{"filled_by_bank", "该银行已自行填报，不能代录",
                                        "The bank fills in this return by itself"};
inline constexpr Refusal rows_not_seen{
    "rows_not_seen", "该行台账中有您无权查看的借据，只能按该行送来的报表代录",
    "The bank's ledger holds notes that you may not see: enter the sheet that it sent instead",
    RefusalKind::bad_input};
inline constexpr Refusal ledger_moved{
    "ledger_moved", "冻结之后台账有变动，以下指标已不一致，请重新冻结后再报送",
    "The ledger has changed since this version was prepared: prepare it again"};

/// Submitted by the program on the day after a quarter has ended.
struct OpenReturns {
  Quarter period;
};
const json::Struct& describe(const OpenReturns*);

/// One bank's return with everything that its figures are computed from.
struct Return {
  forms::Answer answer;
  forms::Round round;
  forms::Form form;
  Figures figures;
  Quarter quarter;
  std::string path;  ///< Of the bank.
};
/// Refused `not_found` where the scope does not show it.
Result<Return> return_of(db::Tx& tx, const access::Scope& scope, std::int64_t id);
/// Who looks.
struct Reader {
  const access::Actor& actor;
  const access::Scope& scope;
};
/// May he go through all of the bank's notes of the quarter: its own people, or whoever enters for
/// it and is shown every one of them.
bool sees_rows(db::Tx& tx, const Reader& reader, const Return& of);
/// What the ledger says of it, as known at a record.
LedgerRows rows_for(db::Tx& tx, const Return& of, std::int64_t known_at);

/// What the ledger gives to a draft: with source ledger all that it can, less what is entered.
forms::Given given(const Computation& found, const forms::Draft& draft, std::int64_t known_at);

std::vector<journal::Command> return_commands();

}  // namespace zr::reporting

#pragma once
/// The loan ledger as a workbook: the described columns, then every other column that the banks'
/// files have. Amounts are real numbers in yuan.
#include <span>

#include "api/read.h"
#include "ledger/screens.h"

namespace zr::ledger {

inline constexpr Refusal export_too_large{
    "export_too_large", "超过10万笔，请先按银行、状态或日期筛选后再导出",
    "More than 100,000 loans; filter them first", RefusalKind::bad_input};

struct LoansExport {
  std::span<const LoanRecord> rows;
  Date as_of = {};
  Instant created = {};
  Language language = Language::zh;
};
Result<api::Download> loans_workbook(const LoansExport& wanted);

}  // namespace zr::ledger

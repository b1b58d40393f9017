#include "ledger/loan_row.h"

#include "base/identifier.h"
#include "ledger/rules/loan_words.h"

namespace zr::ledger {

namespace {

/// Longest overdue that a date can make: a hundred years.
constexpr std::int64_t most_days = 36'525;

const Refusal* check_uscc(std::string_view text) {
  return uscc_verdict(text) == IdentifierVerdict::invalid ? &code_form : nullptr;
}

template <Named E>
std::optional<std::string> label(std::optional<E> value) {
  if (!value) return std::nullopt;
  for (const Name& row : names_of(E{}))
    if (row.value == static_cast<std::int64_t>(*value)) return std::string(row.zh);
  return std::nullopt;
}

}  // namespace

const json::Struct& describe(const LoanRow*) {
  static const json::Struct table(
      "LoanRow",
      {{"bank", &LoanRow::bank, "银行", "Bank"},
       {"branch", &LoanRow::branch, "分支机构", "Branch"},
       {"note_number", &LoanRow::note_number, "借据号", "Note number", {.max_length = 60}},
       {"contract_number",
        &LoanRow::contract_number,
        "合同号",
        "Contract number",
        {.max_length = 60}},
       {"credit_line", &LoanRow::credit_line, "授信编号", "Credit line", {.max_length = 60}},
       {"enterprise", &LoanRow::enterprise, "企业名称", "Borrower", {.max_length = 120}},
       {"uscc", &LoanRow::uscc, "统一社会信用代码", "Credit code", {.check = check_uscc}},
       {"district", &LoanRow::district, "区县（市）", "District"},
       {"zone", &LoanRow::zone, "开发区", "Development zone"},
       {"rights", &LoanRow::rights, "质押物类型", "Rights pledged", {.check = check_rights}},
       {"security_mode", &LoanRow::security_mode, "担保方式", "Security"},
       {"disbursed_on", &LoanRow::disbursed_on, "放款日期", "Disbursed on"},
       {"matures_on", &LoanRow::matures_on, "到期日期", "Matures on"},
       {"secured_fen",
        &LoanRow::secured_fen,
        "登记担保债权数额",
        "Registered secured amount",
        {.min = 0}},
       {"granted_fen", &LoanRow::granted_fen, "授信额度", "Credit granted", {.min = 0}},
       {"disbursed_fen", &LoanRow::disbursed_fen, "放款金额", "Disbursed", {.min = 1}},
       {"balance_fen", &LoanRow::balance_fen, "贷款余额", "Balance", {.min = 0}},
       {"overdue_days",
        &LoanRow::overdue_days,
        "逾期天数",
        "Overdue days",
        {.min = 0, .max = most_days}},
       {"class", &LoanRow::loan_class, "五级分类", "Class"},
       {"class_reason", &LoanRow::class_reason, "分类理由", "Reason for the class"},
       {"basis", &LoanRow::basis, "提供依据", "Legal basis"}});
  return table;
}

std::vector<imports::Heading> loan_headings() {
  return {
      {"bank", {"银行名称", "贷款银行", "放款银行", "经办银行", "机构", "机构名称"}},
      {"branch", {"支行", "分支行", "分行", "网点", "经办支行", "经办机构", "经办行", "放款支行"}},
      {"note_number", {"借据编号", "放款借据号", "借据", "借据流水号"}},
      {"contract_number", {"贷款合同号", "借款合同号", "合同编号", "贷款合同编号", "借款合同编号"}},
      {"credit_line", {"授信号", "授信合同号", "授信协议号", "额度编号"}},
      {"enterprise", {"企业", "借款人", "借款企业", "客户名称", "借款人名称", "单位名称"}},
      {"uscc", {"信用代码", "社会信用代码", "统一信用代码", "统一代码"}},
      {"district", {"区县", "所在区县", "所属区县", "县区", "行政区划", "所属区域"}},
      {"zone", {"所在开发区", "所属开发区", "功能区"}},
      {"rights",
       {"质押权利种类", "权利种类", "质物类型", "质押类型", "知识产权类型", "质押品种", "质物种类",
        "质押物种类"}},
      {"security_mode", {"担保类型", "担保形式", "增信方式"}},
      {"disbursed_on", {"放款日", "发放日期", "贷款发放日", "起息日", "借款日期", "放款时间"}},
      {"matures_on", {"到期日", "贷款到期日", "约定到期日", "到期时间"}},
      {"secured_fen", {"担保债权数额", "被担保债权数额", "登记债权数额", "质押登记金额"}},
      {"granted_fen", {"授信金额", "批复额度", "授信总额"}},
      {"disbursed_fen", {"发放金额", "贷款金额", "借款金额", "实际放款金额", "发放贷款金额"}},
      {"balance_fen", {"余额", "期末余额", "本金余额", "贷款本金余额", "当前余额"}},
      {"overdue_days", {"逾期", "逾期日数", "本金或利息逾期天数"}},
      {"class", {"分类", "贷款分类", "风险分类", "五级分类结果", "贷款五级分类"}},
      {"class_reason", {"分类说明", "分类依据"}},
      {"basis", {"合法性依据", "数据提供依据", "授权情况"}},
  };
}

std::optional<std::string> loan_word(std::string_view field, std::string_view text) {
  if (field == "class") return label(read_class(text));
  if (field == "security_mode") return label(read_security(text));
  if (field == "basis") return label(read_basis(text));
  return std::nullopt;
}

}  // namespace zr::ledger

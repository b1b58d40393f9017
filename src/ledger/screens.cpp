#include "ledger/screens.h"

namespace zr::ledger {

std::span<const Name> names_of(ClassCheck) {
  static constexpr Name names[] = {
      named(ClassCheck::unexplained, "unexplained", "分类偏好未说明", "Better class unexplained")};
  return names;
}

const json::Struct& describe(const LoanFilter*) {
  static const json::Struct table(
      "LoanFilter", {json::embed(&LoanFilter::moment),
                     {"bank", &LoanFilter::bank, "银行", "Bank"},
                     {"branch", &LoanFilter::branch, "分支机构", "Branch"},
                     {"region", &LoanFilter::region, "区县（市）", "District", {.max_length = 12}},
                     {"right_kind", &LoanFilter::right_kind, "质押物类型", "Kind of right"},
                     {"class", &LoanFilter::loan_class, "五级分类", "Class"},
                     {"state", &LoanFilter::state, "状态", "State"},
                     {"class_check", &LoanFilter::class_check, "分类核对", "Class check"},
                     {"text",
                      &LoanFilter::text,
                      "企业、信用代码、借据号或合同号",
                      "Borrower, code or number",
                      {.max_length = 60}}});
  return table;
}

const json::Struct& describe(const LoansQuery*) {
  static const json::Struct table(
      "LoansQuery", {json::embed(&LoansQuery::listing), json::embed(&LoansQuery::filter)});
  return table;
}

const json::Struct& describe(const LoanQuery*) {
  static const json::Struct table(
      "LoanQuery", {{"id", &LoanQuery::id, "编号", "Id"}, json::embed(&LoanQuery::moment)});
  return table;
}

const json::Struct& describe(const PersonalQuery*) {
  static const json::Struct table("PersonalQuery", {json::embed(&PersonalQuery::loan),
                                                    {"reason",
                                                     &PersonalQuery::reason,
                                                     "查看理由",
                                                     "Reason",
                                                     {.min_length = 2, .max_length = 200}}});
  return table;
}

const json::Struct& describe(const PersonalColumns*) {
  static const json::Struct table("PersonalColumns",
                                  {{"id", &PersonalColumns::id, "编号", "Id"},
                                   {"columns", &PersonalColumns::columns, "个人信息", "Personal"}});
  return table;
}

const json::Struct& describe(const LoanSummary*) {
  using S = LoanSummary;
  static const json::Struct table(
      "Loan", {{"id", &S::id, "编号", "Id"},
               {"note_number", &S::note_number, "借据号", "Note number"},
               {"contract_number", &S::contract_number, "合同号", "Contract number"},
               {"bank", &S::bank, "银行编号", "Bank id"},
               {"bank_name", &S::bank_name, "银行", "Bank"},
               {"branch", &S::branch, "分支机构编号", "Branch id"},
               {"branch_name", &S::branch_name, "分支机构", "Branch"},
               {"enterprise", &S::enterprise, "企业编号", "Borrower id"},
               {"enterprise_name", &S::enterprise_name, "借款企业", "Borrower"},
               {"uscc", &S::uscc, "统一社会信用代码", "Credit code"},
               {"region", &S::region, "区县（市）", "District"},
               {"right_kind", &S::right_kind, "质押物类型", "Kind of right"},
               {"security_mode", &S::security_mode, "担保方式", "Security"},
               {"disbursed_on", &S::disbursed_on, "放款日期", "Disbursed on"},
               {"matures_on", &S::matures_on, "到期日期", "Matures on"},
               {"disbursed_fen", &S::disbursed_fen, "放款金额", "Disbursed"},
               {"balance_fen", &S::balance_fen, "贷款余额", "Balance"},
               {"overdue_days", &S::overdue_days, "逾期天数", "Overdue days"},
               {"class", &S::loan_class, "五级分类", "Class"},
               {"class_floor", &S::class_floor, "按逾期天数至少为", "Least class by overdue days"},
               {"class_reason", &S::class_reason, "分类理由", "Reason for the class"},
               {"state", &S::state, "状态", "State"},
               {"fact_date", &S::fact_date, "数据日期", "Data date"},
               {"basis", &S::basis, "提供依据", "Legal basis"},
               {"import", &S::import, "导入批次", "Import"},
               {"version", &S::version, "版本", "Version"}});
  return table;
}

const json::Struct& describe(const LoanDetails*) {
  using D = LoanDetails;
  static const json::Struct table(
      "LoanDetails",
      {{"zone", &D::zone, "开发区", "Development zone"},
       {"in_park", &D::in_park, "园区企业", "In a park"},
       {"rights", &D::rights, "质押物种类", "Kinds pledged"},
       {"credit_line", &D::credit_line, "授信编号", "Credit line"},
       {"secured_fen", &D::secured_fen, "登记担保债权数额", "Registered secured amount"},
       {"granted_fen", &D::granted_fen, "授信额度", "Credit granted"},
       {"source_row", &D::source_row, "文件行号", "Row of the file"},
       {"reported", &D::reported, "其他栏目", "Other columns"}});
  return table;
}

const json::Struct& describe(const LoanRecord*) {
  static const json::Struct table(
      "LoanRecord", {json::embed(&LoanRecord::summary), json::embed(&LoanRecord::details)});
  return table;
}

const json::Struct& describe(const LoanPage*) {
  static const json::Struct table(
      "LoanPage",
      {json::embed(&LoanPage::loan),
       {"balance_secured_fen", &LoanPage::balance_secured_fen, "余额中有质押部分", "Secured part"},
       {"balance_unsecured_fen", &LoanPage::balance_unsecured_fen, "余额中信用部分",
        "Unsecured part"},
       {"personal_columns", &LoanPage::personal_columns, "不显示的个人信息列",
        "Personal columns"}});
  return table;
}

const json::Struct& describe(const LoanSaying*) {
  using S = LoanSaying;
  static const json::Struct table(
      "LoanSaying",
      {{"fact_date", &S::fact_date, "数据日期", "Data date"},
       {"version", &S::version, "记录号", "Record"},
       {"received", &S::received, "接收时间", "Received"},
       {"branch_name", &S::branch_name, "分支机构", "Branch"},
       {"enterprise_name", &S::enterprise_name, "借款企业", "Borrower"},
       {"rights", &S::rights, "质押物种类", "Kinds pledged"},
       {"security_mode", &S::security_mode, "担保方式", "Security"},
       {"disbursed_on", &S::disbursed_on, "放款日期", "Disbursed on"},
       {"matures_on", &S::matures_on, "到期日期", "Matures on"},
       {"secured_fen", &S::secured_fen, "登记担保债权数额", "Registered secured amount"},
       {"granted_fen", &S::granted_fen, "授信额度", "Credit granted"},
       {"disbursed_fen", &S::disbursed_fen, "放款金额", "Disbursed"},
       {"balance_fen", &S::balance_fen, "贷款余额", "Balance"},
       {"overdue_days", &S::overdue_days, "逾期天数", "Overdue days"},
       {"class", &S::loan_class, "五级分类", "Class"},
       {"class_floor", &S::class_floor, "按逾期天数至少为", "Least class by overdue days"},
       {"class_reason", &S::class_reason, "分类理由", "Reason for the class"},
       {"import", &S::import, "导入批次", "Import"},
       {"source_row", &S::source_row, "文件行号", "Row of the file"},
       {"withdrawn", &S::withdrawn, "已撤回", "Withdrawn"}});
  return table;
}

}  // namespace zr::ledger

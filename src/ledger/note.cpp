#include "ledger/note.h"

namespace zr::ledger {

const json::Struct& describe(const Note*) {
  static const json::Struct table(
      "Note",
      {{"id", &Note::id, "编号", "Id"},
       {"bank", &Note::bank, "银行", "Bank"},
       {"branch", &Note::branch, "分支机构", "Branch"},
       {"enterprise", &Note::enterprise, "借款企业", "Borrower"},
       {"region", &Note::region, "区县（市）", "District"},
       {"zone", &Note::zone, "开发区", "Development zone"},
       {"in_park", &Note::in_park, "园区企业", "In a park"},
       {"note_number", &Note::note_number, "借据号", "Note number"},
       {"contract_number", &Note::contract_number, "合同号", "Contract number"},
       {"credit_line", &Note::credit_line, "授信编号", "Credit line"},
       {"right_kind", &Note::right_kind, "质押物类型", "Kind of right"},
       {"rights", &Note::rights, "质押物种类", "Kinds pledged"},
       {"security_mode", &Note::security_mode, "担保方式", "Security"},
       {"disbursed_on", &Note::disbursed_on, "放款日期", "Disbursed on"},
       {"matures_on", &Note::matures_on, "到期日期", "Matures on"},
       {"secured_fen", &Note::secured_fen, "登记担保债权数额", "Registered secured amount"},
       {"granted_fen", &Note::granted_fen, "授信额度", "Credit granted"},
       {"disbursed_fen", &Note::disbursed_fen, "放款金额", "Disbursed"},
       {"balance_fen", &Note::balance_fen, "贷款余额", "Balance"},
       {"balance_secured_fen", &Note::balance_secured_fen, "余额中有质押部分", "Secured part"},
       {"balance_unsecured_fen", &Note::balance_unsecured_fen, "余额中信用部分", "Unsecured part"},
       {"overdue_days", &Note::overdue_days, "逾期天数", "Overdue days"},
       {"class", &Note::loan_class, "五级分类", "Class"},
       {"class_floor", &Note::class_floor, "按逾期天数至少为", "Least class by overdue days"},
       {"class_reason", &Note::class_reason, "分类理由", "Reason for the class"},
       {"fact_date", &Note::fact_date, "数据日期", "Data date"},
       {"basis", &Note::basis, "提供依据", "Legal basis"},
       {"import", &Note::import, "导入批次", "Import"},
       {"version", &Note::version, "版本", "Version"}});
  return table;
}

const json::Struct& describe(const Movement*) {
  static const json::Struct table("Movement",
                                  {{"note", &Movement::note, "借据编号", "Note"},
                                   {"bank", &Movement::bank, "银行", "Bank"},
                                   {"branch", &Movement::branch, "分支机构", "Branch"},
                                   {"enterprise", &Movement::enterprise, "借款企业", "Borrower"},
                                   {"kind", &Movement::kind, "变动", "Movement"},
                                   {"amount_fen", &Movement::amount_fen, "金额", "Amount"},
                                   {"day", &Movement::day, "日期", "Day"},
                                   {"in_quarter", &Movement::in_quarter, "本季", "In the quarter"},
                                   {"in_year", &Movement::in_year, "当年", "In the year"}});
  return table;
}

}  // namespace zr::ledger

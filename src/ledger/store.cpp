#include "ledger/store.h"

#include <algorithm>

#include "db/as_of.h"
#include "ledger/ledger.h"

namespace zr::ledger {

const json::Struct& describe(const NoteSubject*) {
  static const json::Struct table(
      "NoteSubject", {{"id", &NoteSubject::id, "编号", "Id"},
                      {"sequence", &NoteSubject::sequence, "记录号", "Record"},
                      {"bank", &NoteSubject::bank, "银行", "Bank"},
                      {"identity", &NoteSubject::identity, "识别", "Identity", {.max_length = 300}},
                      {"note_number", &NoteSubject::note_number, "借据号", "Note number"}});
  return table;
}

const json::Struct& describe(const NoteFacts*) {
  static const json::Struct table(
      "NoteFacts",
      {{"branch", &NoteFacts::branch, "分支机构", "Branch"},
       {"enterprise", &NoteFacts::enterprise, "借款企业", "Borrower"},
       {"contract_number", &NoteFacts::contract_number, "合同号", "Contract number"},
       {"credit_line", &NoteFacts::credit_line, "授信编号", "Credit line"},
       {"rights", &NoteFacts::rights, "质押物种类", "Kinds pledged"},
       {"security_mode", &NoteFacts::security_mode, "担保方式", "Security"},
       {"disbursed_on", &NoteFacts::disbursed_on, "放款日期", "Disbursed on"},
       {"matures_on", &NoteFacts::matures_on, "到期日期", "Matures on"},
       {"secured_fen", &NoteFacts::secured_fen, "登记担保债权数额", "Registered secured amount"},
       {"granted_fen", &NoteFacts::granted_fen, "授信额度", "Credit granted"},
       {"disbursed_fen", &NoteFacts::disbursed_fen, "放款金额", "Disbursed"},
       {"balance_fen", &NoteFacts::balance_fen, "贷款余额", "Balance"},
       {"overdue_days", &NoteFacts::overdue_days, "逾期天数", "Overdue days"},
       {"class", &NoteFacts::loan_class, "五级分类", "Class"},
       {"class_floor", &NoteFacts::class_floor, "按逾期天数至少为", "Least class by overdue days"},
       {"class_reason", &NoteFacts::class_reason, "分类理由", "Reason for the class"}});
  return table;
}

const json::Struct& describe(const NoteVersion*) {
  static const json::Struct table(
      "NoteVersion", {{"note", &NoteVersion::note, "借据编号", "Note"},
                      {"effective", &NoteVersion::effective, "数据日期", "Data date"},
                      {"sequence", &NoteVersion::sequence, "记录号", "Record"},
                      json::embed(&NoteVersion::facts),
                      {"import", &NoteVersion::import, "导入批次", "Import"},
                      {"source_row", &NoteVersion::source_row, "文件行号", "Row of the file"},
                      {"reported", &NoteVersion::reported, "其他栏目", "Other columns"},
                      {"withdrawn", &NoteVersion::withdrawn, "已撤回", "Withdrawn"}});
  return table;
}

const json::Struct& describe(const NoteBasis*) {
  static const json::Struct table("NoteBasis",
                                  {{"note", &NoteBasis::note, "借据编号", "Note"},
                                   {"sequence", &NoteBasis::sequence, "记录号", "Record"},
                                   {"basis", &NoteBasis::basis, "提供依据", "Legal basis"}});
  return table;
}

namespace store {

const db::Table note_table{
    "ledger_note", &json::struct_of<NoteSubject>, {"id"}, db::Keeping::covered};
const db::Table version_table{"ledger_note_version",
                              &json::struct_of<NoteVersion>,
                              {"note", "effective", "sequence"},
                              db::Keeping::covered};
const db::Table basis_table{
    "ledger_note_basis", &json::struct_of<NoteBasis>, {"note", "sequence"}, db::Keeping::covered};

std::optional<NoteVersion> version_on(db::Tx& tx, std::int64_t note, Date day) {
  static const std::string sql = "SELECT {v.NoteVersion} FROM ledger_note_version v WHERE " +
                                 db::holds({.versions = "ledger_note_version",
                                            .subject = "note",
                                            .as_of = "$1",
                                            .known_at = "9223372036854775807"},
                                           "v", "$2");
  return tx.row<NoteVersion>(sql, day, note);
}

std::vector<NoteVersion> history_of_import(db::Tx& tx, std::int64_t import) {
  return tx.rows<NoteVersion>(
      "SELECT {h.NoteVersion} FROM ledger_note_version h WHERE h.note IN"
      " (SELECT x.note FROM ledger_note_version x WHERE x.import = $1)"
      " ORDER BY h.note, h.effective, h.sequence",
      import);
}

std::vector<NoteBasis> bases_before(db::Tx& tx, const std::vector<std::int64_t>& sequences,
                                    std::int64_t sequence) {
  const auto said = tx.rows<NoteBasis>(
      "SELECT {h.NoteBasis} FROM ledger_note_basis h WHERE h.note IN"
      " (SELECT x.note FROM ledger_note_basis x WHERE x.sequence >= $1 AND x.sequence <= $2)"
      " ORDER BY h.note, h.sequence",
      sequences.front(), sequences.back());
  const auto ours = [&](const NoteBasis& row) {
    return std::ranges::find(sequences, row.sequence) != sequences.end();
  };
  std::vector<NoteBasis> out;
  std::optional<LegalBasis> before;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const bool first = i == 0 || said[i - 1].note != said[i].note;
    const bool last = i + 1 == said.size() || said[i + 1].note != said[i].note;
    if (first) before.reset();
    if (!ours(said[i])) {
      before = said[i].basis;
    } else if (last) {
      out.push_back({.note = said[i].note, .sequence = sequence, .basis = before});
    }
  }
  return out;
}

}  // namespace store

std::vector<const db::Table*> tables() {
  return {&store::note_table, &store::version_table, &store::basis_table};
}

}  // namespace zr::ledger

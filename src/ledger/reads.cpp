/// The loan screens as reads, all under the reader's scope.
#include "journal/vault.h"
#include "ledger/export.h"
#include "ledger/ledger.h"
#include "ledger/store_lists.h"

namespace zr::ledger {

namespace {

/// More rows than any bank's ledger has; beyond them the export asks for a filter.
constexpr std::int64_t most_exported = 100'000;

Result<api::Page<LoanSummary>> list_loans(api::ReadContext& in, const LoansQuery& query) {
  const auto moment = api::moment_of(in, query.filter.moment);
  if (!moment) return moment.problem();
  return api::page_of(
      store::loans(in.tx, {.scope = in.scope, .moment = *moment, .filter = query.filter},
                   query.listing.after(INT64_MAX), query.listing.limit + 1),
      query.listing, [](const LoanSummary& row) { return std::to_string(row.id); });
}

/// What the bank's own columns say of persons is masked for everybody; returns how many there are.
std::int64_t mask_personal(Language language, LoanRecord& loan) {
  auto& reported = loan.details.reported;
  if (!reported) return 0;
  std::int64_t masked = 0;
  for (auto& [name, value] : *reported->value.object()) {
    if (value.text()) continue;
    value = language == Language::zh ? "个人信息，不显示" : "personal, hidden";
    ++masked;
  }
  return masked;
}

/// The parts of its balance; other notes of its contract may use up the secured amount first.
void add_parts(db::Tx& tx, access::Moment moment, LoanPage& page) {
  const LoanSummary& loan = page.loan.summary;
  std::vector<store::ContractNote> notes{{.id = loan.id,
                                          .disbursed_on = loan.disbursed_on,
                                          .secured_fen = page.loan.details.secured_fen,
                                          .balance_fen = loan.balance_fen}};
  if (loan.contract_number)
    notes = store::notes_of_contract(tx, loan.bank, *loan.contract_number, moment);
  std::vector<SecuredNote> sharing;
  for (const store::ContractNote& note : notes)
    sharing.push_back({.bank = loan.bank,
                       .contract = "one",
                       .disbursed_on = note.disbursed_on,
                       .id = note.id,
                       .secured = note.secured_fen,
                       .balance = note.balance_fen});
  const auto parts = secured_parts(sharing);
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (notes[i].id != loan.id || !parts[i]) continue;
    page.balance_secured_fen = parts[i]->secured;
    page.balance_unsecured_fen = parts[i]->unsecured;
  }
}

Result<LoanPage> one_loan(api::ReadContext& in, const LoanQuery& query) {
  const auto moment = api::moment_of(in, query.moment);
  if (!moment) return moment.problem();
  auto found = store::loan(in.tx, in.scope, query.id, *moment);
  if (!found) return not_found;
  LoanPage page{.loan = std::move(*found)};
  page.version = page.loan.summary.version;
  page.personal_columns = mask_personal(in.language, page.loan);
  add_parts(in.tx, *moment, page);
  return page;
}

/// Only the bank that sent them may see them again.
Result<PersonalColumns> show_personal(api::ReadContext& in, const PersonalQuery& query) {
  if (in.actor.kind != access::PartyKind::bank) return not_found;
  const auto moment = api::moment_of(in, query.loan.moment);
  if (!moment) return moment.problem();
  const auto found = store::loan(in.tx, in.scope, query.loan.id, *moment);
  if (!found) return not_found;
  json::Object shown;
  if (const auto& reported = found->details.reported) {
    const json::Value whole = journal::revealed(in.tx, reported->value);
    for (const auto& [name, value] : *reported->value.object())
      if (!value.text()) shown.emplace_back(name, *whole.find(name));
  }
  return PersonalColumns{.id = query.loan.id, .columns = {std::move(shown)}};
}

Result<api::Page<LoanSaying>> history(api::ReadContext& in, const api::OneQuery& query) {
  auto rows = store::loan_history(in.tx, in.scope, query.id);
  if (rows.empty()) return not_found;
  return api::Page<LoanSaying>{.rows = std::move(rows)};
}

Result<api::Download> export_loans(api::ReadContext& in, const LoanFilter& filter) {
  const auto moment = api::moment_of(in, filter.moment);
  if (!moment) return moment.problem();
  auto rows = store::loan_records(in.tx, {.scope = in.scope, .moment = *moment, .filter = filter},
                                  most_exported + 1);
  if (static_cast<std::int64_t>(rows.size()) > most_exported) return export_too_large;
  for (LoanRecord& row : rows) mask_personal(in.language, row);
  return loans_workbook(
      {.rows = rows, .as_of = moment->as_of, .created = in.now, .language = in.language});
}

}  // namespace

std::vector<api::Read> reads() {
  return {
      api::read_list<LoansQuery, LoanSummary>({"/loans", "loans.read", "贷款台账", "Loans"},
                                              list_loans),
      api::read_file<LoanFilter>(
          {"/loans/export", "loans.export", "导出贷款台账", "Export the loan ledger"},
          export_loans),
      api::read_one<LoanQuery, LoanPage>({"/loans/{id}", "loans.read", "贷款", "Loan"}, one_loan),
      api::read_one<PersonalQuery, PersonalColumns>(
          {"/loans/{id}/personal", "loans.reveal", "查看贷款的个人信息", "Personal data of a loan",
           "personal.shown"},
          show_personal),
      api::read_list<api::OneQuery, LoanSaying>(
          {"/loans/{id}/history", "loans.read", "贷款历史", "History of a loan"}, history)};
}

}  // namespace zr::ledger

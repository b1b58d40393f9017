#include "ledger/plan.h"

#include <fmt/format.h>

#include <map>
#include <unordered_map>
#include <unordered_set>

#include "base/identifier.h"
#include "base/text.h"
#include "ledger/places.h"
#include "ledger/rules/loan_class.h"
#include "ledger/rules/loan_words.h"
#include "ledger/rules/row_check.h"

namespace zr::ledger {

namespace {

using imports::Batch;
using imports::Finding;
using imports::Gravity;

constexpr std::string_view keep = "keep";
constexpr std::string_view settled = "settled";

/// Computes a plan row by row. Lives for one call.
class Planner {
 public:
  Planner(const Batch& batch, const Known& known) : batch_(batch), known_(known), places_(known) {}

  Plan plan() {
    if (batch_.data_date > known_.today) say(Finding::of(0, "", data_date_ahead));
    for (const imports::Row& row : batch_.rows) add(row);
    for (const imports::Row& row : batch_.held) mark_present(row.as<LoanRow>());
    ask_for_missing();
    return std::move(plan_);
  }

 private:
  void say(Finding finding) { plan_.findings.push_back(std::move(finding)); }
  /// An error makes the row unsound.
  void refuse(PlannedRow& planned, Finding finding) {
    planned.sound = false;
    say(std::move(finding));
  }

  void add(const imports::Row& row) {
    const auto& loan = row.as<LoanRow>();
    PlannedRow planned{.identity = identity_of(loan), .facts = facts_of(loan)};
    place(row.number, loan, planned);
    name_borrower(row.number, loan, planned);
    if (!planned.identity.empty()) match(row.number, loan, planned);
    check(row.number, planned);
    compare_contract(row.number, planned.facts);
    plan_.rows.push_back(std::move(planned));
    mark_present(loan);
  }

  /// A ledger says the same few sets of rights over and over.
  const std::string& rights_of_row(const std::string& text) {
    auto found = rights_.find(text);
    if (found == rights_.end())
      found = rights_.emplace(text, rights_text(*read_rights(text))).first;
    return found->second;
  }

  NoteFacts facts_of(const LoanRow& loan) {
    const std::int64_t overdue_days = loan.overdue_days.value_or(0);
    return {.contract_number = loan.contract_number,
            .credit_line = loan.credit_line,
            .rights = rights_of_row(loan.rights),
            .security_mode = loan.security_mode,
            .disbursed_on = loan.disbursed_on,
            .matures_on = loan.matures_on,
            .secured_fen = loan.secured_fen,
            .granted_fen = loan.granted_fen,
            .disbursed_fen = loan.disbursed_fen,
            .balance_fen = loan.balance_fen,
            .overdue_days = overdue_days,
            .loan_class = loan.loan_class,
            .class_floor = known_.classes ? overdue_floor(overdue_days, known_.classes->rules,
                                                          batch_.data_date)
                                          : std::nullopt,
            .class_reason = loan.class_reason};
  }

  /// Branch, district and zone by their names.
  void place(int row, const LoanRow& loan, PlannedRow& planned) {
    const auto refused = [&](std::string_view field, const Refusal& ground,
                             const std::optional<std::string>& meant) {
      Finding finding = Finding::of(row, field, ground);
      finding.suggestion = meant;
      refuse(planned, std::move(finding));
    };
    const auto office = places_.office(loan.bank, loan.branch);
    if (office.fault == OfficeFault::bank)
      refused("bank", unknown_bank, std::nullopt);
    else if (office.fault == OfficeFault::branch)
      refused("branch", unknown_branch, places_.office_meant(*loan.branch));
    planned.facts.branch = office.branch;
    const auto region = places_.region(loan.district, loan.zone);
    if (!region.district_known)
      refused("district", unknown_region, places_.region_meant(*loan.district));
    if (!region.zone_known) refused("zone", unknown_region, places_.region_meant(*loan.zone));
    planned.region = region.district;
    planned.zone = region.zone;
  }

  void name_borrower(int row, const LoanRow& loan, PlannedRow& planned) {
    if (uscc_verdict(loan.uscc) == IdentifierVerdict::warning)
      say(Finding::of(row, "uscc", code_check).with(Gravity::warning));
    const auto found = known_.borrowers.find(loan.uscc);
    if (found == known_.borrowers.end()) return;
    planned.facts.enterprise = found->second.id;
    if (found->second.name != loan.enterprise)
      say(Finding::of(row, "enterprise", name_differs)
              .with(Gravity::warning)
              .saying("：" + found->second.name, ": " + found->second.name));
  }

  /// Against the rows before it, and against what is known of the note.
  void match(int row, const LoanRow& loan, PlannedRow& planned) {
    const auto [before, first] = rows_.emplace(planned.identity, row);
    if (!first)
      refuse(planned, Finding::of(row, "note_number", repeated_row)
                          .saying(fmt::format("（第{}行）", before->second),
                                  fmt::format(" (row {})", before->second)));
    const auto basis = loan.basis ? loan.basis : basis_of_file();
    planned.new_basis = basis;
    const auto found = known_.notes.find(planned.identity);
    if (found == known_.notes.end()) return;
    const KnownNote& note = found->second;
    planned.note = note.subject.id;
    if (note.subject.basis == basis) planned.new_basis.reset();
    if (!note.latest) return;
    planned.effect = imports::Effect::changed;
    if (!places_.own(note.latest->facts.branch))
      refuse(planned, Finding::of(row, "note_number", note_of_other_office));
    settle_conflict(row, note, planned);
    compare_then(row, note, planned);
  }

  std::optional<LegalBasis> basis_of_file() const {
    return batch_.basis ? value_named<LegalBasis>(*batch_.basis) : std::nullopt;
  }

  /// Another amount, day or borrower of the same drawdown: the clerk decides.
  void settle_conflict(int row, const KnownNote& note, PlannedRow& planned) {
    const NoteFacts& before = note.latest->facts;
    NoteFacts& facts = planned.facts;
    std::string field;
    if (facts.enterprise != before.enterprise) field = "uscc";
    if (facts.disbursed_on != before.disbursed_on) field = "disbursed_on";
    if (facts.disbursed_fen != before.disbursed_fen) field = "disbursed_fen";
    if (field.empty()) return;
    const std::string key = "conflict:" + std::to_string(note.subject.id);
    const std::string amount = yuan_text(before.disbursed_fen.money);
    const std::string& borrower = places_.borrower_name(before.enterprise);
    say(Finding::of(row, field, note_differs)
            .saying(fmt::format("（台账为 {} {} 放款 {} 元）", borrower, before.disbursed_on.text(),
                                amount),
                    fmt::format(" (known: {}, {}, {} yuan)", borrower, before.disbursed_on.text(),
                                amount))
            .asking(Gravity::conflict, key,
                    {{std::string(keep), "保留台账记载", "Keep what is known"},
                     {"take", "采用文件内容", "Take the file's"}}));
    const auto answer = batch_.answers.find(key);
    if (answer == batch_.answers.end()) {
      planned.sound = false;
    } else if (answer->second == keep) {
      facts.enterprise = before.enterprise;
      facts.disbursed_on = before.disbursed_on;
      facts.disbursed_fen = before.disbursed_fen;
    }
  }

  /// Against what holds on the data date: equal facts of that very day say nothing new.
  void compare_then(int row, const KnownNote& note, PlannedRow& planned) {
    if (!note.then) return;
    const NoteFacts& before = note.then->facts;
    if (note.then->effective < batch_.data_date) {
      if (planned.facts.balance_fen > before.balance_fen)
        say(Finding::of(row, "balance_fen", balance_rose).with(Gravity::warning));
      return;
    }
    if (!planned.facts.class_reason && planned.facts.loan_class == before.loan_class)
      planned.facts.class_reason = before.class_reason;
    planned.says_facts = !(planned.facts == before);
    if (!planned.says_facts && !planned.new_basis) planned.effect = imports::Effect::same;
  }

  void check(int row, PlannedRow& planned) {
    const NoteFacts& facts = planned.facts;
    const auto faults = check_row({.identified = !planned.identity.empty(),
                                   .disbursed_on = facts.disbursed_on,
                                   .matures_on = facts.matures_on,
                                   .disbursed = facts.disbursed_fen,
                                   .balance = facts.balance_fen,
                                   .overdue_days = facts.overdue_days,
                                   .loan_class = facts.loan_class,
                                   .class_floor = facts.class_floor,
                                   .class_explained = facts.class_reason.has_value()},
                                  batch_.data_date);
    for (const RowFault& fault : faults) {
      Finding finding = Finding::of(row, fault.field, fault.ground);
      if (fault.weight == Weight::warning)
        say(std::move(finding).with(Gravity::warning));
      else
        refuse(planned, std::move(finding));
    }
  }

  void compare_contract(int row, const NoteFacts& facts) {
    if (!facts.contract_number || !facts.secured_fen) return;
    const auto [first, added] = secured_.emplace(*facts.contract_number, *facts.secured_fen);
    if (!added && first->second != *facts.secured_fen)
      say(Finding::of(row, "secured_fen", secured_differs).with(Gravity::warning));
  }

  /// Only what is known already can be missing.
  void mark_present(const LoanRow& loan) {
    if (known_.notes.empty()) return;
    present_.insert(identity_of(loan));
    if (!loan.note_number && loan.contract_number) present_contracts_.insert(*loan.contract_number);
  }

  /// Known and open on the data date, of this organisation, and nowhere in the file.
  bool missing(const KnownNote& note) const {
    if (!note.then || note.then->effective == batch_.data_date) return false;
    const NoteFacts& facts = note.then->facts;
    const bool covered = !note.subject.note_number && facts.contract_number &&
                         present_contracts_.contains(*facts.contract_number);
    return facts.balance_fen.money > Money{} && !covered &&
           !present_.contains(note.subject.identity) && places_.own(facts.branch);
  }

  void ask_for_missing() {
    std::map<std::int64_t, const KnownNote*> in_order;
    for (const auto& [identity, note] : known_.notes)
      if (missing(note)) in_order.emplace(note.subject.id, &note);
    for (const auto& [id, note] : in_order) {
      const NoteFacts& facts = note->then->facts;
      const std::string key = "missing:" + std::to_string(id);
      Finding finding = Finding::of(0, "note_number", note_missing);
      finding.value = note->subject.note_number.value_or(facts.contract_number.value_or(""));
      say(std::move(finding)
              .saying(fmt::format("（{}，余额 {} 元）", places_.borrower_name(facts.enterprise),
                                  yuan_text(facts.balance_fen.money)),
                      fmt::format(" ({}, balance {} yuan)", places_.borrower_name(facts.enterprise),
                                  yuan_text(facts.balance_fen.money)))
              .asking(
                  Gravity::question, key,
                  {{std::string(settled), "已结清", "Settled"}, {"open", "仍未结清", "Still open"}})
              .or_other());
      const auto answer = batch_.answers.find(key);
      if (answer == batch_.answers.end() || answer->second != settled) continue;
      SettledNote closed{.note = id, .facts = facts};
      closed.facts.balance_fen = {};
      closed.facts.overdue_days = 0;
      closed.facts.class_floor.reset();
      closed.facts.class_reason.reset();
      plan_.settled.push_back(std::move(closed));
    }
  }

  const Batch& batch_;
  const Known& known_;
  Places places_;
  Plan plan_;
  std::unordered_map<std::string, int> rows_;
  std::unordered_map<std::string, std::string> rights_;  ///< as written → as stored
  std::unordered_map<std::string, SecuredAmount> secured_;
  std::unordered_set<std::string> present_;
  std::unordered_set<std::string> present_contracts_;
};

}  // namespace

std::string identity_of(const LoanRow& row) {
  if (row.note_number) return "note:" + *row.note_number;
  if (!row.contract_number) return {};
  return fmt::format("drawn:{}:{}:{}", *row.contract_number, row.disbursed_on.text(),
                     row.disbursed_fen.money.fen);
}

Plan plan_of(const Batch& batch, const Known& known) {
  return Planner(batch, known).plan();
}

}  // namespace zr::ledger

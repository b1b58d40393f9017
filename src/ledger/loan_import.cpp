#include "ledger/loan_import.h"

#include <map>
#include <set>
#include <stdexcept>

#include "ledger/plan.h"

namespace zr::ledger {

namespace {

using imports::Batch;

Result<imports::Judgement> judge(db::Tx& tx, const Batch& batch) {
  const auto known = known_of(tx, batch.organisation, batch.data_date);
  if (!known) return known.problem();
  Plan plan = plan_of(batch, *known);
  imports::Judgement out{.findings = std::move(plan.findings), .effects = {}};
  for (const PlannedRow& row : plan.rows) out.effects.push_back(row.effect);
  return out;
}

/// Gives every borrower that is not known yet its row, effective from its first drawdown here.
void report_borrowers(journal::Context& in, const Batch& batch, Plan& plan) {
  std::map<std::string, std::size_t> place;
  std::vector<access::Reported> unknown;
  for (std::size_t i = 0; i < plan.rows.size(); ++i) {
    const PlannedRow& row = plan.rows[i];
    if (row.facts.enterprise != 0) continue;
    const auto& loan = batch.rows[i].as<LoanRow>();
    const auto [entry, first] = place.emplace(loan.uscc, unknown.size());
    if (first) {
      unknown.push_back({.uscc = loan.uscc,
                         .name = loan.enterprise,
                         .region = row.region,
                         .zone = row.zone,
                         .effective = loan.disbursed_on,
                         .sequence = in.sequence,
                         .new_id = in.new_id()});
    } else if (loan.disbursed_on < unknown[entry->second].effective) {
      unknown[entry->second].effective = loan.disbursed_on;
    }
  }
  if (unknown.empty()) return;
  const auto reported = access::report_enterprises(in.tx, unknown);
  for (std::size_t i = 0; i < plan.rows.size(); ++i)
    if (plan.rows[i].facts.enterprise == 0)
      plan.rows[i].facts.enterprise = reported[place.at(batch.rows[i].as<LoanRow>().uscc)].id;
}

/// What a plan adds to the three tables.
struct Additions {
  std::vector<NoteSubject> subjects = {};
  std::vector<NoteVersion> versions = {};
  std::vector<NoteBasis> bases = {};
};

Additions additions(journal::Context& in, const Batch& batch, std::int64_t bank, const Plan& plan) {
  Additions out;
  const auto version = [&](std::int64_t note, const NoteFacts& facts) {
    out.versions.push_back({.note = note,
                            .effective = batch.data_date,
                            .sequence = in.sequence,
                            .facts = facts,
                            .import = batch.import});
  };
  for (std::size_t i = 0; i < plan.rows.size(); ++i) {
    const PlannedRow& row = plan.rows[i];
    if (!row.sound) throw std::logic_error("an unsound row of a loan ledger was accepted");
    const imports::Row& source = batch.rows[i];
    const std::int64_t note = row.note ? *row.note : in.new_id();
    if (!row.note)
      out.subjects.push_back({.id = note,
                              .sequence = in.sequence,
                              .bank = bank,
                              .identity = row.identity,
                              .note_number = source.as<LoanRow>().note_number});
    if (row.new_basis)
      out.bases.push_back({.note = note, .sequence = in.sequence, .basis = row.new_basis});
    if (!row.says_facts) continue;
    version(note, row.facts);
    out.versions.back().source_row = source.number;
    if (!source.reported.empty()) out.versions.back().reported = json::Any{source.reported};
  }
  for (const SettledNote& closed : plan.settled) version(closed.note, closed.facts);
  return out;
}

Result<Done> apply(journal::Context& in, const Batch& batch) {
  const auto known = known_of(in.tx, batch.organisation, batch.data_date);
  if (!known) return known.problem();
  Plan plan = plan_of(batch, *known);
  report_borrowers(in, batch, plan);
  const Additions added = additions(in, batch, known->bank, plan);
  in.tx.insert_all(store::note_table, added.subjects);
  in.tx.insert_all(store::version_table, added.versions);
  in.tx.insert_all(store::basis_table, added.bases);
  in.raise("loans.imported", {batch.import});
  return Done{};
}

/// The last word of each note and data date, whoever said it.
using LastWords = std::map<std::pair<std::int64_t, Date>, NoteVersion>;

/// What stands instead of this import's facts: what was said for the day before them, else that
/// they are withdrawn.
std::vector<NoteVersion> restored(const std::vector<NoteVersion>& history,
                                  const imports::Applied& applied, std::int64_t sequence) {
  LastWords before;
  LastWords own;
  for (const NoteVersion& version : history) {
    const std::pair key(version.note, version.effective);
    if (version.import == applied.import)
      own.insert_or_assign(key, version);
    else
      before.insert_or_assign(key, version);
  }
  std::vector<NoteVersion> out;
  for (const auto& [key, version] : own) {
    if (version.withdrawn) continue;
    const auto earlier = before.find(key);
    const bool stood = earlier != before.end() && !earlier->second.withdrawn;
    out.push_back(stood ? earlier->second : version);
    out.back().sequence = sequence;
    out.back().withdrawn = !stood;
  }
  return out;
}

/// Does another import's fact stand that was said after this one?
bool built_upon(const std::vector<NoteVersion>& history, const imports::Applied& applied) {
  LastWords last;
  for (const NoteVersion& version : history)
    last.insert_or_assign({version.note, version.effective}, version);
  for (const auto& [key, version] : last)
    if (version.import != applied.import && !version.withdrawn &&
        version.sequence > applied.sequences.front())
      return true;
  return false;
}

Result<Done> undo(journal::Context& in, const imports::Applied& applied,
                  const Dependents& dependents) {
  const auto history = store::history_of_import(in.tx, applied.import);
  if (built_upon(history, applied)) return imports::undo_too_late;
  if (dependents) {
    std::set<std::int64_t> records;
    for (const NoteVersion& version : history)
      if (version.import == applied.import) records.insert(version.sequence);
    const auto free = dependents(in.tx, {.records = {records.begin(), records.end()}});
    if (!free) return free.problem();
  }
  in.tx.insert_all(store::version_table, restored(history, applied, in.sequence));
  in.tx.insert_all(store::basis_table, store::bases_before(in.tx, applied.sequences, in.sequence));
  in.raise("loans.withdrawn", {applied.import});
  return Done{};
}

}  // namespace

imports::Kind loan_ledger(Dependents dependents) {
  imports::Kind kind{.code = "loan_ledger",
                     .zh = "知识产权质押贷款台账",
                     .en = "Loan ledger",
                     .headings = loan_headings(),
                     .reported = imports::Reported::kept,
                     .data_date = imports::DataDate::asked,
                     .organisations = {access::PartyKind::bank},
                     .on_behalf = imports::OnBehalf::allowed,
                     .rewrite = loan_word,
                     .judge = judge,
                     .apply = apply};
  for (const Name& row : names_of(LegalBasis{}))
    kind.bases.push_back({std::string(row.name), std::string(row.zh), std::string(row.en)});
  kind.undo = [held = std::move(dependents)](journal::Context& in,
                                             const imports::Applied& applied) {
    return undo(in, applied, held);
  };
  return imports::of_rows<LoanRow>(std::move(kind));
}

}  // namespace zr::ledger

#include "ledger/plan_fixture.h"

using namespace zr::ledger;           // NOLINT: a test of this namespace's small vocabulary
using namespace zr::ledger::fixture;  // NOLINT: likewise
using zr::BalanceAmount;
using zr::Date;
using zr::DisbursedAmount;
using zr::Money;
namespace imports = zr::imports;

TEST_CASE("ledger import: the next data date adds facts, equal facts of the same date do not") {
  const Known known = with_note();
  const Plan next = plan_of_row(sound_row(), known);
  CHECK(said(next).empty());
  CHECK(next.rows[0].effect == imports::Effect::changed);
  CHECK(next.rows[0].note == 101);
  CHECK(next.rows[0].says_facts);

  File june_file;
  june_file.batch.data_date = june;
  auto same = sound_row();
  same.balance_fen = BalanceAmount{Money{8'000}};
  const Plan again = june_file.with(same).plan(known);
  CHECK(said(again).empty());
  CHECK(again.rows[0].effect == imports::Effect::same);
  CHECK_FALSE(again.rows[0].says_facts);

  File corrected;
  corrected.batch.data_date = june;
  CHECK(corrected.with(sound_row()).plan(known).rows[0].effect == imports::Effect::changed);
}

TEST_CASE("ledger import: a balance that rose is worth a look, one that stayed is not") {
  CHECK(said(plan_of_row(sound_row(), with_note(6'000))).empty());
  CHECK(said(plan_of_row(sound_row(), with_note(5'999))) == "2 balance_fen balance_rose warning; ");
}

TEST_CASE("ledger import: the basis is the row's, else the file's, and stands alone as a change") {
  const Known known = with_note();
  File file;
  file.batch.data_date = june;
  file.batch.basis = "fund_filing";
  auto row = sound_row();
  row.balance_fen = BalanceAmount{Money{8'000}};
  const Plan from_file = file.with(row).plan(known);
  CHECK(from_file.rows[0].new_basis == LegalBasis::fund_filing);
  CHECK(from_file.rows[0].effect == imports::Effect::changed);
  CHECK_FALSE(from_file.rows[0].says_facts);
  row.basis = LegalBasis::subsidy_application;
  CHECK(plan_of_row(row, known).rows[0].new_basis == LegalBasis::subsidy_application);
  // What is known already is not said again, and silence takes nothing back.
  Known stated = with_note();
  stated.notes.at("note:J1").subject.basis = LegalBasis::fund_filing;
  CHECK(file.plan(stated).rows[0].effect == imports::Effect::same);
  CHECK(plan_of_row(sound_row(), stated).rows[0].new_basis == std::nullopt);
}

TEST_CASE("ledger import: another amount, day or borrower of a note waits for the clerk") {
  const auto asked = [](const std::function<void(LoanRow&)>& change,
                        std::optional<std::string> answer) {
    File file;
    if (answer) file.batch.answers.emplace("conflict:101", *answer);
    return file.with(changed(change)).plan(with_note());
  };
  const auto amount = [](LoanRow& row) { row.disbursed_fen = DisbursedAmount{Money{20'000}}; };
  const Plan waiting = asked(amount, {});
  CHECK(said(waiting) == "2 disbursed_fen note_differs conflict; ");
  CHECK(waiting.findings[0].key == "conflict:101");
  CHECK(waiting.findings[0].choices.size() == 2);
  CHECK_FALSE(waiting.rows[0].sound);
  const Plan kept = asked(amount, "keep");
  CHECK(kept.rows[0].sound);
  CHECK(kept.rows[0].facts.disbursed_fen == DisbursedAmount{Money{10'000}});
  CHECK(kept.rows[0].facts.balance_fen == BalanceAmount{Money{6'000}});
  CHECK(asked(amount, "take").rows[0].facts.disbursed_fen == DisbursedAmount{Money{20'000}});
  const auto day = [](LoanRow& row) { row.disbursed_on = Date(2026, 2, 2); };
  CHECK(said(asked(day, {})) == "2 disbursed_on note_differs conflict; ");
  const auto borrower = [](LoanRow& row) {
    row.uscc = designer;
    row.enterprise = "示例企业二";
  };
  CHECK(said(asked(borrower, {})) == "2 uscc note_differs conflict; ");
  CHECK(asked(borrower, "keep").rows[0].facts.enterprise == 31);
  CHECK(asked(borrower, "take").rows[0].facts.enterprise == 0);
}

TEST_CASE("ledger import: an open note that is missing must be answered and is never just closed") {
  auto other = sound_row();
  other.note_number = "J2";
  const auto missing = [&](const Known& known, std::optional<std::string> answer) {
    File file;
    if (answer) file.batch.answers.emplace("missing:101", *answer);
    return file.with(other).plan(known);
  };
  const Plan asked = missing(with_note(), {});
  CHECK(said(asked) == "0 note_number note_missing question; ");
  CHECK(asked.findings[0].key == "missing:101");
  CHECK(asked.findings[0].value == "J1");
  REQUIRE(asked.findings[0].choices.size() == 2);
  CHECK(asked.findings[0].choices[0].code == "settled");
  CHECK(asked.findings[0].choices[0].zh == "已结清");
  CHECK(asked.findings[0].choices[1].code == "open");
  CHECK(asked.settled.empty());
  const Plan closed = missing(with_note(), "settled");
  REQUIRE(closed.settled.size() == 1);
  CHECK(closed.settled[0].note == 101);
  CHECK(closed.settled[0].facts.balance_fen == BalanceAmount{});
  CHECK(closed.settled[0].facts.overdue_days == 0);
  CHECK(missing(with_note(), "open").settled.empty());
  CHECK(missing(with_note(), "示例说明").settled.empty());
  // Nothing outstanding, or not known yet on the data date: nothing is missing.
  CHECK(said(missing(with_note(0), {})).empty());
  Known later = with_note();
  later.notes.at("note:J1").then.reset();
  CHECK(said(missing(later, {})).empty());
  // Said for this very date by another file: not missing.
  Known stated = with_note();
  stated.notes.at("note:J1").then->effective = september;
  CHECK(said(missing(stated, {})).empty());
}

TEST_CASE("ledger import: a note in a row that is held, or of another office, is not missing") {
  auto other = sound_row();
  other.note_number = "J2";
  File file;
  file.with(other);
  file.held.push_back({.number = 9, .typed = std::make_shared<LoanRow>(sound_row())});
  CHECK(said(file.plan(with_note())).empty());
  Known west = with_note();
  west.organisation_path = "/10/12/";
  other.branch.reset();
  CHECK(said(plan_of_row(other, west)).empty());
}

TEST_CASE("order 1 of 2023: a class better than its overdue days stands, listed without a reason") {
  auto row = sound_row();
  row.overdue_days = 91;
  row.loan_class = LoanClass::special_mention;
  const Plan plan = plan_of_row(row);
  CHECK(said(plan) == "2 class class_better_than_overdue warning; ");
  CHECK(plan.rows[0].sound);
  CHECK(plan.rows[0].facts.loan_class == LoanClass::special_mention);
  CHECK(plan.rows[0].facts.class_floor == LoanClass::substandard);
  row.class_reason = "示例理由";
  CHECK(said(plan_of_row(row)).empty());
}

TEST_CASE("order 1 of 2023: a reason given earlier for the same date and class stays") {
  Known known = with_note();
  auto& then = *known.notes.at("note:J1").then;
  then.facts.overdue_days = 91;
  then.facts.loan_class = LoanClass::special_mention;
  then.facts.class_floor = LoanClass::substandard;
  then.facts.class_reason = "示例理由";
  File file;
  file.batch.data_date = june;
  auto row = sound_row();
  row.balance_fen = BalanceAmount{Money{8'000}};
  row.overdue_days = 91;
  row.loan_class = LoanClass::special_mention;
  const Plan plan = file.with(row).plan(known);
  CHECK(said(plan).empty());
  CHECK(plan.rows[0].effect == imports::Effect::same);
}

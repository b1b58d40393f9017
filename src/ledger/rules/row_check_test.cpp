#include "ledger/rules/row_check.h"

#include <doctest/doctest.h>

using namespace zr::ledger;  // NOLINT: a test of this namespace's small vocabulary
using zr::BalanceAmount;
using zr::Date;
using zr::DisbursedAmount;
using zr::Money;

namespace {

constexpr Date data_date{2026, 9, 30};

RowFacts sound() {
  return {.disbursed_on = Date(2026, 2, 1),
          .matures_on = Date(2027, 2, 1),
          .disbursed = DisbursedAmount{Money{100}},
          .balance = BalanceAmount{Money{60}}};
}

/// "field code; …" of what is said about a row.
std::string said(const RowFacts& row) {
  std::string text;
  for (const RowFault& fault : check_row(row, data_date))
    text += std::string(fault.field) + " " + std::string(fault.ground.code) +
            (fault.weight == Weight::warning ? " warning; " : "; ");
  return text;
}

}  // namespace

TEST_CASE("ledger: a sound row has nothing said about it; one without any number has") {
  CHECK(said(sound()).empty());
  auto row = sound();
  row.identified = false;
  CHECK(said(row) == "note_number no_identity; ");
}

TEST_CASE("ledger: disbursed on the data date is sound, a day later is not") {
  auto row = sound();
  row.disbursed_on = data_date;
  CHECK(said(row).empty());
  row.disbursed_on = data_date + 1;
  CHECK(said(row) == "disbursed_on disbursed_after_data_date; ");
}

TEST_CASE("ledger: due on the day of the drawdown is sound, a day before is not") {
  auto row = sound();
  row.matures_on = row.disbursed_on;
  row.overdue_days = 1;
  row.loan_class = LoanClass::special_mention;
  CHECK(said(row).empty());
  row.matures_on = row.disbursed_on - 1;
  CHECK(said(row) == "matures_on due_before_disbursed; ");
}

TEST_CASE("ledger: a balance up to the disbursed amount is sound, a fen more is not") {
  auto row = sound();
  row.balance = BalanceAmount{Money{100}};
  CHECK(said(row).empty());
  row.balance = BalanceAmount{Money{101}};
  CHECK(said(row) == "balance_fen balance_above_disbursed; ");
}

TEST_CASE("ledger: overdue for as long as it is out is possible, a day longer is not") {
  auto row = sound();
  row.loan_class = LoanClass::substandard;
  row.overdue_days = data_date - row.disbursed_on;
  CHECK(said(row).empty());
  ++row.overdue_days;
  CHECK(said(row) == "overdue_days overdue_beyond_drawdown; ");
}

TEST_CASE("ledger: past maturity with a balance and no overdue days is worth a look") {
  auto row = sound();
  row.matures_on = data_date;
  CHECK(said(row).empty());
  row.matures_on = data_date - 1;
  CHECK(said(row) == "overdue_days due_and_not_overdue warning; ");
  row.balance = BalanceAmount{};
  CHECK(said(row).empty());
}

TEST_CASE("order 1 of 2023: a class better than the overdue floor needs a reason") {
  auto row = sound();
  row.overdue_days = 91;
  row.loan_class = LoanClass::special_mention;
  row.class_floor = LoanClass::special_mention;
  CHECK(said(row).empty());
  row.class_floor = LoanClass::substandard;
  CHECK(said(row) == "class class_better_than_overdue warning; ");
  row.class_explained = true;
  CHECK(said(row).empty());
  row.class_explained = false;
  row.balance = BalanceAmount{};
  CHECK(said(row).empty());
}

TEST_CASE("order 1 of 2023: without limits in force the reported class stands alone") {
  CHECK_FALSE(better_than_floor(LoanClass::pass, std::nullopt));
  CHECK_FALSE(better_than_floor(LoanClass::pass, LoanClass::pass));
  CHECK(better_than_floor(LoanClass::pass, LoanClass::special_mention));
  CHECK_FALSE(better_than_floor(LoanClass::loss, LoanClass::substandard));
}

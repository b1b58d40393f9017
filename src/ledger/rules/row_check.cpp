#include "ledger/rules/row_check.h"

namespace zr::ledger {

bool better_than_floor(LoanClass reported, std::optional<LoanClass> floor) {
  return floor && reported < *floor;
}

std::vector<RowFault> check_row(const RowFacts& row, Date data_date) {
  std::vector<RowFault> faults;
  const auto fault = [&](bool holds, std::string_view field, const Refusal& ground,
                         Weight weight = Weight::error) {
    if (holds) faults.push_back({field, ground, weight});
  };
  const bool open = row.balance.money > Money{};
  fault(!row.identified, "note_number", no_identity);
  fault(row.disbursed_on > data_date, "disbursed_on", disbursed_after_data_date);
  fault(row.matures_on < row.disbursed_on, "matures_on", due_before_disbursed);
  fault(row.balance.money > row.disbursed.money, "balance_fen", balance_above_disbursed);
  fault(row.disbursed_on <= data_date && row.overdue_days > data_date - row.disbursed_on,
        "overdue_days", overdue_beyond_drawdown);
  fault(open && row.matures_on < data_date && row.overdue_days == 0, "overdue_days",
        due_and_not_overdue, Weight::warning);
  fault(open && !row.class_explained && better_than_floor(row.loan_class, row.class_floor), "class",
        class_better_than_overdue, Weight::warning);
  return faults;
}

}  // namespace zr::ledger

#pragma once
/// What the ledger says for one return: every cell that rows can give, what is left to be entered
/// and why, and the rows themselves, which are frozen with a version. Never a guess: an open note
/// without a fact of the quarter's last day is named instead.
#include <string>
#include <vector>

#include "forms/forms.h"
#include "reporting/readers.h"
#include "reporting/rules/figure.h"
#include "reporting/rules/roll_forward.h"

namespace zr::reporting {

/// Cells of a form as figures, and those that nobody can compute yet.
struct Figures {
  std::vector<Figure> computed;
  std::vector<std::string> entered;  ///< Nobody publishes what these cells need.
};
Figures figures_of(const forms::Form& form);

struct Computation {
  forms::Cells cells;               ///< By rows, without what the bank enters.
  forms::Enterable enterable;       ///< Figures that these rows do not give.
  std::vector<ledger::Note> stale;  ///< Open without a fact of the quarter's last day.
  std::vector<Rise> rises;          ///< Balances that rose without a drawdown.
  bool has_rows = false;            ///< Anything outstanding or moved in the quarter.
};

Computation compute(const Figures& figures, const LedgerRows& rows, Quarter quarter);

/// The cells of a return whose source is the ledger: what was repaid takes off what is entered.
forms::Cells ledger_cells(const Computation& computation, const forms::Cells& entered);

}  // namespace zr::reporting

#pragma once
/// How one note counts in the return of a quarter by what the ledger says today: which figures it
/// goes into, with what amount, and what each of their conditions asked of it and found.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "api/read.h"
#include "rulebook/rules/condition.h"

namespace zr::reporting {

struct CountedQuery {
  std::int64_t id = 0;
  Quarter period;
};
const json::Struct& describe(const CountedQuery*);

/// One comparison of a figure's condition.
struct CountedReason {
  rulebook::Truth truth = rulebook::Truth::unknown;
  std::string asked_zh;
  std::string asked_en;
  std::optional<std::string> found_zh = {};  ///< Empty where the note lacks the datum.
  std::optional<std::string> found_en = {};
};
const json::Struct& describe(const CountedReason*);

struct CountedFigure {
  std::string cell;
  std::string title_zh;
  std::string title_en;
  std::string unit;
  rulebook::Truth counts = rulebook::Truth::no;  ///< Unknown: a datum that the figure needs lacks.
  std::optional<std::int64_t> amount = {};       ///< In the unit; of sums and counts.
  std::vector<CountedReason> reasons = {};       ///< Empty without a condition, or without a row.
};
const json::Struct& describe(const CountedFigure*);

struct CountedNote {
  std::int64_t note = 0;
  Quarter period;
  /// None where no return was sent out for the quarter, or the ledger has nothing of the note in
  /// it.
  std::vector<CountedFigure> figures = {};
};
const json::Struct& describe(const CountedNote*);

std::vector<api::Read> counted_reads();

}  // namespace zr::reporting

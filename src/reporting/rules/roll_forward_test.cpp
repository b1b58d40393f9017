#include "reporting/rules/roll_forward.h"

#include <doctest/doctest.h>

using zr::forms::Cells;
using zr::reporting::explains;
using zr::reporting::repaid;
using zr::reporting::Rise;
using zr::reporting::rises;

namespace {

/// 1000.00 at the beginning, 300.00 drawn, 900.00 left: the balances fell by 400.00.
Cells figures() {
  return {{"balance_begin", std::int64_t{100'000}},
          {"disbursed_q", std::int64_t{30'000}},
          {"balance_end", std::int64_t{90'000}}};
}

}  // namespace

TEST_CASE("V1: what was repaid is the fall in balances") {
  CHECK(repaid(figures(), {}) == 40'000);
}

TEST_CASE("V1: write-offs, transfers and the correction of earlier quarters are no repayment") {
  const Cells entered{{"written_off_q", std::int64_t{5'000}},
                      {"transferred_out_q", std::int64_t{2'000}},
                      {"transferred_in_q", std::int64_t{700}},
                      {"prior_correction_q", std::int64_t{-60}}};
  const auto value = repaid(figures(), entered);
  CHECK(value == 40'000 - 5'000 - 2'000 + 700 - 60);
  // The balance rolls forward to the fen.
  CHECK(100'000 + 30'000 + 700 - *value - 5'000 - 2'000 - 60 == 90'000);
}

TEST_CASE("V1: what the ledger gives is not taken from the entry as well") {
  Cells both = figures();
  both["written_off_q"] = std::int64_t{1'000};
  CHECK(repaid(both, {{"written_off_q", std::int64_t{5'000}}}) == 39'000);
}

TEST_CASE("V1: without balances nothing is computed") {
  Cells cells = figures();
  cells.erase("balance_begin");
  CHECK_FALSE(repaid(cells, {}));
}

TEST_CASE("V1: a balance that rose without a drawdown is named, one that did not rise is not") {
  CHECK(rises({{.note = 1, .begin = 500, .disbursed = {}, .end = 500},
               {.note = 2, .begin = 500, .disbursed = {}, .end = 501},
               {.note = 3, .begin = {}, .disbursed = 500, .end = 500},
               {.note = 4, .begin = {}, .disbursed = {}, .end = 80},
               {.note = 5, .begin = {}, .disbursed = {}, .end = 0}}) ==
        std::vector<Rise>{{2, 1}, {4, 80}});
  const std::vector<Rise> rose{{.note = 1, .amount = 6}, {.note = 2, .amount = 4}};
  CHECK(explains({}, {}));
  CHECK(explains({{"prior_correction_q", std::int64_t{-1}}}, {}));
  CHECK_FALSE(explains({}, rose));
  CHECK_FALSE(explains({{"transferred_in_q", std::int64_t{9}}}, rose));
  CHECK(explains({{"transferred_in_q", std::int64_t{10}}}, rose));
  CHECK(explains({{"transferred_in_q", std::int64_t{7}}, {"prior_correction_q", std::int64_t{3}}},
                 rose));
}

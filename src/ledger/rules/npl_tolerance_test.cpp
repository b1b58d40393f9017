#include "ledger/rules/npl_tolerance.h"

#include <doctest/doctest.h>

using zr::Money;
using zr::Ppm;
using zr::ledger::npl_tolerance;
using zr::ledger::NplFigures;
using zr::ledger::NplVerdict;

namespace {

constexpr Ppm three_points{30'000};

NplVerdict verdict(const NplFigures& figures) {
  return (*npl_tolerance(figures, three_points)).verdict;
}

std::string faults(const NplFigures& figures, Ppm tolerance = three_points) {
  const auto answer = npl_tolerance(figures, tolerance);
  std::string pointers;
  if (answer == zr::bad_input)
    for (const auto& error : answer.problem().errors) pointers += error.pointer + " ";
  return pointers;
}

}  // namespace

TEST_CASE("34号: exactly three points above the bank's own ratio is tolerated, a fen more is not") {
  // The bank's own ratio is 2 %: 5 % of one million yuan is 50,000 yuan.
  const NplFigures limit{.ip_npl = {5'000'000},
                         .ip_balance = {100'000'000},
                         .all_npl = {2'000'000'000},
                         .all_balance = {100'000'000'000}};
  CHECK(verdict(limit) == NplVerdict::tolerated);
  NplFigures more = limit;
  more.ip_npl = {5'000'001};
  CHECK(verdict(more) == NplVerdict::exceeded);
  NplFigures less = limit;
  less.ip_npl = {0};
  CHECK(verdict(less) == NplVerdict::tolerated);
}

TEST_CASE("34号: ratios are compared unrounded though they are shown rounded") {
  // 5.00004 % shows as 50,000 ppm like the limit, and is above it.
  const NplFigures hair{.ip_npl = {500'004},
                        .ip_balance = {10'000'000},
                        .all_npl = {2'000'000},
                        .all_balance = {100'000'000}};
  const auto answer = npl_tolerance(hair, three_points);
  CHECK(answer->ip_ratio == Ppm{50'000});
  CHECK(answer->all_ratio == Ppm{20'000});
  CHECK(answer->verdict == NplVerdict::exceeded);
}

TEST_CASE("34号: ratios round half even to one ppm") {
  const auto answer = npl_tolerance(
      {.ip_npl = {1}, .ip_balance = {2'000'000}, .all_npl = {3}, .all_balance = {2'000'000}},
      three_points);
  CHECK(answer->ip_ratio == Ppm{0});
  CHECK(answer->all_ratio == Ppm{2});
}

TEST_CASE("34号: the largest amounts of the house are compared exactly") {
  const Money most = zr::money_limit;
  CHECK(verdict({.ip_npl = most, .ip_balance = most, .all_npl = {0}, .all_balance = most}) ==
        NplVerdict::exceeded);
  CHECK(verdict({.ip_npl = {0}, .ip_balance = most, .all_npl = most, .all_balance = most}) ==
        NplVerdict::tolerated);
  // A tolerance of a hundred points is never exceeded.
  const auto whole = npl_tolerance(
      {.ip_npl = most, .ip_balance = most, .all_npl = {0}, .all_balance = most}, Ppm{1'000'000});
  CHECK(whole->verdict == NplVerdict::tolerated);
}

TEST_CASE("contracts npl_tolerance: a balance of 0 has no ratio and no verdict") {
  const auto no_ip = npl_tolerance(
      {.ip_npl = {0}, .ip_balance = {0}, .all_npl = {1}, .all_balance = {100}}, three_points);
  CHECK(no_ip->verdict == NplVerdict::not_applicable);
  CHECK_FALSE(no_ip->ip_ratio);
  CHECK(no_ip->all_ratio == Ppm{10'000});
  const auto no_loans = npl_tolerance(
      {.ip_npl = {1}, .ip_balance = {100}, .all_npl = {0}, .all_balance = {0}}, three_points);
  CHECK(no_loans->verdict == NplVerdict::not_applicable);
  CHECK_FALSE(no_loans->all_ratio);
  CHECK(zr::name_of(NplVerdict::not_applicable) == "not_applicable");
}

TEST_CASE("contracts npl_tolerance: more bad loans than loans is bad input, as many is not") {
  CHECK(faults({.ip_npl = {100}, .ip_balance = {100}, .all_npl = {5}, .all_balance = {5}}) == "");
  CHECK(faults({.ip_npl = {101}, .ip_balance = {100}, .all_npl = {6}, .all_balance = {5}}) ==
        "/ip_npl_fen /all_npl_fen ");
  CHECK(faults({.ip_npl = {1}, .ip_balance = {0}, .all_npl = {0}, .all_balance = {5}}) ==
        "/ip_npl_fen ");
}

TEST_CASE("negative and endless amounts and tolerances are bad input at their field") {
  CHECK(faults({.ip_npl = {-1}, .ip_balance = {0}, .all_npl = {0}, .all_balance = {0}}) ==
        "/ip_npl_fen ");
  CHECK(faults({.ip_npl = {0},
                .ip_balance = {0},
                .all_npl = {0},
                .all_balance = {zr::money_limit.fen + 1}}) == "/all_balance_fen ");
  CHECK(faults({}, Ppm{-1}) == "/tolerance_ppm ");
  CHECK(faults({}, Ppm{1'000'001}) == "/tolerance_ppm ");
}

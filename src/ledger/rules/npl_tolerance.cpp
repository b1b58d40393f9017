#include "ledger/rules/npl_tolerance.h"

#include <array>
#include <string>
#include <vector>

namespace zr::ledger {

namespace {

constexpr std::array npl_verdicts{
    named(NplVerdict::tolerated, "tolerated", "在容忍度内", "Within the tolerance"),
    named(NplVerdict::exceeded, "exceeded", "超出容忍度", "Above the tolerance"),
    named(NplVerdict::not_applicable, "not_applicable", "不适用", "Not applicable"),
};

std::vector<FieldError> figure_faults(const NplFigures& figures, Ppm tolerance) {
  std::vector<FieldError> faults;
  const auto amount = [&](std::string_view field, Money value) {
    if (value < Money{} || value > money_limit)
      faults.push_back({std::string(field), "out_of_range", "金额应不小于 0 且不超过上限",
                        "Expected an amount from 0 to the limit"});
  };
  const auto part = [&](std::string_view field, Money bad, Money all) {
    if (bad > all)
      faults.push_back({std::string(field), "part_above_total", "不良余额不得大于贷款余额",
                        "Bad loans may not exceed all loans"});
  };
  amount("/ip_npl_fen", figures.ip_npl);
  amount("/ip_balance_fen", figures.ip_balance);
  amount("/all_npl_fen", figures.all_npl);
  amount("/all_balance_fen", figures.all_balance);
  part("/ip_npl_fen", figures.ip_npl, figures.ip_balance);
  part("/all_npl_fen", figures.all_npl, figures.all_balance);
  if (tolerance.value < 0 || tolerance.value > whole_ppm)
    faults.push_back({"/tolerance_ppm", "out_of_range", "容忍度应为 0 至 1000000",
                      "Expected a tolerance from 0 to 1000000"});
  return faults;
}

/// ip_npl / ip_balance - all_npl / all_balance <= tolerance over common denominators: each product
/// stays below 2^126 because amounts are below 2^53 and a ppm below 2^20.
bool tolerated(const NplFigures& figures, Ppm tolerance) {
  const __int128 ip_balance = figures.ip_balance.fen;
  const __int128 all_balance = figures.all_balance.fen;
  const __int128 excess = figures.ip_npl.fen * all_balance - figures.all_npl.fen * ip_balance;
  return excess * whole_ppm <= tolerance.value * (ip_balance * all_balance);
}

}  // namespace

std::span<const Name> names_of(NplVerdict) {
  return npl_verdicts;
}

Result<NplTolerance> npl_tolerance(const NplFigures& figures, Ppm tolerance) {
  auto faults = figure_faults(figures, tolerance);
  if (!faults.empty()) return Problem{bad_input, std::move(faults)};
  NplTolerance out{.ip_ratio = ratio(figures.ip_npl, figures.ip_balance),
                   .all_ratio = ratio(figures.all_npl, figures.all_balance)};
  if (out.ip_ratio && out.all_ratio)
    out.verdict = tolerated(figures, tolerance) ? NplVerdict::tolerated : NplVerdict::exceeded;
  return out;
}

}  // namespace zr::ledger

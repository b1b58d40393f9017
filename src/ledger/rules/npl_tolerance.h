#pragma once
/// The bad-loan tolerance of IP pledge loans 不良容忍度 (银保监发〔2019〕34号): their ratio may
/// exceed the bank's own by so many points, inclusive. The tolerance is data; the comparison is
/// never rounded.
#include <optional>
#include <span>

#include "base/money.h"
#include "base/names.h"
#include "base/result.h"

namespace zr::ledger {

/// One whole in parts per million.
inline constexpr std::int64_t whole_ppm = 1'000'000;

struct NplFigures {
  Money ip_npl = {};       ///< Bad IP pledge loans.
  Money ip_balance = {};   ///< All IP pledge loans.
  Money all_npl = {};      ///< The bank's bad loans.
  Money all_balance = {};  ///< All the bank's loans.
};

enum class NplVerdict {
  tolerated,
  exceeded,
  not_applicable,  ///< One of the balances is 0.
};

std::span<const Name> names_of(NplVerdict);

struct NplTolerance {
  std::optional<Ppm> ip_ratio = {};   ///< Rounded half even; empty where the balance is 0.
  std::optional<Ppm> all_ratio = {};  ///< Likewise.
  NplVerdict verdict = NplVerdict::not_applicable;
  bool operator==(const NplTolerance&) const = default;
};

/// More bad loans than loans is bad input, and so is a tolerance outside 0 … 1,000,000 ppm.
Result<NplTolerance> npl_tolerance(const NplFigures& figures, Ppm tolerance);

}  // namespace zr::ledger

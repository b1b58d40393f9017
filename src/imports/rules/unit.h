#pragma once
/// What an amount in a file counts in. Only yuan and wan yuan occur in banks' ledgers; a file in
/// anything else is asked to be changed by its sender.
#include <span>

#include "base/names.h"

namespace zr::imports {

enum class Unit { yuan, wan };
std::span<const Name> names_of(Unit);

/// Decimal places between one of this unit and the fen: 1 yuan = 10^2 fen, 1 wan = 10^6 fen.
constexpr int places_to_fen(Unit unit) {
  return unit == Unit::wan ? 6 : 2;
}

}  // namespace zr::imports

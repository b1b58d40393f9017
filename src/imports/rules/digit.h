#pragma once
/// What counts as a digit once a text has been normalised.

namespace zr::imports {

constexpr bool digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace zr::imports

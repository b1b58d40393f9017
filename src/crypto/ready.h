#pragma once
/// The one start of libsodium. Every function of this module that needs the library calls it first;
/// nobody outside includes it.

namespace zr::crypto {

/// Starts libsodium once in the process; throws when the machine gives no randomness.
void ready();

}  // namespace zr::crypto

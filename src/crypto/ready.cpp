#include "crypto/ready.h"

#include <sodium.h>

#include <stdexcept>

namespace zr::crypto {

void ready() {
  // sodium_init answers 1 when it has been called before, and may be called from any thread.
  static const int started = sodium_init();
  if (started < 0) throw std::runtime_error("libsodium does not start: no source of randomness");
}

}  // namespace zr::crypto

#include "crypto/token.h"

#include <sodium.h>

#include "base/text.h"
#include "crypto/digest.h"
#include "crypto/random.h"
#include "crypto/ready.h"

namespace zr::crypto {

constexpr std::size_t token_bytes = 32;

Token new_token() {
  std::string text = hex(random_bytes(token_bytes));
  std::string stored = stored_token(text);
  return {.text = std::move(text), .stored = std::move(stored)};
}

std::string stored_token(std::string_view text) {
  return sha256_hex(text);
}

bool same_secret(std::string_view left, std::string_view right) {
  ready();
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace zr::crypto

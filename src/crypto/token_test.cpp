#include "crypto/token.h"

#include <doctest/doctest.h>

#include "crypto/digest.h"

namespace crypto = zr::crypto;

TEST_CASE("a token has 256 bits and only its digest is stored") {
  const auto token = crypto::new_token();
  CHECK(token.text.size() == 64);
  CHECK(token.stored == crypto::sha256_hex(token.text));
  CHECK(token.stored == crypto::stored_token(token.text));
  CHECK(crypto::new_token().text != token.text);
}

TEST_CASE("secrets are equal only when every byte is") {
  CHECK(crypto::same_secret("abc", "abc"));
  CHECK_FALSE(crypto::same_secret("abc", "abd"));
  CHECK_FALSE(crypto::same_secret("abc", "ab"));
  CHECK(crypto::same_secret("", ""));
}

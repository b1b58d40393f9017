#include "crypto/digest.h"

#include <doctest/doctest.h>

namespace crypto = zr::crypto;

TEST_CASE("SHA-256 answers the examples of FIPS 180-4") {
  CHECK(crypto::sha256_hex("") ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(crypto::sha256_hex("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(crypto::sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("where a text was cut does not matter, and a finished digest starts anew") {
  crypto::Sha256 running;
  CHECK(running.add("a").add("").add("bc").finish_hex() == crypto::sha256_hex("abc"));
  CHECK(running.add("abc").finish_hex() == crypto::sha256_hex("abc"));
  CHECK(running.finish().size() == 32);
}

TEST_CASE("a running digest is not disturbed by the one-shot digest") {
  crypto::Sha256 running;
  running.add("a");
  CHECK(crypto::sha256_hex("other") != crypto::sha256_hex("abc"));
  CHECK(running.add("bc").finish_hex() == crypto::sha256_hex("abc"));
}

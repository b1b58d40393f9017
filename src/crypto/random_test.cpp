#include "crypto/random.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "crypto/password.h"
#include "crypto/signing.h"
#include "crypto/token.h"

namespace crypto = zr::crypto;

namespace {

/// What a fresh process says; a process once seeded stays so, hence not in this one.
template <class Say>
std::string in_child(Say say) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const std::string said = say();
    const auto written = ::write(ends[1], said.data(), said.size());
    ::_exit(written == static_cast<ssize_t>(said.size()) ? 0 : 1);
  }
  ::close(ends[1]);
  std::string heard(4096, '\0');
  const auto got = ::read(ends[0], heard.data(), heard.size());
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(status == 0);
  heard.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  return heard;
}

std::string everything_random() {
  return zr::hex(crypto::random_bytes(16)) + ' ' + crypto::one_time_secret() + ' ' +
         crypto::new_password() + ' ' + crypto::new_token().text + ' ' +
         crypto::SigningKey::create().public_key() + ' ' + crypto::hash_password("demo");
}

}  // namespace

TEST_CASE("under the demo's seed every random byte repeats, another seed gives others") {
  const auto seven = [] {
    crypto::seed_for_demo(7);
    return everything_random();
  };
  const auto eight = [] {
    crypto::seed_for_demo(8);
    return everything_random();
  };
  CHECK(in_child(seven) == in_child(seven));
  CHECK(in_child(seven) != in_child(eight));
  CHECK(in_child(everything_random) != in_child(everything_random));
}

TEST_CASE("the seeded stream stays the same from version to version") {
  CHECK(in_child([] {
          crypto::seed_for_demo(1);
          return zr::hex(crypto::random_bytes(8)) + ' ' + crypto::one_time_secret();
        }) == "73a5d1953f0741c0 6xgmq-d7tt7-8rcry-f8rmr");
}

TEST_CASE("without a seed no two draws are alike") {
  CHECK(crypto::random_bytes(32) != crypto::random_bytes(32));
  CHECK(crypto::random_bytes(0).empty());
}

TEST_CASE("a one-time secret has four groups of five and no ambiguous character") {
  for (int i = 0; i < 200; ++i) {
    const std::string secret = crypto::one_time_secret();
    REQUIRE(secret.size() == 23);
    CHECK(std::count(secret.begin(), secret.end(), '-') == 3);
    CHECK(secret.find_first_of("01iloABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos);
  }
}

TEST_CASE("a drawn password holds upper case, lower case, digit and hyphen") {
  for (int i = 0; i < 200; ++i) {
    const std::string password = crypto::new_password();
    REQUIRE(password.size() == 19);
    CHECK(password.find_first_of("23456789") != std::string::npos);
    CHECK(password.find_first_of("abcdefghjkmnpqrstuvwxyz") != std::string::npos);
    CHECK(password.find_first_of("ABCDEFGHJKLMNPQRSTUVWXYZ") != std::string::npos);
    CHECK(password.find_first_of("01iloIO") == std::string::npos);
  }
}

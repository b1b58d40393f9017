#include "crypto/password.h"

#include <doctest/doctest.h>

#include <ctime>
#include <thread>
#include <vector>

namespace crypto = zr::crypto;

TEST_CASE("Argon2id agrees with the vector of its reference implementation") {
  const std::string reference =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
  CHECK(crypto::password_fits("password", reference));
  CHECK_FALSE(crypto::password_fits("Password", reference));
}

TEST_CASE("a password fits its own stored form only, and the form names its cost") {
  const std::string stored = crypto::hash_password("松鼠在第三棵树");
  CHECK(stored.starts_with("$argon2id$v=19$m=19456,t=3,p=1$"));
  CHECK(crypto::password_fits("松鼠在第三棵树", stored));
  CHECK_FALSE(crypto::password_fits("松鼠在第三棵", stored));
  CHECK_FALSE(crypto::password_fits("", stored));
  CHECK(crypto::hash_password("松鼠在第三棵树") != stored);
}

TEST_CASE("a damaged stored form fits nothing") {
  CHECK_FALSE(crypto::password_fits("", ""));
  CHECK_FALSE(crypto::password_fits("a", "$argon2id$v=19$m=19456,t=3,p=1$broken"));
}

TEST_CASE("security.md 2.5: a user who does not exist costs the same work as a wrong password") {
  const std::string stored = crypto::hash_password("right");
  const auto cost = [](auto work) {
    std::clock_t best = -1;
    for (int i = 0; i < 5; ++i) {
      const std::clock_t before = std::clock();
      work();
      const std::clock_t spent = std::clock() - before;
      if (best < 0 || spent < best) best = spent;
    }
    return static_cast<double>(best);
  };
  const double wrong = cost([&] { CHECK_FALSE(crypto::password_fits("wrong", stored)); });
  const double nobody = cost([&] { CHECK_FALSE(crypto::password_fits_nobody("wrong")); });
  CHECK(nobody > wrong * 0.7);
  CHECK(nobody < wrong * 1.3);
}

TEST_CASE("more sign-ins at once than places wait and are all answered") {
  const std::string stored = crypto::hash_password("right");
  std::vector<std::thread> threads;
  std::vector<int> fitted(2 * crypto::hashes_at_once);
  for (int& answer : fitted)
    threads.emplace_back([&] { answer = crypto::password_fits("right", stored) ? 1 : 0; });
  for (auto& thread : threads) thread.join();
  for (const int answer : fitted) CHECK(answer == 1);
}

#include "crypto/random.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <string_view>

#include "crypto/ready.h"

namespace zr::crypto {

namespace {

constexpr std::string_view plain = "23456789abcdefghjkmnpqrstuvwxyz";
constexpr std::string_view mixed = "23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

std::atomic<bool> seeded = false;
std::atomic<std::uint64_t> demo_seed = 0;
std::atomic<std::uint64_t> calls = 0;

/// One stream of the generator for each call: the seed, then the call's number, little end first.
std::array<unsigned char, randombytes_SEEDBYTES> next_seed() {
  std::array<unsigned char, randombytes_SEEDBYTES> seed{};
  const std::array<std::uint64_t, 2> words{demo_seed.load(), calls.fetch_add(1)};
  for (std::size_t i = 0; i < words.size() * 8; ++i)
    seed[i] = static_cast<unsigned char>(words[i / 8] >> (8 * (i % 8)));
  return seed;
}

/// One character, each equally likely: bytes beyond the last whole multiple are drawn again.
char one_of(std::string_view alphabet) {
  const std::size_t usable = 256 / alphabet.size() * alphabet.size();
  for (;;) {
    const auto drawn = static_cast<unsigned char>(random_bytes(1)[0]);
    if (drawn < usable) return alphabet[drawn % alphabet.size()];
  }
}

struct Shape {
  std::string_view alphabet;
  int groups;
  int group_length;
};

std::string grouped(const Shape& shape) {
  std::string out;
  for (int group = 0; group < shape.groups; ++group) {
    if (group > 0) out += '-';
    for (int i = 0; i < shape.group_length; ++i) out += one_of(shape.alphabet);
  }
  return out;
}

bool holds_between(std::string_view text, char first, char last) {
  return std::any_of(text.begin(), text.end(), [&](char c) { return c >= first && c <= last; });
}

}  // namespace

std::string random_bytes(std::size_t count) {
  ready();
  std::string out(count, '\0');
  if (seeded)
    randombytes_buf_deterministic(out.data(), count, next_seed().data());
  else
    randombytes_buf(out.data(), count);
  return out;
}

void seed_for_demo(std::uint64_t seed) {
  demo_seed = seed;
  calls = 0;
  seeded = true;
}

std::string one_time_secret() {
  return grouped({.alphabet = plain, .groups = 4, .group_length = 5});
}

std::string new_password() {
  // The classes that a password policy may ask for are missing in about one draw of twelve.
  for (;;) {
    std::string drawn = grouped({.alphabet = mixed, .groups = 4, .group_length = 4});
    if (holds_between(drawn, 'a', 'z') && holds_between(drawn, 'A', 'Z') &&
        holds_between(drawn, '2', '9'))
      return drawn;
  }
}

}  // namespace zr::crypto

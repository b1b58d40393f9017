#include "crypto/password.h"

#include <fmt/format.h>
#include <sodium.h>

#include <semaphore>
#include <stdexcept>

#include "crypto/random.h"
#include "crypto/ready.h"

namespace zr::crypto {

namespace {

constexpr std::size_t hash_bytes = 32;

std::counting_semaphore<hashes_at_once> free_places{hashes_at_once};

/// One of the places for a running hash, held for the length of a call.
class Place {
 public:
  Place() { free_places.acquire(); }
  ~Place() { free_places.release(); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
};

std::string base64(std::string_view bytes) {
  constexpr int variant = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
  std::string out(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), variant);
  out.pop_back();  // the closing zero byte
  return out;
}

std::string stored_form(std::string_view salt, std::string_view hash) {
  return fmt::format("$argon2id$v=19$m={},t={},p=1${}${}", hash_memory_kib, hash_passes,
                     base64(salt), base64(hash));
}

}  // namespace

std::string hash_password(std::string_view password) {
  ready();
  const std::string salt = random_bytes(crypto_pwhash_SALTBYTES);
  std::string hash(hash_bytes, '\0');
  const Place place;
  // Not crypto_pwhash_str, which draws a salt of its own that no seed repeats.
  if (crypto_pwhash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(), password.data(),
                    password.size(), reinterpret_cast<const unsigned char*>(salt.data()),
                    hash_passes, std::size_t{hash_memory_kib} * 1024,
                    crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::runtime_error("no memory to hash a password");
  return stored_form(salt, hash);
}

bool password_fits(std::string_view password, const std::string& stored) {
  ready();
  const Place place;
  return crypto_pwhash_str_verify(stored.c_str(), password.data(), password.size()) == 0;
}

bool password_fits_nobody(std::string_view password) {
  // A well-formed text that no password hashes to, as far as anyone can find.
  static const std::string nobody =
      stored_form(std::string(crypto_pwhash_SALTBYTES, '\0'), std::string(hash_bytes, '\0'));
  return password_fits(password, nobody);
}

}  // namespace zr::crypto

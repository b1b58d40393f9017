#include "crypto/signing.h"

#include <sodium.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "base/text.h"
#include "crypto/digest.h"
#include "crypto/durable.h"
#include "crypto/random.h"
#include "crypto/ready.h"

namespace zr::crypto {

namespace {

constexpr std::string_view file_head = "zhirong-ed25519-seed 1\n";

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string text_of(const unsigned char* bytes, std::size_t count) {
  return {reinterpret_cast<const char*>(bytes), count};
}

void wipe(std::string& secret) {
  sodium_memzero(secret.data(), secret.size());
}

/// The seed in a key file: its first line, 64 hexadecimal digits, a line end, nothing else.
std::optional<std::string> seed_of(std::string_view file) {
  if (!file.starts_with(file_head) || !file.ends_with('\n')) return std::nullopt;
  file.remove_prefix(file_head.size());
  if (file.size() != 2 * crypto_sign_SEEDBYTES + 1) return std::nullopt;
  return unhex(file.substr(0, 2 * crypto_sign_SEEDBYTES));
}

}  // namespace

SigningKey::SigningKey(std::string_view seed) {
  ready();
  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open;
  static_assert(sizeof(secret_) == crypto_sign_SECRETKEYBYTES);
  crypto_sign_seed_keypair(open.data(), secret_.data(), bytes_of(seed));
  public_key_ = hex(text_of(open.data(), open.size()));
}

SigningKey::SigningKey(SigningKey&& other) noexcept
    : secret_(other.secret_), public_key_(std::move(other.public_key_)) {
  sodium_memzero(other.secret_.data(), other.secret_.size());
}

SigningKey& SigningKey::operator=(SigningKey&& other) noexcept {
  std::swap(secret_, other.secret_);
  std::swap(public_key_, other.public_key_);
  return *this;
}

SigningKey::~SigningKey() {
  sodium_memzero(secret_.data(), secret_.size());
}

SigningKey SigningKey::create() {
  std::string seed = random_bytes(crypto_sign_SEEDBYTES);
  SigningKey key(seed);
  wipe(seed);
  return key;
}

Result<SigningKey> SigningKey::load(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return no_key;
  if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0) return key_open_to_others;
  // A key file is under 100 bytes; a larger one is something else and is not read.
  if (found.st_size > 4096) return not_a_key;
  std::ifstream file(path, std::ios::binary);
  if (!file) return no_key;
  std::string text{std::istreambuf_iterator<char>(file), {}};
  auto seed = seed_of(text);
  wipe(text);
  if (!seed) return not_a_key;
  SigningKey key(*seed);
  wipe(*seed);
  return key;
}

Result<Done> SigningKey::save(const std::string& path) const {
  std::string seed = hex(text_of(secret_.data(), crypto_sign_SEEDBYTES));
  std::string text = std::string(file_head) + seed + '\n';
  const Created created = create_private(path, text);
  wipe(seed);
  wipe(text);
  if (created == Created::existed) return key_exists;
  return Done{};
}

std::string SigningKey::sign(std::string_view message) const {
  std::array<unsigned char, crypto_sign_BYTES> signature;
  crypto_sign_detached(signature.data(), nullptr, bytes_of(message), message.size(),
                       secret_.data());
  return hex(text_of(signature.data(), signature.size()));
}

std::string SigningKey::id() const {
  return key_id(public_key_);
}

std::string key_id(std::string_view public_key) {
  return sha256_hex(unhex(public_key).value_or("")).substr(0, 16);
}

bool signature_fits(const Signed& given, std::string_view public_key) {
  ready();
  const auto signature = unhex(given.signature);
  const auto key = unhex(public_key);
  if (!signature || signature->size() != crypto_sign_BYTES) return false;
  if (!key || key->size() != crypto_sign_PUBLICKEYBYTES) return false;
  return crypto_sign_verify_detached(bytes_of(*signature), bytes_of(given.message),
                                     given.message.size(), bytes_of(*key)) == 0;
}

}  // namespace zr::crypto

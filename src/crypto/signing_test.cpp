#include "crypto/signing.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "crypto/digest.h"

namespace crypto = zr::crypto;
namespace fs = std::filesystem;

namespace {

/// A fresh directory of the test, removed at its end.
struct Scratch {
  fs::path path = fs::temp_directory_path() / ("zr_signing_" + std::to_string(::getpid()));
  Scratch() { fs::create_directory(path); }
  ~Scratch() { fs::remove_all(path); }
  std::string file(const char* name) const { return (path / name).string(); }
  std::string write(const char* name, std::string_view text) const {
    std::ofstream(path / name, std::ios::binary) << text;
    ::chmod(file(name).c_str(), 0600);
    return file(name);
  }
};

constexpr std::string_view rfc_file =
    "zhirong-ed25519-seed 1\n"
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb\n";
constexpr std::string_view rfc_public =
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
constexpr std::string_view rfc_signature =
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

}  // namespace

TEST_CASE("Ed25519 signs and checks test 2 of RFC 8032") {
  const Scratch scratch;
  const auto key = crypto::SigningKey::load(scratch.write("key", rfc_file));
  REQUIRE(key);
  CHECK(key->public_key() == rfc_public);
  CHECK(key->sign("\x72") == rfc_signature);
  CHECK(crypto::signature_fits({.message = "\x72", .signature = rfc_signature}, rfc_public));
  CHECK_FALSE(crypto::signature_fits({.message = "\x73", .signature = rfc_signature}, rfc_public));
}

TEST_CASE("malformed signatures and keys fit nothing") {
  CHECK_FALSE(crypto::signature_fits({.message = "a", .signature = "zz"}, rfc_public));
  CHECK_FALSE(crypto::signature_fits({.message = "\x72", .signature = rfc_signature}, "3d40"));
  CHECK_FALSE(crypto::signature_fits({.message = "\x72", .signature = rfc_signature}, "x"));
}

TEST_CASE("a key's id is the start of the digest of its 32 public bytes") {
  const std::string zeros(64, '0');
  CHECK(crypto::key_id(zeros) == crypto::sha256_hex(std::string(32, '\0')).substr(0, 16));
  const auto key = crypto::SigningKey::create();
  CHECK(key.id() == crypto::key_id(key.public_key()));
  CHECK(key.id().size() == 16);
}

TEST_CASE("a saved key comes back, in a file for its owner only, and is never overwritten") {
  const Scratch scratch;
  const auto key = crypto::SigningKey::create();
  REQUIRE(key.save(scratch.file("key")));
  struct stat found {};
  REQUIRE(::stat(scratch.file("key").c_str(), &found) == 0);
  CHECK((found.st_mode & 0777) == 0600);
  const auto loaded = crypto::SigningKey::load(scratch.file("key"));
  REQUIRE(loaded);
  CHECK(loaded->public_key() == key.public_key());
  CHECK(loaded->sign("text") == key.sign("text"));
  CHECK(crypto::SigningKey::create().save(scratch.file("key")) == crypto::key_exists);
  CHECK((*crypto::SigningKey::load(scratch.file("key"))).public_key() == key.public_key());
}

TEST_CASE("a missing, open, damaged or foreign key file is refused by name") {
  const Scratch scratch;
  CHECK(crypto::SigningKey::load(scratch.file("none")) == crypto::no_key);
  CHECK(crypto::SigningKey::load(scratch.path.string()) == crypto::no_key);
  const auto file = scratch.write("key", rfc_file);
  ::chmod(file.c_str(), 0640);
  CHECK(crypto::SigningKey::load(file) == crypto::key_open_to_others);
  const auto damaged = std::string(rfc_file.substr(0, 40)) + 'g' + std::string(rfc_file.substr(41));
  CHECK(crypto::SigningKey::load(scratch.write("a", damaged)) == crypto::not_a_key);
  CHECK(crypto::SigningKey::load(scratch.write("b", rfc_file.substr(0, 50))) == crypto::not_a_key);
  CHECK(crypto::SigningKey::load(scratch.write("c", "")) == crypto::not_a_key);
  CHECK(crypto::SigningKey::load(scratch.write("d", std::string(5000, 'a'))) == crypto::not_a_key);
}

TEST_CASE("a key that was moved still signs") {
  auto first = crypto::SigningKey::create();
  const std::string signature = first.sign("text");
  const std::string id = first.id();
  crypto::SigningKey second = std::move(first);
  CHECK(second.sign("text") == signature);
  crypto::SigningKey third = crypto::SigningKey::create();
  third = std::move(second);
  CHECK(third.sign("text") == signature);
  CHECK(third.id() == id);
}

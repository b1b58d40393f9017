#include "crypto/digest.h"

#include <openssl/evp.h>

#include <stdexcept>

#include "base/text.h"

namespace zr::crypto {

namespace {

constexpr std::size_t digest_bytes = 32;

/// Fetched once: looking the algorithm up costs more than digesting a record.
const EVP_MD* algorithm() {
  static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  if (fetched == nullptr) throw std::runtime_error("OpenSSL offers no SHA-256");
  return fetched;
}

void must(int answer) {
  if (answer != 1) throw std::runtime_error("OpenSSL failed while computing SHA-256");
}

}  // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const {
  EVP_MD_CTX_free(context);
}

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  if (!context_) throw std::bad_alloc();
  must(EVP_DigestInit_ex(context_.get(), algorithm(), nullptr));
}

Sha256& Sha256::add(std::string_view piece) {
  must(EVP_DigestUpdate(context_.get(), piece.data(), piece.size()));
  return *this;
}

std::string Sha256::finish() {
  std::string digest(digest_bytes, '\0');
  must(
      EVP_DigestFinal_ex(context_.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr));
  must(EVP_DigestInit_ex(context_.get(), nullptr, nullptr));
  return digest;
}

std::string Sha256::finish_hex() {
  return hex(finish());
}

std::string sha256_hex(std::string_view text) {
  thread_local Sha256 running;
  return running.add(text).finish_hex();
}

}  // namespace zr::crypto

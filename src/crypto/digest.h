#pragma once
/// SHA-256, the one digest of the record (algorithm id `sha256`): chain, row lines, files, tokens.
/// Over pieces, and reusable, because the writer digests some hundred bytes at a time and must not
/// allocate for it. Never a keyed or a password hash: for those see password.h and token.h.
#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace zr::crypto {

/// A running SHA-256. After `finish` it is empty again and may be used for the next text.
/// One object serves one thread at a time.
class Sha256 {
 public:
  Sha256();
  /// Takes in the next piece; only the joined bytes count, not where they were cut.
  Sha256& add(std::string_view piece);
  /// The 32 bytes of the digest.
  std::string finish();
  /// The digest as 64 lower-case hexadecimal digits.
  std::string finish_hex();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

/// Digest of one text in hexadecimal.
std::string sha256_hex(std::string_view text);

}  // namespace zr::crypto

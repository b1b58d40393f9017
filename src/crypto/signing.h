#pragma once
/// The key that signs anchors: Ed25519, in a file of its own outside database and backup, readable
/// by its owner only. The public part stands in record 1, a new key in a record `keys.rotate`.
/// Never leaves this class but into that file.
#include <array>
#include <string>
#include <string_view>

#include "base/result.h"

namespace zr::crypto {

inline constexpr Refusal key_exists{"key_exists", "签名密钥文件已存在，不会覆盖",
                                    "The signing key file exists and is not overwritten"};
inline constexpr Refusal no_key{"no_key", "找不到签名密钥文件，请检查路径",
                                "The signing key file is missing: check its path",
                                RefusalKind::unavailable};
inline constexpr Refusal key_open_to_others{
    "key_open_to_others", "签名密钥文件可被他人读取，请先执行 chmod 600",
    "Others may read the signing key file: chmod 600 it first", RefusalKind::unavailable};
inline constexpr Refusal not_a_key{"not_a_key", "该文件不是签名密钥，请从安全备份恢复",
                                   "The file is not a signing key: restore it from its safe copy",
                                   RefusalKind::unavailable};

/// A key pair in memory; wiped when it goes out of scope.
class SigningKey {
 public:
  /// A new pair from random.h.
  static SigningKey create();
  /// The pair of a key file; refused when missing, damaged, or readable by others.
  static Result<SigningKey> load(const std::string& path);

  SigningKey(SigningKey&& other) noexcept;
  SigningKey& operator=(SigningKey&& other) noexcept;
  SigningKey(const SigningKey&) = delete;
  SigningKey& operator=(const SigningKey&) = delete;
  ~SigningKey();

  /// Writes the file (mode 0600, file and directory fsynced); an existing file is never replaced.
  Result<Done> save(const std::string& path) const;
  /// 128 hexadecimal digits over the exact bytes of the message.
  std::string sign(std::string_view message) const;
  /// 64 hexadecimal digits.
  const std::string& public_key() const { return public_key_; }
  /// See key_id.
  std::string id() const;

 private:
  explicit SigningKey(std::string_view seed);

  std::array<unsigned char, 64> secret_;
  std::string public_key_;
};

/// Short name of a public key: the first 16 hexadecimal digits of the SHA-256 of its 32 bytes.
/// Takes the key as 64 hexadecimal digits.
std::string key_id(std::string_view public_key);

/// A message with the signature it came with (128 hexadecimal digits).
struct Signed {
  std::string_view message;
  std::string_view signature;
};

/// Was this message signed with the key of this public part? Malformed digits answer no.
bool signature_fits(const Signed& given, std::string_view public_key);

}  // namespace zr::crypto

#pragma once
/// Session ids and other bearer secrets (ASVS 5.0 7.2.3): 256 random bits, shown once to their
/// owner and stored only as SHA-256, so a stolen database or backup opens no session. Never in a
/// URL or a log.
#include <string>
#include <string_view>

namespace zr::crypto {

struct Token {
  std::string text;    ///< 64 hexadecimal digits, for the cookie or the header
  std::string stored;  ///< what the database keeps and looks up
};

Token new_token();
/// The stored form of a presented token. Looking it up needs no constant time: an attacker cannot
/// steer the digest of what he sends.
std::string stored_token(std::string_view text);
/// Equality of two secrets in a time that does not tell where they differ.
bool same_secret(std::string_view left, std::string_view right);

}  // namespace zr::crypto

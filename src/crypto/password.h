#pragma once
/// Passwords and one-time secrets, kept as Argon2id in the usual text form (ASVS 5.0 11.4.2). Costs
/// 30–60 ms of CPU and 19 MiB on purpose, so never call it on the writer thread or inside a
/// transaction. Never logs, never keeps the plain text.
#include <string>
#include <string_view>

namespace zr::crypto {

/// Cost of one hash: three passes over 19 MiB, one pass more than the minimum that OWASP names. At
/// most `hashes_at_once` run together and others wait, so sign-ins cannot take the server's memory.
inline constexpr unsigned hash_passes = 3;
inline constexpr unsigned hash_memory_kib = 19 * 1024;
inline constexpr int hashes_at_once = 4;

/// The stored form `$argon2id$v=19$m=…,t=…,p=1$salt$hash`. The salt is from random.h, so the demo
/// city's stored forms repeat with its seed.
std::string hash_password(std::string_view password);
/// Does the password fit the stored form? Compared in constant time; a damaged form fits nothing.
bool password_fits(std::string_view password, const std::string& stored);
/// The same work for a user who does not exist, so that the time of an answer tells nothing
/// (security.md §2 line 5). The answer is always no.
bool password_fits_nobody(std::string_view password);

}  // namespace zr::crypto

#pragma once
/// The one source of random bytes: salts, keys, tokens, first passwords. Under `demo` and
/// `init --test`, and nowhere else, it is a counted stream from a seed, so that one seed gives one
/// dump. Never used for business decisions: a drawn lot is a rule with its own recorded seed.
#include <cstddef>
#include <cstdint>
#include <string>

namespace zr::crypto {

/// Fresh random bytes of the operating system, or the next ones of the seeded stream.
std::string random_bytes(std::size_t count);
/// From here on every random byte of this process follows from `seed` and from the order of the
/// calls. Only for `demo` and `init --test`; there is no way back to unseeded bytes.
void seed_for_demo(std::uint64_t seed);

/// A one-time secret that a person reads from a screen and types once: four groups of five
/// lower-case letters and digits (99 bits), none of which is easily taken for another (no 0 o, 1 l
/// i).
std::string one_time_secret();
/// A password drawn for a person: four groups of four, with upper case, lower case, digit and
/// hyphen, without the same ambiguous characters (more than 90 bits).
std::string new_password();

}  // namespace zr::crypto

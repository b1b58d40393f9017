#include "base/uscc.h"

#include <array>

namespace zr {

namespace {

constexpr std::size_t uscc_length = 18;
constexpr std::string_view uscc_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

constexpr bool uscc_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr char uscc_letter(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// Value of each character, -1 where it may not stand in a code.
constexpr auto uscc_values = [] {
  std::array<int, 256> table{};
  table.fill(-1);
  for (std::size_t i = 0; i < uscc_alphabet.size(); ++i)
    table[static_cast<unsigned char>(uscc_alphabet[i])] = static_cast<int>(i);
  return table;
}();

/// 3^i mod 31.
constexpr auto uscc_weights = [] {
  std::array<int, uscc_length - 1> powers{};
  int power = 1;
  for (int& each : powers) {
    each = power;
    power = power * 3 % 31;
  }
  return powers;
}();

/// GB 11714 counts A as 10 … Z as 35, with the letters that a credit code leaves out.
char organisation_check(std::string_view eight) {
  constexpr std::array organisation_weights{3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < organisation_weights.size(); ++i) {
    const char c = uscc_letter(eight[i]);
    sum += (uscc_digit(c) ? c - '0' : c - 'A' + 10) * organisation_weights[i];
  }
  const int check = (11 - sum % 11) % 11;
  return check == 10 ? 'X' : static_cast<char>('0' + check);
}

}  // namespace

UsccReading read_uscc(std::string_view text) {
  if (text.size() != uscc_length) return {};
  int sum = 0;
  for (std::size_t i = 0; i < uscc_length; ++i) {
    const int value = uscc_values[static_cast<unsigned char>(uscc_letter(text[i]))];
    if (value < 0) return {};
    if (i < uscc_weights.size()) sum += value * uscc_weights[i];
  }
  UsccReading reading{.well_formed = true};
  for (const char c : text.substr(2, 6))
    if (!uscc_digit(c)) reading.region_of_digits = false;
  reading.organisation_check = organisation_check(text.substr(8, 8));
  reading.last_check = uscc_alphabet[static_cast<std::size_t>((31 - sum % 31) % 31)];
  reading.organisation_holds = uscc_letter(text[16]) == reading.organisation_check;
  reading.last_holds = uscc_letter(text[17]) == reading.last_check;
  return reading;
}

}  // namespace zr

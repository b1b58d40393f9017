#include "imports/rules/personal.h"

#include "base/text.h"
#include "imports/rules/digit.h"
#include "imports/rules/header.h"

namespace zr::imports {

namespace {

constexpr std::size_t mobile_digits = 11;
constexpr std::size_t identity_places = 18;
constexpr std::size_t identity_birth = 6;

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// 6 digits of region, a day of birth, 3 digits, a check digit or X.
bool identity(std::string_view run) {
  if (run.size() != identity_places) return false;
  const int year = number(run.substr(identity_birth, 4));
  const int month = number(run.substr(identity_birth + 4, 2));
  const int day = number(run.substr(identity_birth + 6, 2));
  return year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

bool mobile(std::string_view run) {
  if (run.size() == mobile_digits + 2 && run.starts_with("86")) run.remove_prefix(2);
  return run.size() == mobile_digits && run[0] == '1' && run[1] >= '3';
}

}  // namespace

bool personal_column(const PersonalColumns& listed, std::string_view header) {
  const std::string name = read_header(header).name;
  for (const std::string& word : listed)
    if (name.find(word) != std::string::npos) return true;
  return false;
}

bool personal_shape(std::string_view value) {
  std::string digits;
  const std::string text = upper(half_width(value)) + ' ';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool joins =
        (c == ' ' || c == '-') && !digits.empty() && i + 1 < text.size() && digit(text[i + 1]);
    if (digit(c)) {
      digits += c;
    } else if (c == 'X' && digits.size() == identity_places - 1) {
      digits += '0';
    } else if (!joins) {
      if (mobile(digits) || identity(digits)) return true;
      digits.clear();
    }
  }
  return false;
}

std::string masked(std::string_view value) {
  std::size_t first = value.empty() ? 0 : 1;
  while (first < value.size() && (static_cast<unsigned char>(value[first]) & 0xC0u) == 0x80u)
    ++first;
  return std::string(value.substr(0, first)) + "***";
}

}  // namespace zr::imports

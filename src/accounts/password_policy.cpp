#include "accounts/password_policy.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "accounts/common_passwords.h"
#include "base/text.h"

namespace zr::accounts {

namespace {

constexpr std::size_t least_length = 12;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

/// One or two characters repeated, or a straight run, whatever the length.
bool monotonous(std::string_view text) {
  bool run_up = true;
  bool run_down = true;
  std::string seen;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (seen.find(text[i]) == std::string::npos) seen += text[i];
    if (i == 0) continue;
    run_up = run_up && text[i] == text[i - 1] + 1;
    run_down = run_down && text[i] == text[i - 1] - 1;
  }
  return seen.size() <= 2 || run_up || run_down;
}

}  // namespace

bool strong(std::string_view password, std::string_view login) {
  if (!valid_utf8(password) || length(password) < least_length) return false;
  const std::string folded = lower(password);
  if (monotonous(folded)) return false;
  if (login.size() >= 3 && folded.find(lower(login)) != std::string::npos) return false;
  return !only_common_words(folded);
}

}  // namespace zr::accounts

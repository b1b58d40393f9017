#include "ledger/rules/nearest_word.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace zr::ledger {

namespace {

/// The characters of a text, each as its bytes.
std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    out.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return out;
}

std::size_t changes(const std::vector<std::string_view>& a,
                    const std::vector<std::string_view>& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string> nearest_word(std::string_view text, std::span<const std::string> words) {
  const auto meant = characters(text);
  const std::string* found = nullptr;
  std::size_t fewest = SIZE_MAX;
  for (const std::string& word : words) {
    const auto letters = characters(word);
    const std::size_t needed = changes(meant, letters);
    if (needed * 3 > std::max(meant.size(), letters.size())) continue;
    if (found && needed == fewest && *found != word) {
      found = nullptr;
    } else if (needed < fewest) {
      found = &word;
      fewest = needed;
    }
  }
  return found ? std::optional(*found) : std::nullopt;
}

}  // namespace zr::ledger

#include "db/anywhere.h"

namespace zr::db {

std::string anywhere(const std::optional<std::string>& text) {
  if (!text) return {};
  std::string pattern = "%";
  for (const char c : *text) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return pattern + "%";
}

}  // namespace zr::db

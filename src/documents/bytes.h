#pragma once
/// What the readers of file formats share: how numbers and marks lie in bytes.
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace zr::documents {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The number in `width` bytes from `at`, least first; bytes beyond the end count as 0.
inline std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint64_t value = 0;
  for (std::size_t i = width; i-- > 0;)
    value = value << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
  return value;
}

}  // namespace zr::documents

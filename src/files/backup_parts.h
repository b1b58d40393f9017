#pragma once
/// How the archive of a backup is laid out, in this order: version, rows/000001 … (lines of the
/// dump, table by table in an order in which rows name only earlier ones), files/ab/<digest> …,
/// manifest.json, SHA256SUMS.
#include <fmt/format.h>

#include <string>
#include <string_view>

namespace zr::files {

inline constexpr std::string_view version_name = "zhirong-backup";
inline constexpr std::string_view version_text = "1\n";
inline constexpr std::string_view manifest_name = "manifest.json";
inline constexpr std::string_view rows_folder = "rows/";
inline constexpr std::string_view files_folder = "files/";

/// A part is closed by the line that reaches this.
inline constexpr std::size_t part_bytes = 8u << 20;
/// So no part is longer than this: the longest line is 64 MB.
inline constexpr std::size_t most_part_bytes = part_bytes + (65u << 20);
inline constexpr std::size_t most_manifest_bytes = 1u << 20;

inline std::string part_name(int number) {
  return fmt::format("{}{:06}", rows_folder, number);
}
inline std::string file_name(std::string_view digest) {
  return fmt::format("{}{}/{}", files_folder, digest.substr(0, 2), digest);
}

}  // namespace zr::files

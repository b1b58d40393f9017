#pragma once
/// Small text operations on UTF-8 that the standard library lacks.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace zr {

/// Is this well-formed UTF-8 (no surrogates, no overlong forms, nothing above U+10FFFF)?
bool valid_utf8(std::string_view text);
/// Number of code points; the text must be valid UTF-8.
std::size_t length(std::string_view text);
/// Without ASCII and ideographic blanks, tabs and line ends on either side.
std::string_view trim(std::string_view text);
/// Full-width ASCII (！ … ～) and the ideographic space as half width.
std::string half_width(std::string_view text);
/// ASCII letters in upper case.
std::string upper(std::string_view text);
/// Lower-case hexadecimal.
std::string hex(std::string_view bytes);
/// Bytes of an even number of hexadecimal digits; else empty.
std::optional<std::string> unhex(std::string_view text);

}  // namespace zr

#include "documents/text_stream.h"

#include <iconv.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <system_error>
#include <vector>

#include "base/text.h"
#include "documents/bytes.h"
#include "documents/refusals.h"

namespace zr::documents {

namespace {

constexpr std::size_t piece_bytes = 64u << 10;

/// Where the text may be cut so that no character of it is torn: at most three bytes before the
/// end.
std::size_t whole_characters(std::string_view text) {
  for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if (byte < 0x80) return text.size();
    if (byte < 0xC0) continue;
    const std::size_t needs = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    return needs > back ? text.size() - back : text.size();
  }
  return text.size();
}

/// Eight bytes at a time while they are ASCII: most of a ledger is digits and separators.
std::string_view behind_ascii(std::string_view text) {
  std::uint64_t word = 0;
  while (text.size() >= sizeof word) {
    std::memcpy(&word, text.data(), sizeof word);
    if ((word & 0x8080808080808080u) != 0) break;
    text.remove_prefix(sizeof word);
  }
  return text;
}

bool valid_piece(std::string_view text) {
  constexpr std::size_t stride = 64;
  while (!(text = behind_ascii(text)).empty()) {
    const auto part = text.substr(0, stride);
    const auto whole = part.size() < stride ? part.size() : whole_characters(part);
    if (!valid_utf8(part.substr(0, whole))) return false;
    text.remove_prefix(whole);
  }
  return true;
}

}  // namespace

Encoding encoding_of(const Source& source) {
  std::vector<char> buffer(piece_bytes);
  std::uint64_t offset = 0;
  bool marked = false;
  for (;;) {  // ends with the file: every turn moves the offset forward
    const std::size_t got = source.read(offset, buffer);
    if (got == 0) break;
    const std::string_view text(buffer.data(), got);
    if (offset == 0) marked = text.starts_with(byte_order_mark);
    const bool last = got < buffer.size();
    const std::size_t whole = last ? got : whole_characters(text);
    if (!valid_piece(text.substr(0, whole))) return Encoding::gb18030;
    offset += whole;
  }
  return marked ? Encoding::utf8_marked : Encoding::utf8;
}

struct TextStream::Converter {
  iconv_t handle = ::iconv_open("UTF-8", "GB18030");
  std::array<char, piece_bytes> input{};
  std::size_t held = 0;  ///< Bytes of `input` not yet converted.
  bool stuck = false;    ///< The next byte is no GB18030.

  Converter() {
    if (reinterpret_cast<std::intptr_t>(handle) == -1)
      throw std::system_error(errno, std::generic_category(), "iconv GB18030");
  }
  ~Converter() { ::iconv_close(handle); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
};

TextStream::TextStream(const Source& source, Encoding encoding) : source_(source) {
  if (encoding == Encoding::utf8_marked) offset_ = byte_order_mark.size();
  if (encoding == Encoding::gb18030) converter_ = std::make_unique<Converter>();
}

TextStream::~TextStream() = default;

Result<std::size_t> TextStream::read(std::span<char> into) {
  if (broken_) return bad_encoding;
  std::size_t got = 0;
  if (converter_) {
    const auto converted = convert(into);
    if (!converted) return converted.problem();
    got = *converted;
  } else {
    got = source_.read(offset_, into);
    offset_ += got;
  }
  // No table holds a zero byte; a database would refuse it later, far from the file.
  if (const void* zero = std::memchr(into.data(), 0, got)) {
    broken_ = true;
    got = static_cast<std::size_t>(static_cast<const char*>(zero) - into.data());
    if (got == 0) return bad_encoding;
  }
  return got;
}

Result<std::size_t> TextStream::convert(std::span<char> into) {
  Converter& c = *converter_;
  char* out = into.data();
  std::size_t room = into.size();
  while (!c.stuck && out == into.data()) {
    const std::size_t got = source_.read(offset_, std::span(c.input).subspan(c.held));
    offset_ += got;
    c.held += got;
    if (c.held == 0) return std::size_t{0};
    char* in = c.input.data();
    const std::size_t done = ::iconv(c.handle, &in, &c.held, &out, &room);
    const int error = done == static_cast<std::size_t>(-1) ? errno : 0;
    std::memmove(c.input.data(), in, c.held);
    // EINVAL is a character cut by the piece's end: more bytes follow, unless the file ends here.
    c.stuck = error == EILSEQ || (error == EINVAL && got == 0);
  }
  if (out == into.data()) return bad_encoding;
  return static_cast<std::size_t>(out - into.data());
}

}  // namespace zr::documents

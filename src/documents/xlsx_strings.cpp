#include "documents/xlsx_strings.h"

#include <charconv>
#include <cstring>

#include "documents/refusals.h"
#include "documents/xml.h"

namespace zr::documents {

namespace {

constexpr std::size_t block_bytes = 1u << 20;
constexpr unsigned offset_bits = 20;

class StringReader : public XmlReader {
 public:
  StringReader(SharedStrings& strings, const Limits& limits) : strings_(strings), limits_(limits) {}

  void open(std::string_view element, const Attributes&) override {
    if (element == "si") {
      text_.clear();
    } else if (element == "rPh") {
      phonetic_ = true;
    } else if (element == "t") {
      inside_ = !phonetic_;
    }
  }
  void text(std::string_view piece) override {
    if (!inside_) return;
    text_.append(piece);
    if (text_.size() > limits_.cell_bytes) refuse(text_too_long);
  }
  void close(std::string_view element) override {
    if (element == "t") {
      inside_ = false;
    } else if (element == "rPh") {
      phonetic_ = false;
    } else if (element == "si") {
      unescape(text_);
      if (strings_.count() == limits_.shared_strings ||
          strings_.bytes() + text_.size() > limits_.shared_string_bytes)
        return refuse(too_complex);
      strings_.add(text_);
    }
  }

 private:
  SharedStrings& strings_;
  const Limits& limits_;
  std::string text_;
  bool inside_ = false;
  bool phonetic_ = false;
};

std::string utf8(unsigned code) {
  std::string out;
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
  return out;
}

constexpr std::size_t spelling_bytes = 7;

/// The number in the spelling "_xHHHH_" at `at`, if one stands there.
std::optional<unsigned> spelt(std::string_view text, std::size_t at) {
  const auto seven = text.substr(at, spelling_bytes);
  if (seven.size() != spelling_bytes || !seven.starts_with("_x") || seven[6] != '_')
    return std::nullopt;
  unsigned code = 0;
  const auto [end, error] = std::from_chars(seven.data() + 2, seven.data() + 6, code, 16);
  if (error != std::errc{} || end != seven.data() + 6) return std::nullopt;
  return code;
}

}  // namespace

void unescape(std::string& text) {
  if (text.find("_x") == std::string::npos) return;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto code = spelt(text, i);
    if (code && *code != 0 && (*code < 0xD800 || *code > 0xDFFF)) {
      out += utf8(*code);
      i += spelling_bytes;
    } else {
      out += text[i++];
    }
  }
  text = std::move(out);
}

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    spelt(text, i) ? out.append("_x005F_") : out.append(1, text[i]);
  return out;
}

void SharedStrings::add(std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::size_t needed = sizeof size + text.size();
  if (blocks_.empty() || filled_ + needed > block_bytes) {
    blocks_.push_back(std::make_unique<char[]>(block_bytes));
    filled_ = 0;
  }
  char* place = blocks_.back().get() + filled_;
  std::memcpy(place, &size, sizeof size);
  if (!text.empty()) std::memcpy(place + sizeof size, text.data(), text.size());
  places_.push_back(static_cast<std::uint32_t>((blocks_.size() - 1) << offset_bits | filled_));
  filled_ += needed;
  bytes_ += needed;
}

std::optional<std::string_view> SharedStrings::at(std::uint64_t index) const {
  if (index >= places_.size()) return std::nullopt;
  const std::uint32_t place = places_[index];
  const char* start = blocks_[place >> offset_bits].get() + (place & (block_bytes - 1));
  std::uint32_t size = 0;
  std::memcpy(&size, start, sizeof size);
  return std::string_view(start + sizeof size, size);
}

Result<SharedStrings> SharedStrings::read(Archive& archive, std::string_view part) {
  SharedStrings strings;
  if (part.empty()) return strings;
  StringReader reader(strings, archive.limits());
  if (const auto done = read_xml(archive, part, reader); !done) return done.problem();
  return strings;
}

}  // namespace zr::documents

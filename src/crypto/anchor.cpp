#include "crypto/anchor.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>

#include "crypto/durable.h"

namespace zr::crypto {

namespace {

/// Takes the fixed parts of a line from its front; once a part fails, all later ones do.
class Reading {
 public:
  explicit Reading(std::string_view text) : rest_(text) {}

  void literal(std::string_view expected) {
    good_ = good_ && rest_.starts_with(expected);
    if (good_) rest_.remove_prefix(expected.size());
  }
  /// A positive integer without leading zero.
  std::int64_t number() {
    std::int64_t value = 0;
    const char* end = rest_.data() + rest_.size();
    const auto [stop, error] = std::from_chars(rest_.data(), end, value);
    good_ = good_ && error == std::errc{} && value > 0 && rest_.front() != '0';
    if (good_) rest_.remove_prefix(static_cast<std::size_t>(stop - rest_.data()));
    return value;
  }
  /// Characters of `allowed`, at least and at most so many.
  std::string characters(std::string_view allowed, std::size_t least, std::size_t most) {
    const auto part = rest_.substr(0, std::min(most, rest_.find_first_not_of(allowed)));
    good_ = good_ && part.size() >= least;
    if (good_) rest_.remove_prefix(part.size());
    return std::string(part);
  }
  bool done() const { return good_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool good_ = true;
};

constexpr std::size_t longest_line = 512;
constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::string_view instant_signs = "0123456789-:.T+";

Problem broken_line(std::size_t number) {
  Problem problem(not_an_anchor);
  problem.detail_zh = fmt::format("第 {} 行", number);
  problem.detail_en = fmt::format("line {}", number);
  return problem;
}

}  // namespace

std::string anchor_message(const AnchorPoint& point) {
  return fmt::format("zhirong-anchor 1\n{}\n{}\n{}\n", point.seq, point.head, point.at);
}

Anchor sign_anchor(const SigningKey& key, const AnchorPoint& point) {
  return {.point = point, .key = key.id(), .signature = key.sign(anchor_message(point))};
}

bool anchor_fits(const Anchor& anchor, std::string_view public_key) {
  return anchor.key == key_id(public_key) &&
         signature_fits({.message = anchor_message(anchor.point), .signature = anchor.signature},
                        public_key);
}

std::string anchor_line(const Anchor& anchor) {
  return fmt::format(R"({{"v":1,"seq":{},"head":"{}","at":"{}","key":"{}","signature":"{}"}})",
                     anchor.point.seq, anchor.point.head, anchor.point.at, anchor.key,
                     anchor.signature);
}

Result<Anchor> parse_anchor(std::string_view line) {
  Reading reading(line);
  Anchor anchor;
  reading.literal(R"({"v":1,"seq":)");
  anchor.point.seq = reading.number();
  reading.literal(R"(,"head":")");
  anchor.point.head = reading.characters(hex_digits, 64, 64);
  reading.literal(R"(","at":")");
  anchor.point.at = reading.characters(instant_signs, 20, 40);
  reading.literal(R"(","key":")");
  anchor.key = reading.characters(hex_digits, 16, 16);
  reading.literal(R"(","signature":")");
  anchor.signature = reading.characters(hex_digits, 128, 128);
  reading.literal(R"("})");
  if (!reading.done()) return not_an_anchor;
  return anchor;
}

void append_anchor(const std::string& path, const Anchor& anchor) {
  append_line(path, anchor_line(anchor));
}

Result<std::vector<Anchor>> read_anchors(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return no_anchor_file;
  std::vector<Anchor> anchors;
  std::array<char, longest_line> line;
  // Without a line end getline leaves the file at its end, which tells the cut last line.
  while (!file.getline(line.data(), line.size()).eof()) {
    if (file.fail() || anchors.size() == most_anchors) return broken_line(anchors.size() + 1);
    auto anchor = parse_anchor(line.data());
    if (!anchor) return broken_line(anchors.size() + 1);
    anchors.push_back(std::move(*anchor));
  }
  return anchors;
}

}  // namespace zr::crypto

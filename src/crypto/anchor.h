#pragma once
/// Anchors: signed statements "record N has this hash", kept in a file outside the database, daily
/// and at every publication. Only an anchor shows a cut tail or a chain recomputed as a whole. The
/// offline verifier keeps its own copy of this format on purpose; change both or neither.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "crypto/signing.h"

namespace zr::crypto {

inline constexpr Refusal not_an_anchor{"not_an_anchor", "不是有效的锚定记录",
                                       "This line is not an anchor"};
inline constexpr Refusal no_anchor_file{"no_anchor_file", "找不到锚定文件，请检查路径",
                                        "The anchor file is missing: check its path",
                                        RefusalKind::unavailable};

/// Most anchors that are read from one file: 2,700 years of daily ones.
inline constexpr std::size_t most_anchors = 1'000'000;

/// What an anchor states.
struct AnchorPoint {
  std::int64_t seq;  ///< number of the record, from 1
  std::string head;  ///< its hash, 64 lower-case hexadecimal digits
  std::string at;    ///< when it was signed, an instant with +08:00
  bool operator==(const AnchorPoint&) const = default;
};

/// The statement with the id of the key and the signature over `anchor_message`.
struct Anchor {
  AnchorPoint point;
  std::string key;        ///< see key_id
  std::string signature;  ///< 128 lower-case hexadecimal digits
  bool operator==(const Anchor&) const = default;
};

/// The exact bytes that are signed.
std::string anchor_message(const AnchorPoint& point);
Anchor sign_anchor(const SigningKey& key, const AnchorPoint& point);
/// Signed with the key of this public part, and naming it?
bool anchor_fits(const Anchor& anchor, std::string_view public_key);

/// The one line of an anchor, without line end.
std::string anchor_line(const Anchor& anchor);
/// Reads exactly what `anchor_line` writes.
Result<Anchor> parse_anchor(std::string_view line);

/// Adds the anchor to the file; it is on the disk when this returns.
void append_anchor(const std::string& path, const Anchor& anchor);
/// Every anchor of a file in order. A last line without line end was cut off by a crash before
/// anyone was told of it, and is left out.
Result<std::vector<Anchor>> read_anchors(const std::string& path);

}  // namespace zr::crypto

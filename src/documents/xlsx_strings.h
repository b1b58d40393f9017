#pragma once
/// The shared strings of a workbook, packed: four bytes an entry beside the text itself, so that
/// millions of them stay within the memory promised. Phonetic runs are left out.
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/archive.h"

namespace zr::documents {

class SharedStrings {
 public:
  /// An empty part name is a book without shared strings.
  static Result<SharedStrings> read(Archive& archive, std::string_view part);

  /// Stays valid as long as the strings.
  std::optional<std::string_view> at(std::uint64_t index) const;
  void add(std::string_view text);
  std::size_t count() const { return places_.size(); }
  std::size_t bytes() const { return bytes_; }

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t filled_ = 0;  ///< Bytes used of the last block.
  std::size_t bytes_ = 0;
  std::deque<std::uint32_t> places_;  ///< Block number and offset of each string.
};

/// Undoes the spelling _xHHHH_ of characters that XML cannot hold (ECMA-376 part 1, 22.4.2.4).
/// A zero character stays spelt: no text of ours may hold one.
void unescape(std::string& text);
/// The text as a cell must hold it so that what only looks like such a spelling reads back as it
/// is.
std::string escape(std::string_view text);

}  // namespace zr::documents

#pragma once
/// The text of a file as UTF-8, piece by piece. The encoding is one decision for the whole file:
/// valid UTF-8 wins, otherwise it is read as GB18030 (which contains GBK and GB2312).
#include <memory>
#include <span>

#include "base/result.h"
#include "documents/source.h"
#include "documents/table.h"

namespace zr::documents {

/// Reads the whole file once unless it is found not to be UTF-8.
Encoding encoding_of(const Source& source);

class TextStream {
 public:
  TextStream(const Source& source, Encoding encoding);
  ~TextStream();
  TextStream(const TextStream&) = delete;
  TextStream& operator=(const TextStream&) = delete;

  /// Fills `into` (at least 64 bytes) in part or whole; 0 at the end. Refused (bad_encoding) at a
  /// byte that is no text, after all text before it was given.
  Result<std::size_t> read(std::span<char> into);

 private:
  struct Converter;
  Result<std::size_t> convert(std::span<char> into);

  const Source& source_;
  std::uint64_t offset_ = 0;
  bool broken_ = false;  ///< A zero byte follows what was given.
  std::unique_ptr<Converter> converter_;
};

}  // namespace zr::documents

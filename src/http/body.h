#pragma once
/// The body of a request as it arrives, by length or in chunks (RFC 9112 §7.1). Chunk extensions
/// are skipped, trailers and every deviation from the grammar refused; a body ends where the head
/// said and nowhere else.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/head.h"

namespace zr::http {

class BodyDecoder {
 public:
  BodyDecoder() = default;
  BodyDecoder(const Head& head, std::uint64_t limit);

  /// Appends what it decodes to `out` and answers how many bytes of `in` it used up; call again
  /// with the rest and what follows. Uses nothing beyond the body's last byte.
  Result<std::size_t> feed(std::string_view in, std::string& out);
  bool done() const { return state_ == State::done; }
  std::uint64_t decoded() const { return decoded_; }

 private:
  enum class State {
    sized,
    chunk_size,
    chunk_extension,
    chunk_size_end,
    chunk,
    chunk_return,
    chunk_end,
    last_return,
    last_end,
    done
  };
  Result<Done> step(char c);
  Result<Done> digit(char c);

  State state_ = State::done;
  std::uint64_t limit_ = 0;
  std::uint64_t left_ = 0;  ///< Of the sized body or the current chunk.
  std::uint64_t decoded_ = 0;
  unsigned digits_ = 0;
  unsigned extension_bytes_ = 0;
};

}  // namespace zr::http

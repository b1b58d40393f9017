#include "http/body.h"

#include <algorithm>

#include "http/refusals.h"

namespace zr::http {

namespace {

/// Over the whole body: extensions carry nothing for us, so many of them are an attack.
constexpr unsigned most_extension_bytes = 4096;
constexpr unsigned most_size_digits = 15;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

BodyDecoder::BodyDecoder(const Head& head, std::uint64_t limit) : limit_(limit) {
  if (head.chunked) {
    state_ = State::chunk_size;
  } else if (head.content_length > 0) {
    state_ = State::sized;
    left_ = head.content_length;
  }
}

Result<std::size_t> BodyDecoder::feed(std::string_view in, std::string& out) {
  std::size_t used = 0;
  while (used < in.size() && state_ != State::done) {
    if (state_ != State::sized && state_ != State::chunk) {
      if (const auto judged = step(in[used]); !judged) return judged.problem();
      ++used;
      continue;
    }
    const auto part = std::min<std::uint64_t>(left_, in.size() - used);
    if (decoded_ + part > limit_) return body_too_large;
    out.append(in.substr(used, static_cast<std::size_t>(part)));
    used += static_cast<std::size_t>(part);
    decoded_ += part;
    left_ -= part;
    if (left_ == 0) state_ = state_ == State::sized ? State::done : State::chunk_return;
  }
  return used;
}

/// A character of the size, or the one that ends it.
Result<Done> BodyDecoder::digit(char c) {
  if (const int value = hex_digit(c); value >= 0) {
    if (++digits_ > most_size_digits) return bad_request;
    left_ = left_ * 16 + static_cast<unsigned>(value);
    return Done{};
  }
  if (digits_ == 0 || (c != ';' && c != '\r')) return bad_request;
  if (decoded_ + left_ > limit_) return body_too_large;
  state_ = c == ';' ? State::chunk_extension : State::chunk_size_end;
  return Done{};
}

/// One character of the framing around the chunks.
Result<Done> BodyDecoder::step(char c) {
  const auto expect = [&](char wanted, State next) -> Result<Done> {
    if (c != wanted) return bad_request;
    state_ = next;
    return Done{};
  };
  switch (state_) {
    case State::chunk_size:
      return digit(c);
    case State::chunk_extension:
      if (++extension_bytes_ > most_extension_bytes) return bad_request;
      if (c == '\r')
        state_ = State::chunk_size_end;
      else if (static_cast<unsigned char>(c) < 0x20 && c != '\t')
        return bad_request;
      return Done{};
    case State::chunk_size_end:
      digits_ = 0;
      return expect('\n', left_ == 0 ? State::last_return : State::chunk);
    case State::chunk_return:
      return expect('\r', State::chunk_end);
    case State::chunk_end:
      return expect('\n', State::chunk_size);
    case State::last_return:
      return expect('\r', State::last_end);
    case State::last_end:
      return expect('\n', State::done);
    case State::sized:
    case State::chunk:
    case State::done:
      break;
  }
  return bad_request;
}

}  // namespace zr::http

#pragma once
/// Where the bytes of an uploaded file lie: in memory or on disk. Readers ask for pieces, so that a
/// file of 256 MB never stands in memory as a whole. A source never writes and never follows a name
/// found inside a file.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace zr::documents {

class Source {
 public:
  /// The bytes must outlive the source.
  static Source memory(std::string_view bytes);
  /// Throws std::system_error where the file cannot be opened: it is ours, not the user's.
  static Source file(const std::filesystem::path& path);

  std::uint64_t size() const { return size_; }
  /// Fills `into` from `offset` on; returns the bytes read, fewer only at the end.
  std::size_t read(std::uint64_t offset, std::span<char> into) const;
  /// Another descriptor of the same file, to be closed by the caller; -1 for memory.
  int duplicate() const;
  std::string_view bytes() const { return bytes_; }

 private:
  struct Descriptor;
  std::shared_ptr<const Descriptor> descriptor_;
  std::string_view bytes_;
  std::uint64_t size_ = 0;
};

}  // namespace zr::documents

#pragma once
/// The body of one request as a temporary file (mode 0600). The file goes with the request unless a
/// handler moves it away first; what a crash left behind goes at the next start.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "base/result.h"

namespace zr::http {

class Upload {
 public:
  /// A new empty file in `directory`; nothing can be kept there → storage_full.
  static Result<std::shared_ptr<Upload>> create(const std::filesystem::path& directory);
  ~Upload();
  Upload(const Upload&) = delete;
  Upload& operator=(const Upload&) = delete;

  /// False if the bytes cannot be stored. Blocks: never on an I/O thread.
  [[nodiscard]] bool append(std::string_view bytes);
  const std::filesystem::path& path() const { return path_; }
  std::uint64_t bytes() const { return bytes_; }

 private:
  Upload(std::filesystem::path path, int descriptor)
      : path_(std::move(path)), descriptor_(descriptor) {}

  std::filesystem::path path_;
  int descriptor_;
  std::uint64_t bytes_ = 0;
};

/// Makes the directory (mode 0700) if need be and clears it of uploads a crash left behind.
Result<Done> prepare_uploads(const std::filesystem::path& directory);

}  // namespace zr::http

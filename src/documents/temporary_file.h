#pragma once
/// A file in the system's temporary folder that vanishes with its owner; only its owner may read
/// it.
#include <string>

namespace zr::documents {

class TemporaryFile {
 public:
  /// Throws std::system_error where none can be made.
  TemporaryFile();
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace zr::documents

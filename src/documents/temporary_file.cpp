#include "documents/temporary_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace zr::documents {

TemporaryFile::TemporaryFile() {
  path_ = (std::filesystem::temp_directory_path() / "zhirong-XXXXXX").string();
  const int descriptor = ::mkostemp(path_.data(), O_CLOEXEC);
  if (descriptor < 0) throw std::system_error(errno, std::generic_category(), path_);
  ::close(descriptor);
}

TemporaryFile::~TemporaryFile() {
  ::unlink(path_.c_str());
}

}  // namespace zr::documents

#include "documents/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

namespace zr::documents {

struct Source::Descriptor {
  std::string path;
  int number = -1;
  explicit Descriptor(const std::filesystem::path& name) : path(name.string()) {
    number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (number < 0) throw std::system_error(errno, std::generic_category(), path);
  }
  ~Descriptor() { ::close(number); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
};

Source Source::memory(std::string_view bytes) {
  Source source;
  source.bytes_ = bytes;
  source.size_ = bytes.size();
  return source;
}

Source Source::file(const std::filesystem::path& path) {
  Source source;
  source.descriptor_ = std::make_shared<const Descriptor>(path);
  struct stat facts {};
  if (::fstat(source.descriptor_->number, &facts) != 0)
    throw std::system_error(errno, std::generic_category(), path.string());
  source.size_ = static_cast<std::uint64_t>(facts.st_size);
  return source;
}

std::size_t Source::read(std::uint64_t offset, std::span<char> into) const {
  if (offset >= size_) return 0;
  const auto wanted =
      static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), size_ - offset));
  if (!descriptor_) {
    std::memcpy(into.data(), bytes_.data() + offset, wanted);
    return wanted;
  }
  std::size_t got = 0;
  while (got < wanted) {
    const auto n = ::pread(descriptor_->number, into.data() + got, wanted - got,
                           static_cast<off_t>(offset + got));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw std::system_error(errno, std::generic_category(), descriptor_->path);
    if (n == 0) break;
    got += static_cast<std::size_t>(n);
  }
  return got;
}

int Source::duplicate() const {
  if (!descriptor_) return -1;
  // Opened anew, not dup(): a shared file position would let two readers disturb each other.
  const int again = ::open(descriptor_->path.c_str(), O_RDONLY | O_CLOEXEC);
  if (again < 0) throw std::system_error(errno, std::generic_category(), descriptor_->path);
  return again;
}

}  // namespace zr::documents

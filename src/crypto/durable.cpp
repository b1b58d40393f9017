#include "crypto/durable.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace zr::crypto {

namespace {

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// An open file; closed when it goes out of scope.
class Descriptor {
 public:
  Descriptor(const std::string& path, int flags, mode_t mode)
      : path_(path), number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool open() const { return number_ >= 0; }
  int number() const { return number_; }

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t done = ::write(number_, bytes.data(), bytes.size());
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) fail("write " + path_);
      bytes.remove_prefix(static_cast<std::size_t>(done));
    }
  }
  void sync() const {
    if (::fsync(number_) != 0) fail("fsync " + path_);
  }

 private:
  std::string path_;
  int number_;
};

/// A new name is only durable once its directory is.
void sync_directory_of(const std::string& path) {
  const auto parent = std::filesystem::path(path).parent_path();
  const Descriptor directory(parent.empty() ? "." : parent.string(), O_RDONLY | O_DIRECTORY, 0);
  if (!directory.open()) fail("open the directory of " + path);
  directory.sync();
}

/// Where the last whole line ends. Looks back no further than the longest line this module writes.
off_t end_of_lines(const Descriptor& file, const std::string& path) {
  std::array<char, 4096> tail;
  const off_t size = ::lseek(file.number(), 0, SEEK_END);
  if (size < 0) fail("seek in " + path);
  const off_t from =
      size > static_cast<off_t>(tail.size()) ? size - static_cast<off_t>(tail.size()) : 0;
  const ssize_t got =
      ::pread(file.number(), tail.data(), static_cast<std::size_t>(size - from), from);
  if (got < 0) fail("read " + path);
  const std::string_view read(tail.data(), static_cast<std::size_t>(got));
  const auto newline = read.rfind('\n');
  if (newline != std::string_view::npos) return from + static_cast<off_t>(newline) + 1;
  if (from == 0) return 0;
  errno = EINVAL;
  fail(path + " has no line end in its last 4096 bytes and is not a file of lines");
}

}  // namespace

Created create_private(const std::string& path, std::string_view bytes) {
  const Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
  if (!file.open()) {
    if (errno == EEXIST) return Created::existed;
    fail("create " + path);
  }
  // Said again because the mask of the process may have taken bits away from the owner.
  if (::fchmod(file.number(), 0600) != 0) fail("set the mode of " + path);
  file.write(bytes);
  file.sync();
  sync_directory_of(path);
  return Created::yes;
}

void append_line(const std::string& path, std::string_view line) {
  const Descriptor file(path, O_RDWR | O_CREAT, 0644);
  if (!file.open()) fail("open " + path);
  const off_t end = end_of_lines(file, path);
  if (::ftruncate(file.number(), end) != 0) fail("cut the broken last line of " + path);
  if (::lseek(file.number(), end, SEEK_SET) < 0) fail("seek in " + path);
  file.write(std::string(line) + '\n');
  file.sync();
  sync_directory_of(path);
}

}  // namespace zr::crypto

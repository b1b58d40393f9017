#include "files/durable.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>

namespace zr::files {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

}  // namespace

OpenFile::OpenFile(std::filesystem::path path, int number)
    : path_(std::move(path)), number_(number) {
  if (number_ < 0) fail(path_);
}

OpenFile::~OpenFile() {
  if (number_ >= 0) ::close(number_);
}

OpenFile OpenFile::to_read(const std::filesystem::path& path) {
  return {path, ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
}

OpenFile OpenFile::fresh(const std::filesystem::path& folder, std::string_view prefix) {
  std::string name = (folder / (std::string(prefix) + "XXXXXX")).string();
  const int number = ::mkostemp(name.data(), O_CLOEXEC);
  return {name, number};
}

void OpenFile::write(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t done = ::write(number_, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) fail(path_);
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
}

void OpenFile::sync() const {
  if (::fsync(number_) != 0) fail(path_);
}

void sync_folder(const std::filesystem::path& folder) {
  const int number = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (number < 0) fail(folder);
  const int done = ::fsync(number);
  ::close(number);
  if (done != 0) fail(folder);
}

bool is_full(const std::system_error& error) {
  return error.code() == std::errc::no_space_on_device ||
         error.code() == std::error_code(EDQUOT, std::generic_category());
}

}  // namespace zr::files

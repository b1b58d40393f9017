#include "http/upload.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "http/refusals.h"

namespace zr::http {

namespace {
constexpr std::string_view upload_prefix = "upload-";
}

Result<std::shared_ptr<Upload>> Upload::create(const std::filesystem::path& directory) {
  std::string name = (directory / (std::string(upload_prefix) + "XXXXXX")).string();
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) return storage_full;
  return std::shared_ptr<Upload>(new Upload(name, descriptor));
}

Upload::~Upload() {
  ::close(descriptor_);
  std::error_code ignored;  // A handler may have moved it into the store.
  std::filesystem::remove(path_, ignored);
}

bool Upload::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
    bytes_ += static_cast<std::uint64_t>(written);
  }
  return true;
}

Result<Done> prepare_uploads(const std::filesystem::path& directory) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (fs::create_directories(directory, error))
    fs::permissions(directory, fs::perms::owner_all, error);
  for (fs::directory_iterator at(directory, error), end; !error && at != end; at.increment(error))
    if (at->path().filename().string().starts_with(upload_prefix)) fs::remove(at->path(), error);
  if (error) return storage_full;
  return Done{};
}

}  // namespace zr::http

#include "files/folder.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <span>

#include "crypto/digest.h"
#include "documents/refusals.h"
#include "documents/source.h"
#include "files/durable.h"

namespace zr::files {

namespace fs = std::filesystem;

namespace {

/// Bytes hashed at once.
constexpr std::size_t piece_bytes = 1u << 20;

/// Durable on return, also where another thread has just made it and not yet synced its parent.
void make_private(const fs::path& folder) {
  if (fs::create_directory(folder)) fs::permissions(folder, fs::perms::owner_all);
  sync_folder(folder.parent_path().empty() ? "." : folder.parent_path());
}

}  // namespace

bool is_digest(std::string_view text) {
  return text.size() == 64 && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::string digest_of(const fs::path& file) {
  const auto source = documents::Source::file(file);
  std::string piece(std::min<std::uint64_t>(piece_bytes, source.size() + 1), '\0');
  crypto::Sha256 digest;
  for (std::uint64_t at = 0;;) {
    const std::size_t got = source.read(at, std::span(piece));
    if (got == 0) return digest.finish_hex();
    digest.add(std::string_view(piece).substr(0, got));
    at += got;
  }
}

void Folder::prepare() const {
  if (const auto parent = root_.parent_path(); !parent.empty()) fs::create_directories(parent);
  make_private(root_);
  fs::remove_all(incoming());
  make_private(incoming());
}

fs::path Folder::path_of(std::string_view digest) const {
  return root_ / digest.substr(0, 2) / digest;
}

bool Folder::has(std::string_view digest) const {
  return is_digest(digest) && fs::is_regular_file(fs::symlink_status(path_of(digest)));
}

Result<Done> Folder::check(std::string_view digest) const {
  if (!has(digest)) return missing_file;
  if (digest_of(path_of(digest)) != digest) return damaged_file;
  return Done{};
}

Result<Done> Folder::keep(const fs::path& file, std::string_view digest) const try {
  {
    const OpenFile written = OpenFile::to_read(file);
    ::fchmod(written.number(), S_IRUSR | S_IWUSR);
    written.sync();
  }
  const fs::path place = path_of(digest);
  make_private(place.parent_path());
  // Over a file of the same name: equal bytes, or a damaged file made good.
  fs::rename(file, place);
  sync_folder(place.parent_path());
  return Done{};
} catch (const std::system_error& error) {
  if (is_full(error)) return storage_full;
  throw;
}

Result<std::string> Folder::put(std::string_view bytes) const try {
  const OpenFile file = OpenFile::fresh(incoming(), "made-");
  file.write(bytes);
  std::string digest = crypto::sha256_hex(bytes);
  if (const auto kept = keep(file.path(), digest); !kept) return kept.problem();
  return digest;
} catch (const std::system_error& error) {
  if (is_full(error)) return storage_full;
  throw;
}

Result<std::string> Folder::read(std::string_view digest, std::uint64_t most) const {
  if (!has(digest)) return missing_file;
  const auto source = documents::Source::file(path_of(digest));
  if (source.size() > most) return documents::file_too_large;
  std::string bytes(source.size(), '\0');
  bytes.resize(source.read(0, std::span(bytes)));
  if (crypto::sha256_hex(bytes) != digest) return damaged_file;
  return bytes;
}

void Folder::each(const std::function<void(const fs::path&)>& file) const {
  if (!fs::exists(root_)) return;
  for (auto at = fs::recursive_directory_iterator(root_); at != fs::end(at); ++at) {
    if (at.depth() == 0 && at->path() == incoming()) {
      at.disable_recursion_pending();
      continue;
    }
    if (!at->is_directory() || at->is_symlink()) file(at->path());
  }
}

}  // namespace zr::files

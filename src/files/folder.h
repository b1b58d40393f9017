#pragma once
/// The folder of evidence: each file under the SHA-256 of its bytes, written and fsynced (file and
/// folder) before a command may name it, never changed afterwards. No name that a person typed ever
/// becomes a path here.
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace zr::files {

inline constexpr Refusal storage_full{"storage_full", "存储空间不足，文件未保存",
                                      "Storage is full, the file was not kept", RefusalKind::full};
inline constexpr Refusal missing_file{
    "missing_file", "文件仓库中缺少该文件，请联系系统管理员从备份恢复",
    "The file is missing from the store; ask the administrator to restore it",
    RefusalKind::unavailable};
inline constexpr Refusal damaged_file{
    "damaged_file", "文件仓库中的该文件已损坏，请联系系统管理员从备份恢复",
    "The file in the store is damaged; ask the administrator to restore it",
    RefusalKind::unavailable};

/// Is this 64 lower-case hexadecimal digits?
bool is_digest(std::string_view text);
/// SHA-256 of a file's bytes. Throws std::system_error where it cannot be read.
std::string digest_of(const std::filesystem::path& file);

class Folder {
 public:
  explicit Folder(std::filesystem::path root) : root_(std::move(root)) {}

  /// Makes the folder (mode 0700) and throws away what a crash left half-written.
  void prepare() const;
  const std::filesystem::path& root() const { return root_; }
  /// Where a file may be written before it is kept: on the same file system.
  std::filesystem::path incoming() const { return root_ / "incoming"; }
  std::filesystem::path path_of(std::string_view digest) const;
  bool has(std::string_view digest) const;
  /// Refused where the file is missing or its bytes have changed.
  Result<Done> check(std::string_view digest) const;

  /// Takes a file away from where it lies. It must have this digest, which `digest_of` has told.
  Result<Done> keep(const std::filesystem::path& file, std::string_view digest) const;
  /// Keeps bytes made by the program; answers their digest.
  Result<std::string> put(std::string_view bytes) const;
  /// The whole of a file, if it is whole and no longer than `most` bytes.
  Result<std::string> read(std::string_view digest, std::uint64_t most) const;
  /// Every file under its digest's name, and whatever else lies in the folder, by path.
  void each(const std::function<void(const std::filesystem::path&)>& file) const;

 private:
  std::filesystem::path root_;
};

}  // namespace zr::files

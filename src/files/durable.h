#pragma once
/// System calls behind the folder and the archives: whole writes, fsync of a file and of the folder
/// that names it. Throws std::system_error; a full disk is told apart by `is_full`.
#include <filesystem>
#include <string_view>
#include <system_error>

namespace zr::files {

/// An open file, closed with its scope.
class OpenFile {
 public:
  static OpenFile to_read(const std::filesystem::path& path);
  /// A new file (mode 0600) under a name that nothing in this folder bears yet.
  static OpenFile fresh(const std::filesystem::path& folder, std::string_view prefix);
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  int number() const { return number_; }
  void write(std::string_view bytes) const;
  void sync() const;

 private:
  OpenFile(std::filesystem::path path, int number);
  std::filesystem::path path_;
  int number_;
};

/// A new name is only durable once its folder is.
void sync_folder(const std::filesystem::path& folder);
bool is_full(const std::system_error& error);

}  // namespace zr::files

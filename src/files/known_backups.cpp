#include "files/known_backups.h"

#include <fstream>

#include "crypto/durable.h"

namespace zr::files {

namespace {

/// Beside the folder, not in it: a restore wants that empty.
std::string list_of(const Folder& folder) {
  return folder.root().string() + ".backups";
}

}  // namespace

const json::Struct& describe(const KnownBackup*) {
  static const json::Struct table(
      "KnownBackup", {{"archive", &KnownBackup::archive, "文件名", "File"},
                      {"taken", &KnownBackup::taken, "备份时间", "Taken"},
                      {"records", &KnownBackup::records, "记录数", "Records", {.min = 0}}});
  return table;
}

void remember_backup(const Folder& folder, const KnownBackup& backup) {
  crypto::append_line(list_of(folder), json::write(backup));
}

std::vector<KnownBackup> known_backups(const Folder& folder) {
  std::vector<KnownBackup> out;
  std::ifstream lines(list_of(folder));
  for (std::string line; std::getline(lines, line);) {
    const auto parsed = json::parse(line);
    if (!parsed) continue;
    if (auto backup = json::read<KnownBackup>(*parsed)) out.push_back(std::move(*backup));
  }
  return out;
}

}  // namespace zr::files

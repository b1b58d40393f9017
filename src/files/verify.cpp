/// The folder against the rows that name its files.
#include <fmt/format.h>

#include <set>

#include "files/store.h"
#include "files/verify.h"

namespace zr::files {

namespace {

journal::Finding about(const Digest& file, std::string_view zh, std::string_view en) {
  return {.kind = journal::FindingKind::file,
          .table = std::string(store::file_table.name),
          .record = file.sequence,
          .text_zh = fmt::format("记录 {} 所附文件 {} {}", file.sequence, file.digest, zh),
          .text_en = fmt::format("the file {} of record {} {}", file.digest, file.sequence, en)};
}

}  // namespace

std::vector<std::filesystem::path> listed(const Folder& folder) {
  std::vector<std::filesystem::path> all;
  folder.each([&](const std::filesystem::path& file) { all.push_back(file); });
  return all;
}

void verify(db::Tx& tx, const Folder& folder, const std::vector<std::filesystem::path>& before,
            journal::Verification& out) {
  std::set<std::filesystem::path> known;
  for (const Digest& file : store::digests(tx)) {
    known.insert(folder.path_of(file.digest));
    const auto sound = folder.check(file.digest);
    if (sound == missing_file)
      out.add(about(file, "缺失", "is missing"));
    else if (!sound)
      out.add(about(file, "已损坏", "is damaged"));
  }
  for (const std::string& digest : store::uploaded(tx)) known.insert(folder.path_of(digest));
  for (const std::filesystem::path& file : before) {
    if (known.contains(file)) continue;
    const std::string name = file.lexically_relative(folder.root()).string();
    out.add({.kind = journal::FindingKind::file,
             .text_zh = fmt::format("文件目录中有来历不明的文件 {}", name),
             .text_en = fmt::format("the folder holds a foreign file {}", name)});
  }
}

}  // namespace zr::files

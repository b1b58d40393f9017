#include "files/backup.h"

#include <fmt/format.h>

#include "db/tx.h"
#include "files/backup_parts.h"
#include "files/known_backups.h"
#include "files/store.h"
#include "journal/store.h"

namespace zr::files {

namespace {

/// Collects lines into members of some size, so that neither side holds much in memory.
class Rows {
 public:
  explicit Rows(ArchiveWriter& archive) : archive_(archive) {}

  void add(std::string_view line) {
    part_.append(line).append("\n");
    if (part_.size() >= part_bytes) flush();
  }
  void flush() {
    if (part_.empty()) return;
    archive_.add(part_name(++parts_), part_);
    part_.clear();
  }

 private:
  ArchiveWriter& archive_;
  std::string part_;
  int parts_ = 0;
};

TableSum write_table(db::Connection& snapshot, const db::Table& table, Rows& rows) {
  TableSum sum{.name = std::string(table.name)};
  crypto::Sha256 digest;
  db::each_line(snapshot, table, [&](const std::string& line) {
    ++sum.rows;
    digest.add(line).add("\n");
    rows.add(line);
  });
  sum.digest = digest.finish_hex();
  return sum;
}

Problem named(const Refusal& ground, const std::string& digest) {
  Problem problem(ground);
  problem.detail_zh = problem.detail_en = digest;
  return problem;
}

Result<std::int64_t> write_files(db::Tx& tx, const Folder& folder, ArchiveWriter& archive) {
  const auto digests = store::digests(tx);
  for (const Digest& each : digests) {
    if (!folder.has(each.digest)) return named(missing_file, each.digest);
    if (!archive.add_file(file_name(each.digest), folder.path_of(each.digest), each.digest))
      return named(damaged_file, each.digest);
  }
  return static_cast<std::int64_t>(digests.size());
}

}  // namespace

Result<Manifest> back_up(db::Connection& snapshot, const BackupOptions& options) try {
  if (std::filesystem::exists(options.archive)) return target_exists;
  db::Tx tx(snapshot, nullptr);
  const auto chain = journal::store::chain(tx);
  Manifest manifest{
      .city = options.city, .taken = options.taken, .records = chain.sequence, .head = chain.hash};
  ArchiveWriter archive(options.archive);
  archive.add(version_name, version_text);
  Rows rows(archive);
  for (const db::Table* table : options.tables) {
    if (table->keeping == db::Keeping::unlisted) continue;
    manifest.tables.push_back(write_table(snapshot, *table, rows));
    manifest.rows += manifest.tables.back().rows;
  }
  rows.flush();
  const auto files = write_files(tx, options.folder, archive);
  if (!files) return files.problem();
  manifest.files = *files;
  archive.add(manifest_name, json::write(manifest) + "\n");
  if (!archive.finish()) return target_exists;
  remember_backup(options.folder, {.archive = options.archive.filename().string(),
                                   .taken = options.taken,
                                   .records = manifest.records});
  return manifest;
} catch (const std::system_error& error) {
  if (is_full(error)) return storage_full;
  throw;
}

}  // namespace zr::files

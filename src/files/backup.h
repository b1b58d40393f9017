#pragma once
/// `backup` and `restore`: one archive, alike on both engines, that holds every line of the dump
/// from one snapshot, every file they name and what is true of the whole. Restoring proves it all
/// before the one commit: a broken archive, line, chain or file leaves the city empty.
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "db/table.h"
#include "files/archive.h"
#include "files/folder.h"
#include "journal/journal.h"

namespace zr::files {

inline constexpr Refusal target_exists{"target_exists", "目标文件已存在，不会覆盖",
                                       "The file exists and is not overwritten",
                                       RefusalKind::bad_input};
inline constexpr Refusal other_backup_version{
    "other_backup_version", "这不是本程序能识别的备份文件",
    "This is not a backup that this program knows", RefusalKind::bad_input};
inline constexpr Refusal city_not_empty{
    "city_not_empty", "目标数据库已有内容，只能恢复到空的城市",
    "The database holds something already: only an empty city can be restored into"};
inline constexpr Refusal folder_not_empty{
    "folder_not_empty", "文件目录中有不属于该备份的文件，请改用空目录",
    "The folder of files holds files that are not of this backup: name an empty folder"};
inline constexpr Refusal broken_proof{
    "broken_proof", "备份中的记录链或数据行无法通过核验，未恢复任何内容",
    "Chain or rows of the backup cannot be proved; nothing restored", RefusalKind::bad_input};

/// What a table amounts to: its lines in key order, each with a line end.
struct TableSum {
  std::string name;
  std::int64_t rows = 0;
  std::string digest{};
};
const json::Struct& describe(const TableSum*);

/// What is true of the whole: the member manifest.json.
struct Manifest {
  std::string city;
  Instant taken;
  std::int64_t records = 0;
  std::string head;  ///< of the chain
  std::int64_t rows = 0;
  std::int64_t files = 0;
  std::vector<TableSum> tables{};
};
const json::Struct& describe(const Manifest*);

struct BackupOptions {
  std::span<const db::Table* const> tables;  ///< in an order in which rows name only earlier ones
  const Folder& folder;
  std::filesystem::path archive;
  std::string city;
  Instant taken;
};

/// Writes an archive of the snapshot in which the connection stands; others may write meanwhile.
/// The backup is then known (known_backups.h).
Result<Manifest> back_up(db::Connection& snapshot, const BackupOptions& options);

struct RestoreOptions {
  std::span<const db::Table* const> tables;
  const Folder& folder;
  std::filesystem::path archive;
  Instant now;
};

/// Loads an archive into a city that has tables but no row. The caller holds the writer's lock.
Result<Manifest> restore(db::Connection& writer, const RestoreOptions& options);

/// The first record of a restored city says where it came from; the program submits it by
/// `record_restore` before anybody else is served.
struct RecordRestore {
  Instant taken;
  Instant restored;
  std::int64_t records = 0;
  std::string head;
};
const json::Struct& describe(const RecordRestore*);
Result<Done> record_restore(journal::Journal& journal);
std::vector<journal::Command> restore_commands();

}  // namespace zr::files

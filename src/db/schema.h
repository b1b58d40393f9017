#pragma once
/// Schemas and their steps. A schema is one text with tokens that differ by engine: {id} an integer
/// primary key, {int} a 64-bit integer, {strict} the strict-table mark. Views (`<module>_v_…`) are
/// dropped and made anew by every migrate. A step is one transaction and is remembered with a sum
/// of its text, so a killed migrate resumes and an edited step is noticed.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/db.h"
#include "db/table.h"

namespace zr::db {

/// One module's tables and views. Written by the build from src/<module>/schema/*.sql.
struct Schema {
  std::string_view module;
  std::vector<std::string_view> steps;  ///< steps[0] makes the tables; later ones change them
  std::string_view views;
};

inline constexpr Refusal newer_database{
    "newer_database", "数据库由更新版本的程序写成，请使用相应版本，或从升级前的备份恢复",
    "The database was written by a newer program: use that version or restore the backup made "
    "before",
    RefusalKind::unavailable};
inline constexpr Refusal changed_step{
    "changed_step", "数据库结构由另一份建表文本建立，与本程序不符，请使用原程序或恢复备份",
    "The database was made from another text of a schema step: use that program or restore a "
    "backup",
    RefusalKind::unavailable};
inline constexpr Refusal unsuitable_database{
    "unsuitable_database", "PostgreSQL 数据库须以 UTF8 编码和 C 排序规则创建",
    "The PostgreSQL database must be created with encoding UTF8 and collation C",
    RefusalKind::unavailable};

/// Brings the database to these schemas; answers how many steps were run. On PostgreSQL under an
/// advisory lock. Refused (newer_database) where the database has steps that are not listed.
Result<int> migrate(Connection& connection, std::span<const Schema> schemas);
/// Compares every described table with the engine's columns; the names of what differs.
std::vector<std::string> differences(Connection& connection, std::span<const Table* const> tables);

/// A stored value of an enumeration column that its description does not name.
struct UnknownValue {
  std::string_view table;
  std::string_view column;
  std::string value;
};
std::vector<UnknownValue> unknown_values(Connection& connection,
                                         std::span<const Table* const> tables);

}  // namespace zr::db

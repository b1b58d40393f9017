#pragma once
/// Erasure of a person's personal values 个人信息删除 (个人信息保护法 第四十七条). Rows and records
/// hold commitments only; deleting salt and value leaves every digest as it was, and nobody can
/// compute the value from what remains.
#include "files/known_backups.h"
#include "journal/command.h"

namespace zr::accounts {

/// POST /people/{id}/erase, with the id of the person.
struct ErasePerson {
  std::int64_t id = 0;
};
const json::Struct& describe(const ErasePerson*);

struct Erased {
  std::int64_t id = 0;
  std::int64_t version = 0;
  std::int64_t values = 0;                  ///< how many were deleted
  std::vector<files::KnownBackup> backups;  ///< made before: each still holds the values
  std::string remains_zh;                   ///< where else copies may be, in words
  std::string remains_en;
};
const json::Struct& describe(const Erased*);

journal::Command erase_command();

}  // namespace zr::accounts

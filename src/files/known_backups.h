#pragma once
/// The backups that this program has made of the city, as a list beside the folder of files: an
/// erasure names them, for a backup keeps what the city no longer holds. Copies made by other means
/// are not known here.
#include <string>
#include <vector>

#include "base/date.h"
#include "files/folder.h"
#include "json/describe.h"

namespace zr::files {

struct KnownBackup {
  std::string archive;  ///< name of the file as it was made; where it went is its keeper's to know
  Instant taken;
  std::int64_t records = 0;  ///< how far the record went
};
const json::Struct& describe(const KnownBackup*);

/// Adds a line, on disk before it returns. Throws std::system_error.
void remember_backup(const Folder& folder, const KnownBackup& backup);
/// In the order in which they were made; empty where none was. A line that cannot be read is left
/// out.
std::vector<KnownBackup> known_backups(const Folder& folder);

}  // namespace zr::files

#pragma once
/// Part of `zhirong verify`: damaged, missing and foreign files, each named. Changes nothing.
#include <filesystem>
#include <vector>

#include "db/tx.h"
#include "files/folder.h"
#include "journal/verify.h"

namespace zr::files {

/// What lies in the folder. Taken before the snapshot: a file that came later would look foreign.
std::vector<std::filesystem::path> listed(const Folder& folder);
/// Every file that a row names against its bytes; every listed file against the rows.
void verify(db::Tx& tx, const Folder& folder, const std::vector<std::filesystem::path>& before,
            journal::Verification& out);

}  // namespace zr::files

#pragma once
/// Every SQL statement of evidence files.
#include "files/files.h"

namespace zr::files {

/// What an organisation has sent.
struct Upload {
  std::int64_t organisation = 0;
  std::string digest;
  std::string name;
  Instant received;
};
const json::Struct& describe(const Upload*);

namespace store {

extern const db::Table file_table, upload_table;

std::optional<File> file(db::Tx& tx, std::int64_t id);
void add_file(db::Tx& tx, const File& file);
/// The file if its organisation's path begins with `rows` ("" for none), or this one entered it.
std::optional<File> file_seen(db::Tx& tx, const std::string& rows, std::int64_t entered_by,
                              std::int64_t id);
std::optional<Upload> upload(db::Tx& tx, std::int64_t organisation, std::string_view digest);
/// The latest name counts where a file is sent twice.
void note_upload(db::Tx& tx, const Upload& upload);
/// A file of this organisation with these bytes.
std::optional<File> own_file(db::Tx& tx, std::int64_t organisation, std::string_view digest);

}  // namespace store
}  // namespace zr::files

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

/// A named file, once, with the first record that names it.
struct Digest {
  std::string digest;
  std::int64_t sequence = 0;
};
const json::Struct& describe(const Digest*);

/// Stands in a restored city until its first record says so.
struct Restored {
  std::int64_t id = 1;
  Instant taken;
  Instant restored;
  std::int64_t records = 0;
  std::string head;
};
const json::Struct& describe(const Restored*);

namespace store {

extern const db::Table file_table, upload_table, restored_table;

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

/// Every named file in order of its digest.
std::vector<Digest> digests(db::Tx& tx);
/// What has been sent by anybody, named or not.
std::vector<std::string> uploaded(db::Tx& tx);

void note_restored(db::Tx& tx, const Restored& restored);
std::optional<Restored> restored(db::Tx& tx);
void forget_restored(db::Tx& tx);

}  // namespace store
}  // namespace zr::files

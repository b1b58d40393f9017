#include "files/store.h"

namespace zr::files::store {

const db::Table file_table{"files_file", &json::struct_of<File>, {"id"}, db::Keeping::covered};
const db::Table upload_table{
    "files_upload", &json::struct_of<Upload>, {"organisation", "digest"}, db::Keeping::unlisted};

const db::Table restored_table{
    "files_restored", &json::struct_of<Restored>, {"id"}, db::Keeping::unlisted};

std::optional<File> file(db::Tx& tx, std::int64_t id) {
  return tx.row<File>("SELECT {File} FROM files_file WHERE id = $1", id);
}

void add_file(db::Tx& tx, const File& file) {
  tx.insert(file_table, file);
}

std::optional<File> file_seen(db::Tx& tx, const std::string& rows, std::int64_t entered_by,
                              std::int64_t id) {
  return tx.row<File>(
      "SELECT {f.File} FROM files_file f JOIN access_party p ON p.id = f.organisation"
      " WHERE f.id = $1 AND (p.path LIKE $2 OR f.entered_by = $3)",
      id, rows.empty() ? "" : rows + "%", entered_by);
}

std::optional<Upload> upload(db::Tx& tx, std::int64_t organisation, std::string_view digest) {
  return tx.row<Upload>("SELECT {Upload} FROM files_upload WHERE organisation = $1 AND digest = $2",
                        organisation, digest);
}

void note_upload(db::Tx& tx, const Upload& noted) {
  if (upload(tx, noted.organisation, noted.digest))
    tx.update(upload_table, noted);
  else
    tx.insert(upload_table, noted);
}

std::optional<File> own_file(db::Tx& tx, std::int64_t organisation, std::string_view digest) {
  return tx.row<File>(
      "SELECT {File} FROM files_file WHERE digest = $2 AND organisation = $1 ORDER BY id LIMIT 1",
      organisation, digest);
}

std::vector<Digest> digests(db::Tx& tx) {
  return tx.rows<Digest>(
      "SELECT digest, MIN(sequence) AS sequence FROM files_file GROUP BY digest ORDER BY digest");
}

std::vector<std::string> uploaded(db::Tx& tx) {
  std::vector<std::string> all;
  for (const Digest& each :
       tx.rows<Digest>("SELECT DISTINCT digest, 0 AS sequence FROM files_upload"))
    all.push_back(each.digest);
  return all;
}

void note_restored(db::Tx& tx, const Restored& restored) {
  tx.insert(restored_table, restored);
}

std::optional<Restored> restored(db::Tx& tx) {
  return tx.row<Restored>("SELECT {Restored} FROM files_restored");
}

void forget_restored(db::Tx& tx) {
  tx.run("DELETE FROM files_restored");
}

}  // namespace zr::files::store

/// Descriptions of the module's structs and its tables.
#include "files/backup.h"
#include "files/store.h"

namespace zr::files {

namespace {

constexpr json::Limits digest_limits{.min_length = 64, .max_length = 64};

}  // namespace

const json::Struct& describe(const File*) {
  static const json::Struct table(
      "File", {{"id", &File::id, "编号", "Number"},
               {"sequence", &File::sequence, "记录序号", "Record"},
               {"digest", &File::digest, "文件摘要", "Digest", digest_limits},
               {"name", &File::name, "文件名", "File name", {.max_length = 200}},
               {"size", &File::size, "大小（字节）", "Size (bytes)"},
               {"media", &File::media, "格式", "Format"},
               {"organisation", &File::organisation, "所属机构", "Organisation"},
               {"entered_by", &File::entered_by, "录入机构", "Entered by"}});
  return table;
}

const json::Struct& describe(const Received*) {
  static const json::Struct table(
      "Received", {{"digest", &Received::digest, "文件摘要", "Digest", digest_limits},
                   {"name", &Received::name, "文件名", "File name", {.max_length = 200}},
                   {"size", &Received::size, "大小（字节）", "Size (bytes)"},
                   {"kind", &Received::kind, "格式", "Format"}});
  return table;
}

const json::Struct& describe(const Upload*) {
  static const json::Struct table(
      "Upload", {{"organisation", &Upload::organisation, "上传机构", "Organisation"},
                 {"digest", &Upload::digest, "文件摘要", "Digest", digest_limits},
                 {"name", &Upload::name, "文件名", "File name", {.max_length = 200}},
                 {"received", &Upload::received, "收到时间", "Received"}});
  return table;
}

const json::Struct& describe(const Digest*) {
  static const json::Struct table("Digest",
                                  {{"digest", &Digest::digest, "文件摘要", "Digest", digest_limits},
                                   {"sequence", &Digest::sequence, "记录序号", "Record"}});
  return table;
}

const json::Struct& describe(const Restored*) {
  static const json::Struct table("Restored",
                                  {{"id", &Restored::id, "编号", "Number"},
                                   {"taken", &Restored::taken, "备份时间", "Taken at"},
                                   {"restored", &Restored::restored, "恢复时间", "Restored at"},
                                   {"records", &Restored::records, "记录数", "Records"},
                                   {"head", &Restored::head, "链首哈希值", "Head", digest_limits}});
  return table;
}

const json::Struct& describe(const TableSum*) {
  static const json::Struct table("TableSum",
                                  {{"name", &TableSum::name, "表", "Table"},
                                   {"rows", &TableSum::rows, "行数", "Rows", {.min = 0}},
                                   {"digest", &TableSum::digest, "摘要", "Digest", digest_limits}});
  return table;
}

const json::Struct& describe(const Manifest*) {
  static const json::Struct table("Manifest",
                                  {{"city", &Manifest::city, "城市", "City"},
                                   {"taken", &Manifest::taken, "备份时间", "Taken at"},
                                   {"records", &Manifest::records, "记录数", "Records", {.min = 0}},
                                   {"head", &Manifest::head, "链首哈希值", "Head", digest_limits},
                                   {"rows", &Manifest::rows, "行数", "Rows", {.min = 0}},
                                   {"files", &Manifest::files, "文件数", "Files", {.min = 0}},
                                   {"tables", &Manifest::tables, "各表", "Tables"}});
  return table;
}

const json::Struct& describe(const RecordRestore*) {
  static const json::Struct table(
      "RecordRestore", {{"taken", &RecordRestore::taken, "备份时间", "Taken at"},
                        {"restored", &RecordRestore::restored, "恢复时间", "Restored at"},
                        {"records", &RecordRestore::records, "记录数", "Records"},
                        {"head", &RecordRestore::head, "链首哈希值", "Head", digest_limits}});
  return table;
}

std::vector<const db::Table*> tables() {
  return {&store::file_table, &store::upload_table, &store::restored_table};
}

}  // namespace zr::files

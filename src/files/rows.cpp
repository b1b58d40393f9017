/// Descriptions of the module's structs and its tables.
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

std::vector<const db::Table*> tables() {
  return {&store::file_table, &store::upload_table};
}

}  // namespace zr::files

#include "journal/download.h"

namespace zr::journal {

namespace {

Result<Changed> record_download(Context& in, const RecordDownload&) {
  return Changed{.id = in.sequence, .version = in.sequence};
}

}  // namespace

const json::Struct& describe(const RecordDownload*) {
  static const json::Struct table(
      "RecordDownload", {{"path", &RecordDownload::path, "路径", "Path"},
                         {"query",
                          &RecordDownload::query,
                          "查询条件",
                          "Query",
                          {.max_length = 2000, .privacy = json::Privacy::personal}},
                         {"digest",
                          &RecordDownload::digest,
                          "文件哈希值",
                          "Digest",
                          {.min_length = 64, .max_length = 64}},
                         {"bytes", &RecordDownload::bytes, "字节数", "Bytes", {.min = 0}}});
  return table;
}

Command download_command() {
  return command<RecordDownload, Changed>({.noun = "downloads",
                                           .verb = "record",
                                           .zh = "下载文件",
                                           .en = "Take a file out",
                                           .eyes = Eyes::two,
                                           .refuses = {},
                                           .callers = Traits::Callers::program},
                                          record_download);
}

}  // namespace zr::journal

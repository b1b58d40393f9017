#pragma once
/// `zhirong journal export FILE` and GET /journal/export: every record's exact bytes and the kept
/// anchors, from one snapshot (docs/record.md). Personal values are not in it, only commitments.
#include <string>

#include "app/options.h"
#include "db/tx.h"
#include "http/api_site.h"

namespace zr::app {

inline constexpr Refusal file_exists{"file_exists", "目标文件已存在，不会覆盖",
                                     "The file exists and is not overwritten",
                                     RefusalKind::bad_input};
inline constexpr Refusal cannot_write{"cannot_write", "无法写入目标文件，请检查路径和剩余空间",
                                      "The file cannot be written: check path and free space",
                                      RefusalKind::unavailable};

struct Exported {
  std::int64_t records = 0;
  std::string head;
};

/// Writes the export to a new file.
Result<Exported> export_record(const Settings& settings, const std::string& file);
/// The download. It is itself a record, with who asked as its maker.
http::OddEndpoint export_endpoint(journal::Journal& journal, const Settings& settings);

}  // namespace zr::app

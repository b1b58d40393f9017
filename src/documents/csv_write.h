#pragma once
/// CSV for people: UTF-8 with byte order mark (Excel in China would otherwise take it for GBK),
/// CRLF, comma. Texts are guarded against formulas; numbers, negative ones too, stay numbers.
#include <span>
#include <string>
#include <vector>

#include "documents/outgoing.h"

namespace zr::documents {

class CsvWriter {
 public:
  /// Writes the titles as the first record.
  explicit CsvWriter(std::vector<Column> columns);
  /// One cell for each column, in order; missing ones at the end are empty.
  void row(std::span<const OutCell> cells);
  std::string take() { return std::move(out_); }

 private:
  void field(std::string_view text);
  std::vector<Column> columns_;
  std::string out_;
};

}  // namespace zr::documents

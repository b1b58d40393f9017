#include "documents/csv_write.h"

#include <cassert>
#include <utility>

#include "documents/guard.h"

namespace zr::documents {

CsvWriter::CsvWriter(std::vector<Column> columns)
    : columns_(std::move(columns)), out_("\xEF\xBB\xBF") {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i > 0) out_ += ',';
    field(guard(columns_[i].title));
  }
  out_ += "\r\n";
}

void CsvWriter::row(std::span<const OutCell> cells) {
  assert(cells.size() <= columns_.size());
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i > 0) out_ += ',';
    if (i >= cells.size()) continue;
    const Value& value = cells[i].value;
    const std::string text = text_of(value, columns_[i].kind);
    field(std::holds_alternative<std::string>(value) ? guard(text) : text);
  }
  out_ += "\r\n";
}

/// Blanks at either end are quoted too: some readers would trim them.
void CsvWriter::field(std::string_view text) {
  const bool quoted = text.find_first_of(",\"\r\n\t;") != std::string_view::npos ||
                      text.starts_with(' ') || text.ends_with(' ');
  if (!quoted) {
    out_.append(text);
    return;
  }
  out_ += '"';
  for (const char c : text) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
}

}  // namespace zr::documents

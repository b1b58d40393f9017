#include "imports/sheet.h"

#include "documents/guard.h"
#include "imports/grounds.h"

namespace zr::imports {

namespace {

constexpr std::int32_t no_day = INT32_MIN;
/// Title, header, totals and footers.
constexpr std::size_t rows_around = 100;
/// One sheet of 20,000 rows holds less; what holds more is no ledger.
constexpr std::size_t most_text = 96u << 20;

}  // namespace

Result<Sheet> Sheet::read(const documents::Source& source, std::optional<std::int64_t> sheet) {
  Sheet out;
  bool too_long = false;
  documents::ReadOptions options;
  if (sheet) options.sheet = static_cast<std::size_t>(*sheet - 1);
  const auto facts = documents::read_table(source, options, [&](const documents::Row& row) {
    too_long = out.rows_.size() == most_rows + rows_around || out.text_.size() > most_text;
    if (too_long) return documents::Continue::no;
    out.keep(row);
    return documents::Continue::yes;
  });
  if (!facts) return facts.problem();
  if (too_long) return import_too_long;
  const auto shown = documents::first_shown(*facts);
  out.place_ = sheet.value_or(static_cast<std::int64_t>(shown.value_or(0)) + 1);
  for (const auto& each : facts->sheets) out.sheets_.push_back(each.name);
  if (const auto at = static_cast<std::size_t>(out.place_ - 1); at < out.sheets_.size())
    out.name_ = out.sheets_[at];
  out.dates_ = facts->date_system;
  return out;
}

void Sheet::keep(const documents::Row& row) {
  rows_.push_back({.number = row.number,
                   .first = static_cast<std::uint32_t>(cells_.size()),
                   .cells = static_cast<std::uint32_t>(row.cells.size())});
  for (const documents::Cell& cell : row.cells) {
    const std::string_view text =
        cell.kind == documents::CellKind::text ? documents::unguard(cell.text) : cell.text;
    cells_.push_back(
        {.offset = static_cast<std::uint32_t>(text_.size()),
         .size = static_cast<std::uint32_t>(text.size()),
         .day = cell.date ? static_cast<std::int32_t>(cell.date->days().time_since_epoch().count())
                          : no_day,
         .kind = cell.kind});
    text_ += text;
  }
}

documents::Cell Sheet::at(std::size_t row, std::size_t column) const {
  const Line& line = rows_[row];
  if (column >= line.cells) return {};
  const Kept& kept = cells_[line.first + column];
  documents::Cell cell{.kind = kept.kind,
                       .text = std::string_view(text_).substr(kept.offset, kept.size),
                       .date = {}};
  if (kept.day != no_day) cell.date = Date(std::chrono::sys_days(std::chrono::days(kept.day)));
  return cell;
}

std::string_view Sheet::first_text(std::size_t row) const {
  for (std::size_t column = 0; column < width(row); ++column)
    if (const auto cell = at(row, column); !cell.text.empty()) return cell.text;
  return {};
}

}  // namespace zr::imports

#include "imports/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "imports/grounds.h"
#include "imports/layout.h"
#include "imports/rules/cell.h"
#include "imports/totals.h"

namespace zr::imports {

namespace {

/// A line below the table has no more cells than this.
constexpr std::size_t footer_cells = 4;
/// So many rows are read between two words about how many there are.
constexpr std::size_t rows_between_words = 500;

const std::vector<Choice>& unit_choices() {
  static const std::vector<Choice> choices = [] {
    std::vector<Choice> made;
    for (const Name& name : names_of(Unit{}))
      made.push_back({std::string(name.name), std::string(name.zh), std::string(name.en)});
    return made;
  }();
  return choices;
}

/// A column of the file that no field is known for.
struct OtherColumn {
  std::size_t column;
  std::string name;
  enum class Listed { no, personal } listed;
};

/// What cells of one column said, by their text: most columns of a ledger say the same few things
/// over and over. One that says many is read cell by cell.
class Said {
 public:
  const CellReading* find(const documents::Cell& cell) const {
    if (varied_ || cell.date) return nullptr;  // a day is not told by its text
    const auto found = by_text_.find(cell.text);
    return found != by_text_.end() && found->second.kind == cell.kind ? &found->second.reading
                                                                      : nullptr;
  }
  const CellReading& keep(const documents::Cell& cell, CellReading reading) {
    if (by_text_.size() == most_texts) varied_ = true;
    if (varied_ || cell.date) {
      other_ = std::move(reading);
      return other_;
    }
    auto& kept = by_text_[std::string(cell.text)];
    kept = {.kind = cell.kind, .reading = std::move(reading)};
    return kept.reading;
  }

 private:
  static constexpr std::size_t most_texts = 256;
  struct Kept {
    documents::CellKind kind;
    CellReading reading;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  std::unordered_map<std::string, Kept, Hash, std::equal_to<>> by_text_;
  bool varied_ = false;
  CellReading other_;  ///< of the last cell that is not kept
};

class Reader {
 public:
  Reader(std::shared_ptr<const Sheet> sheet, const ReadingOf& of);
  Result<Reading> read();

 private:
  enum class Line { row, total, skipped };
  Line line_at(std::size_t place) const;
  bool has_mapped_cell(std::size_t place) const;
  bool repeats_header(std::size_t place) const;
  void say_of_columns();
  void read_row(std::size_t place);
  CellReading reading_of(const documents::Cell& cell, std::size_t field) const;
  /// False where the cell is held.
  bool read_field(std::size_t place, std::size_t field, void* into);
  void read_total(std::size_t place);
  void hold(int row, const json::Field& field, std::string value, CellFault fault);
  void report(std::size_t place, Row& row) const;

  const ReadingOf of_;
  const std::vector<json::Field>& fields_;
  std::vector<FieldPlace> places_;  ///< of fields_
  std::vector<Said> said_;          ///< of fields_
  std::vector<OtherColumn> others_;
  bool unit_known_;
  Totals totals_;
  Reading out_;
};

Reader::Reader(std::shared_ptr<const Sheet> sheet, const ReadingOf& of)
    : of_(of), fields_(of.kind.row().fields()), unit_known_(!lacks_unit(of.mapping, of.kind)) {
  out_.sheet = std::move(sheet);
  out_.mapping = of.mapping;
  for (const json::Field& field : fields_) places_.push_back(place_of(of.mapping, field.name));
  said_.resize(fields_.size());
  std::map<std::string, int> times;
  for (const MappedColumn& column : of.mapping.columns) {
    if (column.field) continue;
    const int nth = ++times[column.header];
    others_.push_back(
        {.column = static_cast<std::size_t>(column.column - 1),
         .name = nth == 1 ? column.header : fmt::format("{} ({})", column.header, nth),
         .listed = personal_column(of.personal, column.header) ? OtherColumn::Listed::personal
                                                               : OtherColumn::Listed::no});
  }
}

void Reader::say_of_columns() {
  const Vocabulary words = vocabulary(of_.kind);
  for (std::size_t i = 0; i < fields_.size(); ++i)
    if (!places_[i].column && !fields_[i].type->nullable)
      out_.findings.push_back(
          Finding::of(0, fields_[i].name, column_missing)
              .saying(fmt::format("：{}", fields_[i].zh), fmt::format(": {}", fields_[i].en)));
  for (const MappedColumn& column : of_.mapping.columns) {
    if (column.field) continue;
    const bool known = !field_named(words, read_header(column.header)).empty();
    if (known && column.ground == Ground::none)
      out_.findings.push_back(Finding::of(0, column.header, column_twice).with(Gravity::warning));
    else if (of_.kind.reported == Reported::refused && column.ground == Ground::none)
      out_.findings.push_back(Finding::of(0, column.header, column_unknown).with(Gravity::warning));
  }
  if (unit_known_) return;
  auto asked = Finding::of(0, "", unit_unknown).asking(Gravity::question, "unit", unit_choices());
  if (of_.mapping.unit_before) asked.suggestion = name_of(*of_.mapping.unit_before);
  out_.findings.push_back(std::move(asked));
}

bool Reader::has_mapped_cell(std::size_t place) const {
  return std::ranges::any_of(places_, [&](const FieldPlace& each) {
    return each.column && !trim(out_.sheet->at(place, *each.column).text).empty();
  });
}

/// A header printed again on every page.
bool Reader::repeats_header(std::size_t place) const {
  std::size_t equal = 0;
  for (const MappedColumn& column : of_.mapping.columns) {
    const auto cell = out_.sheet->at(place, static_cast<std::size_t>(column.column - 1));
    if (cell.text.empty()) continue;
    if (header_text(cell.text) != column.header) return false;
    ++equal;
  }
  return equal > 1;
}

Reader::Line Reader::line_at(std::size_t place) const {
  const std::string_view first = out_.sheet->first_text(place);
  if (total_named(first) != TotalKind::none) return Line::total;
  if (repeats_header(place)) return Line::skipped;
  std::size_t filled = 0;
  for (std::size_t column = 0; column < out_.sheet->width(place) && filled <= footer_cells;
       ++column)
    if (!out_.sheet->at(place, column).text.empty()) ++filled;
  return filled <= footer_cells && footer_named(first) ? Line::skipped : Line::row;
}

void Reader::hold(int row, const json::Field& field, std::string value, CellFault fault) {
  out_.findings.push_back({.row = row,
                           .field = std::string(field.name),
                           .code = std::move(fault.code),
                           .zh = std::move(fault.zh),
                           .en = std::move(fault.en),
                           .value = std::move(value),
                           .suggestion = std::move(fault.suggestion)});
}

/// A cell in the words of its field, where the kind knows what was meant.
CellReading Reader::reading_of(const documents::Cell& cell, std::size_t index) const {
  const json::Field& field = fields_[index];
  std::optional<std::string> rewritten;
  if (of_.kind.rewrite && !cell.text.empty()) rewritten = of_.kind.rewrite(field.name, cell.text);
  documents::Cell meant = cell;
  if (rewritten) meant = {.kind = documents::CellKind::text, .text = *rewritten, .date = {}};
  CellReading reading =
      read_cell(meant, {.field = field, .unit = places_[index].unit, .dates = out_.sheet->dates()});
  if (rewritten) reading.tidied = true;
  return reading;
}

bool Reader::read_field(std::size_t place, std::size_t index, void* into) {
  const json::Field& field = fields_[index];
  const FieldPlace& at = places_[index];
  const int number = out_.sheet->number(place);
  documents::Cell cell = at.column ? out_.sheet->at(place, *at.column) : documents::Cell{};
  if (!of_.corrections.empty())
    if (const auto corrected = of_.corrections.find({number, std::string(field.name)});
        corrected != of_.corrections.end())
      cell = corrected->second ? documents::Cell{.kind = documents::CellKind::text,
                                                 .text = *corrected->second,
                                                 .date = {}}
                               : documents::Cell{};
  if (!at.column && cell.text.empty()) return field.type->nullable;
  const bool is_money = field.type->kind == json::Kind::money;
  if (is_money && !unit_known_ && !cell.text.empty()) return false;
  const CellReading* known = said_[index].find(cell);
  const CellReading& reading = known ? *known : said_[index].keep(cell, reading_of(cell, index));
  if (reading.fault) {
    if (is_money) totals_.unreadable(std::string(field.name));
    hold(number, field, std::string(cell.text), *reading.fault);
    return false;
  }
  if (reading.tidied) ++out_.tidied;
  if (is_money)
    if (const auto* fen = std::get_if<std::int64_t>(&reading.value))
      totals_.add(std::string(field.name), {*fen});
  field.type->set(field.of(into), reading.value);
  return true;
}

void Reader::report(std::size_t place, Row& row) const {
  if (of_.kind.reported == Reported::refused) return;
  for (const OtherColumn& other : others_) {
    const auto cell = out_.sheet->at(place, other.column);
    std::string text = cell.date ? cell.date->text() : std::string(trim(cell.text));
    if (text.empty()) continue;
    if (other.listed == OtherColumn::Listed::personal || personal_shape(text))
      row.reported.emplace_back(
          other.name, json::Object{{std::string(personal_member), json::Value(std::move(text))}});
    else
      row.reported.emplace_back(other.name, std::move(text));
  }
}

void Reader::read_row(std::size_t place) {
  const std::shared_ptr<void> typed = of_.kind.make();
  bool whole = true;
  for (std::size_t i = 0; i < fields_.size(); ++i)
    if (!read_field(place, i, typed.get())) whole = false;
  Row row{.number = out_.sheet->number(place), .typed = typed};
  report(place, row);
  (whole ? out_.rows : out_.held).push_back(std::move(row));
}

void Reader::read_total(std::size_t place) {
  const int number = out_.sheet->number(place);
  out_.total_rows.push_back(number);
  for (std::size_t i = 0; i < fields_.size() && unit_known_; ++i) {
    const json::Field& field = fields_[i];
    if (field.type->kind != json::Kind::money || !places_[i].column) continue;
    const auto cell = out_.sheet->at(place, *places_[i].column);
    if (trim(cell.text).empty()) continue;
    const auto stated = read_cell(cell, {.field = field, .unit = places_[i].unit});
    const auto* fen = std::get_if<std::int64_t>(&stated.value);
    if (fen && !stated.fault)
      totals_.stated(number, std::string(field.name), {*fen}, places_[i].unit, out_.findings);
  }
  totals_.next_part();
}

Result<Reading> Reader::read() {
  if (of_.mapping.header_row == 0) {
    out_.findings.push_back(Finding::of(0, "", no_header));
    return std::move(out_);
  }
  say_of_columns();
  for (std::size_t place = 0; place < out_.sheet->size(); ++place) {
    if (of_.told && place % rows_between_words == 0)
      of_.told(static_cast<std::int64_t>(place), static_cast<std::int64_t>(out_.sheet->size()));
    if (out_.sheet->number(place) <= of_.mapping.header_row) continue;
    switch (line_at(place)) {
      case Line::skipped:
        break;
      case Line::total:
        read_total(place);
        break;
      case Line::row:
        if (has_mapped_cell(place))
          read_row(place);
        else
          out_.findings.push_back(
              Finding::of(out_.sheet->number(place), "", row_skipped).with(Gravity::warning));
    }
  }
  if (out_.rows.size() + out_.held.size() > most_rows) return import_too_long;
  if (out_.rows.empty() && out_.held.empty()) out_.findings.push_back(Finding::of(0, "", no_rows));
  return std::move(out_);
}

}  // namespace

Result<Reading> read_rows(std::shared_ptr<const Sheet> sheet, const ReadingOf& of) {
  return Reader(std::move(sheet), of).read();
}

FieldPlace place_of(const Mapping& mapping, std::string_view field) {
  for (const MappedColumn& column : mapping.columns)
    if (column.field == field)
      return {.column = static_cast<std::size_t>(column.column - 1),
              .unit = column.unit ? *column.unit : mapping.unit.value_or(Unit::yuan)};
  return {};
}

std::optional<std::size_t> row_numbered(const Sheet& sheet, int number) {
  std::size_t low = 0;
  std::size_t high = sheet.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (sheet.number(middle) < number)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < sheet.size() && sheet.number(low) == number) return low;
  return std::nullopt;
}

}  // namespace zr::imports

#include "imports/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "base/text.h"
#include "crypto/digest.h"
#include "imports/grounds.h"

namespace zr::imports {

namespace {

/// A header stands near the top; titles and notes above it are few.
constexpr std::size_t head_rows = 30;

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : trim(text)) {
    const auto byte = static_cast<unsigned char>(c);
    out += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  return out;
}

/// The first code points of a text.
std::string_view beginning(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const bool begins = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
    if (begins && most-- == 0) break;
  }
  return text.substr(0, end);
}

std::vector<std::string> texts_of(const Sheet& sheet, std::size_t row) {
  std::vector<std::string> texts;
  for (std::size_t column = 0; column < sheet.width(row); ++column)
    texts.push_back(one_line(sheet.at(row, column).text));
  return texts;
}

std::vector<HeadRow> head_of(const Sheet& sheet) {
  std::vector<HeadRow> rows;
  for (std::size_t row = 0; row < std::min(head_rows, sheet.size()); ++row)
    rows.push_back({row, texts_of(sheet, row)});
  return rows;
}

std::optional<FoundHeader> header_at(const Sheet& sheet, std::int64_t number) {
  for (std::size_t row = 0; row < sheet.size(); ++row)
    if (sheet.number(row) == number) return FoundHeader{row, texts_of(sheet, row), 0};
  return std::nullopt;
}

std::vector<MappedColumn> columns_of(const std::vector<std::string>& texts) {
  std::vector<MappedColumn> columns;
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (!texts[i].empty() && texts[i] != remarks_header)
      columns.push_back({.column = static_cast<std::int64_t>(i) + 1,
                         .header = header_text(texts[i]),
                         .unit = read_header(texts[i]).unit});
  return columns;
}

bool takes(const Mapping& mapping, std::string_view field) {
  return std::ranges::any_of(mapping.columns,
                             [&](const MappedColumn& each) { return each.field == field; });
}

void name_by_words(Mapping& mapping, const Vocabulary& words) {
  for (MappedColumn& column : mapping.columns) {
    const auto field = field_named(words, read_header(column.header));
    if (field.empty() || takes(mapping, field)) continue;
    column.field = std::string(field);
    column.ground = Ground::label;
  }
}

/// Takes over what the same header meant in an earlier file, by header text and its occurrence.
void name_by_memory(Mapping& mapping, const Mapping& earlier) {
  std::multiset<std::string> seen;
  for (MappedColumn& column : mapping.columns) {
    auto skip = static_cast<std::ptrdiff_t>(seen.count(column.header));
    seen.insert(column.header);
    for (const MappedColumn& before : earlier.columns) {
      if (before.header != column.header || skip-- > 0) continue;
      column.field = before.field;
      column.ground = before.field ? Ground::remembered : Ground::none;
      if (before.unit) column.unit = before.unit;
      break;
    }
  }
}

/// A unit that somebody chose holds for the next file too; one that stood above the header of an
/// earlier file only says what to propose.
void unit_by_memory(Mapping& mapping, const Mapping& earlier) {
  if (mapping.unit) return;
  if (earlier.unit_ground == Ground::chosen || earlier.unit_ground == Ground::remembered) {
    mapping.unit = earlier.unit;
    mapping.unit_ground = Ground::remembered;
  } else {
    mapping.unit_before = earlier.unit ? earlier.unit : earlier.unit_before;
  }
}

const Mapping* earlier_like(const Mapping& mapping, std::span<const Mapping> remembered) {
  const std::string wanted = signature(mapping);
  for (const Mapping& each : remembered)
    if (signature(each) == wanted) return &each;
  return nullptr;
}

/// A head row that an earlier file's header equals, where no word of ours is known.
std::optional<FoundHeader> header_remembered(const Sheet& sheet,
                                             std::span<const Mapping> remembered) {
  for (const HeadRow& row : head_of(sheet)) {
    const Mapping candidate{.columns = columns_of(row.texts)};
    if (!candidate.columns.empty() && earlier_like(candidate, remembered))
      return FoundHeader{row.place, row.texts, 0};
  }
  return std::nullopt;
}

}  // namespace

std::string header_text(std::string_view cell) {
  return std::string(beginning(one_line(cell), header_characters));
}

Vocabulary vocabulary(const Kind& kind) {
  Vocabulary words;
  const auto add = [&](std::string_view text, std::string_view field) {
    const std::string name = read_header(text).name;
    const auto [at, fresh] = words.emplace(name, field);
    if (!fresh && at->second != field)
      throw std::logic_error(
          fmt::format("{}: {} names {} and {}", kind.code, text, at->second, field));
  };
  for (const json::Field& field : kind.row().fields()) {
    add(field.zh, field.name);
    add(field.en, field.name);
    add(field.name, field.name);
  }
  for (const Heading& heading : kind.headings) {
    if (!kind.row().find(heading.field))
      throw std::logic_error(fmt::format("{} has no field {}", kind.code, heading.field));
    for (const std::string_view name : heading.names) add(name, heading.field);
  }
  return words;
}

Mapping lay_out(const Sheet& sheet, const Kind& kind, std::span<const Mapping> remembered,
                const Choices& choices) {
  const Vocabulary words = vocabulary(kind);
  auto header = choices.header_row ? header_at(sheet, *choices.header_row)
                                   : header_remembered(sheet, remembered);
  if (!header && !choices.header_row) header = find_header(head_of(sheet), words);
  Mapping mapping{.sheet = sheet.place()};
  if (!header) return mapping;
  mapping.header_row = sheet.number(header->place);
  mapping.columns = columns_of(header->texts);
  for (const std::string& line : lines_above(sheet, mapping))
    if (!mapping.unit) mapping.unit = unit_stated(line);
  if (mapping.unit) mapping.unit_ground = Ground::label;
  if (const Mapping* earlier = earlier_like(mapping, remembered)) {
    name_by_memory(mapping, *earlier);
    unit_by_memory(mapping, *earlier);
  } else {
    name_by_words(mapping, words);
  }
  return mapping;
}

Result<Mapping> chosen(Mapping mapping, const Kind& kind, const Choices& choices) {
  for (const MappedColumn& choice : choices.columns) {
    if (choice.field && !kind.row().find(*choice.field))
      return Problem::at("/columns", no_such_column);
    const auto column = std::ranges::find(mapping.columns, choice.column, &MappedColumn::column);
    if (column == mapping.columns.end()) return Problem::at("/columns", no_such_column);
    column->field = choice.field;
    column->ground = Ground::chosen;
    if (choice.unit) column->unit = choice.unit;
  }
  if (choices.unit) choose_unit(mapping, *choices.unit);
  std::set<std::string_view> taken;
  for (const MappedColumn& column : mapping.columns)
    if (column.field && !taken.insert(*column.field).second)
      return Problem::at("/columns", field_mapped_twice);
  return mapping;
}

void choose_unit(Mapping& mapping, Unit unit) {
  mapping.unit = unit;
  mapping.unit_ground = Ground::chosen;
}

std::string signature(const Mapping& mapping) {
  std::vector<std::string> headers;
  for (const MappedColumn& column : mapping.columns) headers.push_back(column.header);
  std::ranges::sort(headers);
  crypto::Sha256 digest;
  for (const std::string& header : headers) {
    digest.add(header);
    digest.add("\n");
  }
  return digest.finish_hex();
}

std::vector<std::string> lines_above(const Sheet& sheet, const Mapping& mapping) {
  std::vector<std::string> lines;
  for (std::size_t row = 0; row < sheet.size(); ++row) {
    if (sheet.number(row) >= mapping.header_row) break;
    for (std::size_t column = 0; column < sheet.width(row); ++column)
      if (const auto cell = sheet.at(row, column); !cell.text.empty())
        lines.push_back(cell.date ? cell.date->text() : one_line(cell.text));
  }
  if (!sheet.name().empty()) lines.push_back(sheet.name());
  return lines;
}

bool lacks_unit(const Mapping& mapping, const Kind& kind) {
  if (mapping.unit) return false;
  return std::ranges::any_of(mapping.columns, [&](const MappedColumn& column) {
    const json::Field* field = column.field ? kind.row().find(*column.field) : nullptr;
    return field && field->type->kind == json::Kind::money && !column.unit;
  });
}

}  // namespace zr::imports

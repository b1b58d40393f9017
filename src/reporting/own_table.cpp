#include "reporting/own_table.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "files/files.h"
#include "files/store.h"
#include "forms/freezing.h"
#include "imports/kinds.h"
#include "imports/rules/cell.h"
#include "imports/rules/header.h"
#include "reporting/returns.h"

namespace zr::reporting {

namespace {

using imports::Sheet;
using imports::Unit;

constexpr Refusal no_line_known{
    "no_line_known", "表中没有找到统计表的指标名称，请用系统导出的表填写，或核对指标名称",
    "No line of the return is named in this file: fill in the exported workbook, or check the "
    "titles",
    RefusalKind::bad_input};
constexpr Refusal unit_not_said{"unit_not_said", "没有写明金额单位，请选择元或万元",
                                "The unit of the amounts is not stated: choose yuan or wan yuan"};
constexpr Refusal line_twice{"line_twice", "这一指标在表中出现了两次",
                             "This line stands in the sheet twice"};

/// What a value in somebody else's table may be; read like a cell of an import.
struct OwnValue {
  Money amount_fen;
  Money signed_fen;  ///< of a line that may be below 0: a correction
  std::int64_t count = 0;
};
const json::Struct& describe(const OwnValue*) {
  static const json::Struct table(
      "OwnValue",
      {{"amount_fen", &OwnValue::amount_fen, "金额", "Amount", {.min = 0}},
       {"signed_fen", &OwnValue::signed_fen, "净额", "Net amount", {.min = -money_limit.fen}},
       {"count", &OwnValue::count, "数量", "Count", {.min = 0}}});
  return table;
}

const json::Field& field_for(const forms::FormCell& cell, const forms::Form& form) {
  const char* name = "count";
  if (forms::kind_of(cell) == forms::CellKind::amount)
    name = form.may_be_negative(cell.id) ? "signed_fen" : "amount_fen";
  return *json::struct_of<OwnValue>().find(name);
}

/// Headers over the column of this period's values.
constexpr std::string_view value_headers[] = {"本期", "本季", "本季度",     "本期数", "金额",
                                              "数值", "期末", "THISPERIOD", "VALUE"};

/// Titles and ids of the cells that a bank may enter.
imports::Vocabulary words_of(const forms::Form& form) {
  imports::Vocabulary words;
  for (const forms::FormCell& cell : form.cells()) {
    const auto kind = forms::kind_of(cell);
    const bool number = kind == forms::CellKind::amount || kind == forms::CellKind::count;
    if (!number || !forms::enterable(cell, forms::Source::form, {})) continue;
    for (const std::string& name : {cell.title_zh, cell.title_en, cell.id})
      words.emplace(imports::read_header(name).name, cell.id);
  }
  return words;
}

/// A row that names a cell: where its title stands and the unit written on the line.
struct Named {
  std::size_t place = 0;
  std::size_t column = 0;
  std::string cell;
  std::optional<Unit> unit;
};

std::optional<Unit> unit_alone(std::string_view text) {
  const auto stated = imports::unit_stated(text);
  return imports::read_header(text).name.size() <= sizeof("人民币万元") ? stated : std::nullopt;
}

std::optional<Named> named_in(const Sheet& sheet, std::size_t place,
                              const imports::Vocabulary& words) {
  for (std::size_t column = 0; column < sheet.width(place); ++column) {
    const auto header = imports::read_header(sheet.at(place, column).text);
    const auto cell = imports::field_named(words, header);
    if (cell.empty()) continue;
    Named out{.place = place, .column = column, .cell = std::string(cell), .unit = header.unit};
    for (std::size_t next = column + 1; next < sheet.width(place) && !out.unit; ++next)
      out.unit = unit_alone(sheet.at(place, next).text);
    return out;
  }
  return std::nullopt;
}

bool is_value(const documents::Cell& cell) {
  return cell.kind == documents::CellKind::number ||
         imports::read_cell(cell, {.field = *json::struct_of<OwnValue>().find("count")}).fault ==
             std::nullopt;
}

/// The column of this period's values: the one a header names, else the first behind the titles in
/// which a number stands.
std::optional<std::size_t> value_column(const Sheet& sheet, const std::vector<Named>& lines) {
  for (std::size_t place = 0; place < lines.front().place; ++place)
    for (std::size_t column = lines.front().column + 1; column < sheet.width(place); ++column) {
      const auto header = imports::read_header(sheet.at(place, column).text);
      if (std::ranges::find(value_headers, header.name) != std::end(value_headers)) return column;
    }
  std::optional<std::size_t> first;
  for (const Named& line : lines)
    for (std::size_t column = line.column + 1; column < sheet.width(line.place); ++column) {
      const auto cell = sheet.at(line.place, column);
      if (cell.text.empty() || !is_value(cell)) continue;
      if (!first || column < *first) first = column;
      break;
    }
  return first;
}

std::optional<Unit> unit_above(const Sheet& sheet, std::size_t first_line) {
  for (std::size_t place = 0; place < first_line; ++place)
    for (std::size_t column = 0; column < sheet.width(place); ++column)
      if (const auto unit = imports::unit_stated(sheet.at(place, column).text)) return unit;
  return std::nullopt;
}

void blame(OwnLine& line, std::string_view code, std::string_view zh, std::string_view en) {
  line.fault = std::string(code);
  line.fault_zh = std::string(zh);
  line.fault_en = std::string(en);
}
void blame(OwnLine& line, const Refusal& ground) {
  blame(line, ground.code, ground.zh, ground.en);
}

/// Reads the value of a line into it.
void read_value(OwnLine& line, const documents::Cell& cell, const json::Field& field,
                std::optional<Unit> unit) {
  if (field.type->kind == json::Kind::money && !unit) return blame(line, unit_not_said);
  const auto read = imports::read_cell(cell, {.field = field, .unit = unit.value_or(Unit::yuan)});
  if (read.fault) return blame(line, read.fault->code, read.fault->zh, read.fault->en);
  line.value = std::get<std::int64_t>(read.value);
}

struct TableQuery {
  std::int64_t id = 0;
  std::string digest;
  std::optional<std::int64_t> sheet;
  std::optional<Unit> unit;
};
const json::Struct& describe(const TableQuery*) {
  static const json::Struct table(
      "OwnTableQuery",
      {{"id", &TableQuery::id, "统计表", "Return"},
       {"digest",
        &TableQuery::digest,
        "文件摘要",
        "Digest of the uploaded file",
        {.max_length = 64}},
       {"sheet", &TableQuery::sheet, "工作表", "Sheet, from 1", {.min = 1, .max = 1000}},
       {"unit", &TableQuery::unit, "金额单位", "Unit of the amounts"}});
  return table;
}

Result<OwnTable> read_own_table(api::ReadContext& in, const TableQuery& query) {
  const auto of = return_of(in.tx, in.scope, query.id);
  if (!of) return of.problem();
  // A digest is no right: only who sent a file or has it may have it read.
  const std::int64_t home = in.actor.organisation;
  if (!files::store::upload(in.tx, home, query.digest) &&
      !files::store::own_file(in.tx, home, query.digest))
    return Problem::at("/digest", files::unknown_file);
  const auto sheet = imports::sheet_of(query.digest, query.sheet);
  if (!sheet) return sheet.problem();
  OwnTable table = own_table(**sheet, of->form, query.unit);
  if (table.lines.empty()) return Problem::at("/digest", no_line_known);
  return table;
}

}  // namespace

OwnTable own_table(const Sheet& sheet, const forms::Form& form, std::optional<Unit> said) {
  OwnTable out;
  const auto words = words_of(form);
  std::vector<Named> lines;
  for (std::size_t place = 0; place < sheet.size(); ++place)
    if (auto named = named_in(sheet, place, words)) lines.push_back(std::move(*named));
  if (lines.empty()) return out;
  const auto stated = unit_above(sheet, lines.front().place);
  out.unit = stated ? stated : said;
  const auto column = value_column(sheet, lines);
  std::set<std::string> found;
  for (const Named& named : lines) {
    if (!column || *column <= named.column) continue;
    const auto cell = sheet.at(named.place, *column);
    if (trim(cell.text).empty()) continue;
    const forms::FormCell& described = *form.cell(named.cell);
    OwnLine line{.cell = named.cell,
                 .title_zh = described.title_zh,
                 .title_en = described.title_en,
                 .row = sheet.number(named.place),
                 .text = std::string(cell.text)};
    read_value(line, cell, field_for(described, form), named.unit ? named.unit : out.unit);
    if (!found.insert(named.cell).second) {
      line.value.reset();
      blame(line, line_twice);
    }
    out.lines.push_back(std::move(line));
  }
  return out;
}

const json::Struct& describe(const OwnLine*) {
  static const json::Struct table("OwnLine",
                                  {{"cell", &OwnLine::cell, "指标", "Cell"},
                                   {"title_zh", &OwnLine::title_zh, "中文名称", "Title in Chinese"},
                                   {"title_en", &OwnLine::title_en, "英文名称", "Title in English"},
                                   {"row", &OwnLine::row, "行", "Row"},
                                   {"text", &OwnLine::text, "原内容", "Text"},
                                   {"value", &OwnLine::value, "读取结果", "Value read"},
                                   {"fault", &OwnLine::fault, "问题代码", "Code of the fault"},
                                   {"fault_zh", &OwnLine::fault_zh, "问题", "Fault in Chinese"},
                                   {"fault_en", &OwnLine::fault_en, "问题（英文）", "Fault"}});
  return table;
}

const json::Struct& describe(const OwnTable*) {
  static const json::Struct table("OwnTable",
                                  {{"unit", &OwnTable::unit, "金额单位", "Unit of the amounts"},
                                   {"lines", &OwnTable::lines, "各行", "Lines"}});
  return table;
}

std::vector<api::Read> own_table_reads() {
  return {api::read_one<TableQuery, OwnTable>(
      {"/returns/{id}/own-table", "returns.fill", "读取自有报表", "The bank's own table, read"},
      read_own_table)};
}

}  // namespace zr::reporting

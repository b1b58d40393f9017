#include "imports/mapping.h"

#include <stdexcept>

namespace zr::imports {

namespace {

/// Columns of a sheet in which something may stand (documents::Limits::used_columns).
constexpr std::size_t most_columns = 200;

}  // namespace

std::span<const Name> names_of(Ground) {
  static constexpr Name names[] = {
      named(Ground::label, "label", "按列名识别", "By its header"),
      named(Ground::remembered, "remembered", "沿用上次对应", "As in an earlier file"),
      named(Ground::chosen, "chosen", "人工指定", "Chosen"),
      named(Ground::none, "none", "未对应", "No field")};
  return names;
}

const json::Struct& describe(const MappedColumn*) {
  static const json::Struct table(
      "MappedColumn", {{"column", &MappedColumn::column, "列", "Column", {.min = 1, .max = 16'384}},
                       {"header",
                        &MappedColumn::header,
                        "列名",
                        "Header",
                        {.min_length = 0, .max_length = header_characters}},
                       {"field", &MappedColumn::field, "对应字段", "Field", {.max_length = 60}},
                       {"ground", &MappedColumn::ground, "识别依据", "Ground"},
                       {"unit", &MappedColumn::unit, "金额单位", "Unit of amounts"}});
  return table;
}

const json::Struct& describe(const Mapping*) {
  static const json::Struct table(
      "Mapping",
      {{"sheet", &Mapping::sheet, "工作表", "Sheet", {.min = 1, .max = 255}},
       {"header_row", &Mapping::header_row, "表头所在行", "Header row", {.min = 0}},
       {"unit", &Mapping::unit, "金额单位", "Unit of amounts"},
       {"unit_ground", &Mapping::unit_ground, "单位依据", "Ground of the unit"},
       {"unit_before", &Mapping::unit_before, "此前文件的单位", "Unit stated earlier"},
       {"columns", &Mapping::columns, "列对应", "Columns", {.max_items = most_columns}}});
  return table;
}

json::Any stored(const Mapping& mapping) {
  return {*json::parse(json::write(mapping), {.keys = most_columns * 6})};
}

Mapping mapping_in(const json::Any& stored) {
  auto mapping = json::read<Mapping>(stored.value);
  if (!mapping)
    throw std::runtime_error("a stored mapping cannot be read: " + json::write(stored.value));
  return *std::move(mapping);
}

}  // namespace zr::imports

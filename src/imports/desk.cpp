#include "imports/desk.h"

#include "imports/personal_columns.h"

namespace zr::imports {

namespace {

bool open(State state) {
  return state == State::staged || state == State::partly;
}

ColumnView column_view(const MappedColumn& column, const Desk& desk,
                       const PersonalColumns& personal) {
  ColumnView view{.column = column.column,
                  .letter = letter_of(column.column),
                  .header = column.header,
                  .field = column.field,
                  .ground = column.ground};
  const json::Field* field = column.field ? desk.kind->row().find(*column.field) : nullptr;
  if (field) {
    view.field_zh = std::string(field->zh);
    view.field_en = std::string(field->en);
    if (field->type->kind == json::Kind::money)
      view.unit = column.unit ? column.unit : desk.reading->mapping.unit;
  }
  view.personal = !field && personal_column(personal, column.header);
  const Sheet& sheet = *desk.reading->sheet;
  for (std::size_t place = 0; place < sheet.size() && !view.sample; ++place) {
    if (sheet.number(place) <= desk.reading->mapping.header_row) continue;
    const auto cell = sheet.at(place, static_cast<std::size_t>(column.column - 1));
    if (cell.text.empty()) continue;
    const std::string text = cell.date ? cell.date->text() : std::string(cell.text);
    view.sample = view.personal || (!field && personal_shape(text)) ? masked(text) : text;
  }
  return view;
}

std::vector<Accept> what_may_apply(const Staging& staging) {
  std::vector<Accept> may;
  if (staging.file != Staging::File::clear || staging.counts.good == 0) return may;
  if (staging.counts.wrong == 0 && staging.counts.waiting == 0) may.push_back(Accept::all);
  may.push_back(Accept::good_rows);
  return may;
}

}  // namespace

Result<Desk> desk_of(api::ReadContext& in, std::int64_t id, const Kinds& kinds) {
  auto row = store::import_row(in, id);
  const auto import = row ? store::visible_import(in.tx, in.actor, id) : std::nullopt;
  const Kind* kind = import ? kinds.find(import->kind) : nullptr;
  if (!kind || (!kind->right.empty() && !in.actor.may(kind->right))) return not_found;
  Desk desk{.row = std::move(*row),
            .import = *import,
            .kind = kind,
            .answers = store::answers(in.tx, id),
            .reading = {},
            .staging = {}};
  const auto reading = reading_of(in.tx, *kind, desk.import);
  if (!reading) return reading.problem();
  desk.reading = *reading;
  if (!open(desk.import.state)) return desk;
  auto staging =
      stage(in.tx, desk.reading,
            {.kind = *kind, .import = desk.import, .answers = desk.answers, .today = in.today});
  if (!staging) return staging.problem();
  desk.staging = std::move(*staging);
  return desk;
}

Result<ImportView> one_import(api::ReadContext& in, const api::OneQuery& query,
                              const Kinds& kinds) {
  const auto desk = desk_of(in, query.id, kinds);
  if (!desk) return desk.problem();
  const Mapping& mapping = desk->reading->mapping;
  ImportView view{
      .facts = desk->row.facts,
      .version = desk->row.version,
      .sheets = desk->reading->sheet->sheets(),
      .sheet = mapping.sheet,
      .header_row = mapping.header_row,
      .unit = mapping.unit,
      .columns = {},
      .tidied = desk->reading->tidied,
      .corrected = static_cast<std::int64_t>(corrections_of(in.tx, query.id).size()),
      .total_rows = {desk->reading->total_rows.begin(), desk->reading->total_rows.end()},
      .may_apply = {}};
  const PersonalColumns personal = personal_columns(in.tx, desk->import.entered_on);
  for (const MappedColumn& column : mapping.columns)
    view.columns.push_back(column_view(column, *desk, personal));
  if (desk->staging) {
    view.counts = desk->staging->counts;
    view.may_apply = what_may_apply(*desk->staging);
  }
  return view;
}

}  // namespace zr::imports

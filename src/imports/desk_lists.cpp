/// Lists over what is computed: findings and rows of one import.
#include <algorithm>
#include <set>

#include "imports/desk.h"
#include "imports/layout.h"
#include "imports/operations.h"
#include "imports/rules/cell.h"

namespace zr::imports {

namespace {

FindingRow finding_row(const Finding& finding, const Desk& desk) {
  FindingRow row{.row = finding.row,
                 .code = finding.code,
                 .zh = finding.zh,
                 .en = finding.en,
                 .suggestion = finding.suggestion,
                 .gravity = finding.gravity,
                 .key = finding.key,
                 .choices = finding.choices,
                 .other = finding.other};
  if (!finding.field.empty()) row.field = finding.field;
  if (!finding.value.empty()) row.value = finding.value;
  if (const json::Field* field = desk.kind->row().find(finding.field)) {
    row.field_zh = std::string(field->zh);
    row.field_en = std::string(field->en);
  }
  if (const auto at = place_of(desk.reading->mapping, finding.field); at.column)
    row.column = letter_of(static_cast<std::int64_t>(*at.column) + 1);
  if (finding.key)
    if (const auto given = desk.answers.find(*finding.key); given != desk.answers.end())
      row.answer = given->second;
  return row;
}

/// Cells of which nothing could be read.
using Unread = std::set<std::pair<int, std::string>>;

Unread unread_in(const Reading& reading, const Kind& kind) {
  Unread cells;
  for (const Finding& finding : reading.findings)
    if (finding.gravity == Gravity::error) cells.emplace(finding.row, finding.field);
  if (!lacks_unit(reading.mapping, kind)) return cells;
  for (const json::Field& field : kind.row().fields())
    if (field.type->kind == json::Kind::money)
      for (const Row& row : reading.held) cells.emplace(row.number, field.name);
  return cells;
}

/// Text of the file and what was read, for every field that has a column or a correction.
std::vector<StagedCell> cells_of(const Row& row, const Desk& desk, const Corrections& corrections,
                                 const Unread& unread, Language language) {
  std::vector<StagedCell> cells;
  for (const json::Field& field : desk.kind->row().fields()) {
    const std::string name(field.name);
    const auto at = place_of(desk.reading->mapping, name);
    const bool corrected = corrections.contains({row.number, name});
    if (!at.column && !corrected) continue;
    StagedCell cell{.field = name, .corrected = corrected};
    cell.text = text_at(*desk.reading, {}, row.number, name);
    if (!unread.contains({row.number, name})) {
      std::string value =
          shown(field, field.type->get(field.of(row.typed.get())), at.unit, language);
      if (!value.empty()) cell.value = std::move(value);
      cell.tidied = cell.text != cell.value;
    }
    cells.push_back(std::move(cell));
  }
  return cells;
}

json::Any masked_columns(const json::Object& reported) {
  json::Object out;
  for (const auto& [name, value] : reported) {
    const json::Value* personal = value.find(personal_member);
    out.emplace_back(name, personal ? json::Value(masked(*personal->text())) : value);
  }
  return {std::move(out)};
}

/// Rows that could be read and rows that could not, by number.
std::vector<const Row*> in_order(const Reading& reading) {
  std::vector<const Row*> rows;
  for (const Row& row : reading.rows) rows.push_back(&row);
  for (const Row& row : reading.held) rows.push_back(&row);
  std::ranges::sort(rows, {}, [](const Row* row) { return row->number; });
  return rows;
}

}  // namespace

Result<api::Page<FindingRow>> list_findings(api::ReadContext& in, const FindingQuery& query,
                                            const Kinds& kinds) {
  const auto desk = desk_of(in, query.id, kinds);
  if (!desk) return desk.problem();
  api::Page<FindingRow> page;
  if (!desk->staging) return page;
  std::size_t at = 0;
  const auto from = static_cast<std::size_t>(query.listing.after());
  for (const Finding& finding : desk->staging->findings) {
    if (query.gravity && finding.gravity != *query.gravity) continue;
    if (query.row && finding.row != *query.row) continue;
    if (at++ < from) continue;
    if (page.rows.size() == static_cast<std::size_t>(query.listing.limit)) {
      page.next = std::to_string(at - 1);
      break;
    }
    page.rows.push_back(finding_row(finding, *desk));
  }
  return page;
}

Result<api::Page<StagedRow>> list_rows(api::ReadContext& in, const StagedQuery& query,
                                       const Kinds& kinds) {
  const auto desk = desk_of(in, query.id, kinds);
  if (!desk) return desk.problem();
  const Corrections corrections = corrections_of(in.tx, query.id);
  const Unread unread = unread_in(*desk->reading, *desk->kind);
  std::map<int, Effect> effects;
  if (desk->staging)
    for (std::size_t i = 0; i < desk->reading->rows.size(); ++i)
      effects.emplace(desk->reading->rows[i].number, desk->staging->effects[i]);
  api::Page<StagedRow> page;
  std::size_t at = 0;
  const auto from = static_cast<std::size_t>(query.listing.after());
  for (const Row* row : in_order(*desk->reading)) {
    std::optional<RowState> state;
    if (desk->staging) state = desk->staging->state_of(row->number);
    if (query.state && state != query.state) continue;
    if (at++ < from) continue;
    if (page.rows.size() == static_cast<std::size_t>(query.listing.limit)) {
      page.next = std::to_string(at - 1);
      break;
    }
    StagedRow out{.row = row->number,
                  .state = state,
                  .cells = cells_of(*row, *desk, corrections, unread, in.language),
                  .reported = masked_columns(row->reported)};
    if (state == RowState::good) out.effect = effects.at(row->number);
    page.rows.push_back(std::move(out));
  }
  return page;
}

}  // namespace zr::imports

#include "reporting/frozen.h"

#include <set>

namespace zr::reporting {

namespace {

using Notes = std::set<std::int64_t>;

std::int64_t note_of(const ledger::Note& note) {
  return note.id;
}
std::int64_t note_of(const ledger::Movement& moved) {
  return moved.note;
}
std::optional<std::int64_t> record_of(const ledger::Note& note) {
  return note.version;
}
std::optional<std::int64_t> record_of(const ledger::Movement&) {
  return std::nullopt;
}

/// Notes with a part other than 0 in some figure.
Notes notes_that_count(const Figures& figures, const LedgerRows& rows) {
  const auto facts = facts_of(rows);
  Notes notes;
  for (const Figure& figure : figures.computed)
    for (const FactRows& each : facts) {
      if (each.shape != figure.shape) continue;
      const bool of_notes = each.shape->reader() != movements_reader;
      const auto field = *each.shape->field(of_notes ? "id" : "note");
      for (const Part& part : total(figure, each).parts)
        if (part.amount != 0) notes.insert(std::get<std::int64_t>(each.rows[part.row][field]));
    }
  return notes;
}

template <class Row>
void freeze(std::vector<FrozenRow>& out, std::string_view reader, const std::vector<Row>& rows,
            const Notes& kept) {
  std::int64_t place = 0;
  for (const Row& row : rows) {
    if (!kept.contains(note_of(row))) continue;
    out.push_back({.reader = std::string(reader),
                   .place = place++,
                   .note = note_of(row),
                   .rests_on = record_of(row),
                   .facts = {*json::parse(json::write(row))}});
  }
}

template <class Row>
Row thawed(const FrozenRow& frozen) {
  Row row;
  std::vector<FieldError> ignored;  // a field that came later is absent in old rows
  json::read(json::struct_of<Row>(), frozen.facts.value, &row, ignored);
  return row;
}

}  // namespace

const json::Struct& describe(const FrozenRow*) {
  static const json::Struct table("FrozenRow",
                                  {{"version", &FrozenRow::version, "版本", "Version"},
                                   {"reader", &FrozenRow::reader, "取数来源", "Reader"},
                                   {"place", &FrozenRow::place, "序号", "Place"},
                                   {"sequence", &FrozenRow::sequence, "记录号", "Record"},
                                   {"note", &FrozenRow::note, "借据", "Note"},
                                   {"rests_on", &FrozenRow::rests_on, "依据记录", "Rests on"},
                                   {"facts", &FrozenRow::facts, "数据", "Facts"}});
  return table;
}

std::vector<FrozenRow> frozen_rows(const Figures& figures, const LedgerRows& rows) {
  const Notes kept = notes_that_count(figures, rows);
  std::vector<FrozenRow> out;
  freeze(out, notes_begin_reader, rows.begin, kept);
  freeze(out, notes_reader, rows.end, kept);
  freeze(out, movements_reader, rows.movements, kept);
  return out;
}

LedgerRows rows_of(const std::vector<FrozenRow>& frozen) {
  LedgerRows rows;
  for (const FrozenRow& row : frozen) {
    if (row.reader == notes_begin_reader)
      rows.begin.push_back(thawed<ledger::Note>(row));
    else if (row.reader == notes_reader)
      rows.end.push_back(thawed<ledger::Note>(row));
    else
      rows.movements.push_back(thawed<ledger::Movement>(row));
  }
  return rows;
}

}  // namespace zr::reporting

/// Mending: corrections beside the unchanged file, and answers to what is asked.
#include "base/text.h"
#include "imports/grounds.h"
#include "imports/operations.h"
#include "imports/staging.h"

namespace zr::imports {

namespace {

bool is_data_row(const Reading& reading, int number) {
  const auto holds = [number](const std::vector<Row>& rows) {
    for (const Row& row : rows)
      if (row.number == number) return true;
    return false;
  };
  return holds(reading.rows) || holds(reading.held);
}

const Finding* asked(const Staging& staging, const std::string& key) {
  for (const Finding& finding : staging.findings)
    if (finding.key == key) return &finding;
  return nullptr;
}

/// The two questions of the engine itself are answered into the import's own terms.
Result<Done> take_term(StoredImport& import, const GivenAnswer& given, Date today) {
  if (given.key == "data_date") {
    const auto day = Date::parse(given.answer);
    if (!day) return Problem::at("/answers", no_such_choice);
    if (*day > today) return Problem::at("/answers", date_ahead);
    import.data_date = day;
  } else if (given.key == "unit") {
    Mapping mapping = mapping_of(import);
    if (const auto unit = value_named<Unit>(given.answer)) choose_unit(mapping, *unit);
    import.mapping = stored(mapping);
  }
  return Done{};
}

bool is_term(std::string_view key) {
  return key == "data_date" || key == "unit";
}

}  // namespace

std::optional<std::string> text_at(const Reading& reading, const Corrections& corrections, int row,
                                   const std::string& field) {
  if (const auto corrected = corrections.find({row, field}); corrected != corrections.end())
    return corrected->second;
  const auto at = place_of(reading.mapping, field);
  const auto place = at.column ? row_numbered(*reading.sheet, row) : std::nullopt;
  if (!place) return std::nullopt;
  const auto cell = reading.sheet->at(*place, *at.column);
  std::string text = cell.date ? cell.date->text() : std::string(cell.text);
  if (text.empty()) return std::nullopt;
  return text;
}

Result<Done> before_mend(journal::Preparation& before, MendImport& input, const Kinds& kinds) {
  const auto opened = open_import(before.tx, before.actor, input.id, kinds);
  if (!opened) return opened.problem();
  input.seen_version = opened->import.version;
  const auto reading = reading_of(before.tx, *opened->kind, opened->import);
  if (!reading) return reading.problem();
  const Corrections earlier = corrections_of(before.tx, input.id);
  for (std::size_t i = 0; i < input.corrections.size(); ++i) {
    CellCorrection& each = input.corrections[i];
    const std::string at = "/corrections/" + std::to_string(i);
    if (!opened->kind->row().find(each.field)) return Problem::at(at + "/field", no_such_column);
    const int row = static_cast<int>(std::min<std::int64_t>(each.row, INT32_MAX));
    if (!is_data_row(**reading, row)) return Problem::at(at + "/row", no_such_line);
    each.was = text_at(**reading, earlier, row, each.field);
  }
  return Done{};
}

Result<journal::Changed> mend(journal::Context& in, const MendImport& input, const Kinds& kinds) {
  auto opened = unchanged_import(in, input.id, input.seen_version, kinds);
  if (!opened) return opened.problem();
  std::map<std::pair<std::int64_t, std::string>, Correction> last;
  for (const CellCorrection& each : input.corrections)
    last.insert_or_assign({each.row, each.field}, Correction{.import = input.id,
                                                             .line = each.row,
                                                             .field = each.field,
                                                             .sequence = in.sequence,
                                                             .old_text = each.was,
                                                             .new_text = each.value});
  std::vector<Correction> corrections;
  for (auto& [cell, correction] : last) corrections.push_back(std::move(correction));
  store::add_corrections(in.tx, corrections);
  return changed(in, opened->import);
}

Result<Done> before_answer(journal::Preparation& before, AnswerImport& input, const Kinds& kinds) {
  const auto opened = open_import(before.tx, before.actor, input.id, kinds);
  if (!opened) return opened.problem();
  input.seen_version = opened->import.version;
  auto reading = reading_of(before.tx, *opened->kind, opened->import);
  if (!reading) return reading.problem();
  const Answers earlier = store::answers(before.tx, input.id);
  const auto staging = stage(before.tx, std::move(*reading),
                             {.kind = *opened->kind,
                              .import = opened->import,
                              .answers = earlier,
                              .today = before.received.date()});
  if (!staging) return staging.problem();
  for (std::size_t i = 0; i < input.answers.size(); ++i) {
    GivenAnswer& given = input.answers[i];
    const std::string at = "/answers/" + std::to_string(i);
    const Finding* finding = asked(*staging, given.key);
    if (!finding) return Problem::at(at + "/key", no_such_question);
    auto answer = answer_in(*finding, given.answer);
    if (!answer) return Problem::at(at + "/answer", no_such_choice);
    given.answer = std::move(*answer);
  }
  return Done{};
}

Result<journal::Changed> answer(journal::Context& in, const AnswerImport& input,
                                const Kinds& kinds) {
  auto opened = unchanged_import(in, input.id, input.seen_version, kinds);
  if (!opened) return opened.problem();
  std::map<std::string, std::string> last;
  for (const GivenAnswer& given : input.answers) {
    if (is_term(given.key)) {
      if (const auto taken = take_term(opened->import, given, in.today); !taken)
        return taken.problem();
    } else {
      last.insert_or_assign(given.key, given.answer);
    }
  }
  std::vector<Answer> answers;
  for (const auto& [key, text] : last)
    answers.push_back(
        {.import = input.id, .question = key, .sequence = in.sequence, .answer = text});
  store::add_answers(in.tx, answers);
  return changed(in, opened->import);
}

}  // namespace zr::imports

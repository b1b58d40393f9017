#include "imports/staging.h"

#include <algorithm>

#include "base/text.h"
#include "imports/grounds.h"
#include "imports/layout.h"
#include "imports/rules/cell.h"
#include "imports/rules/day_text.h"

namespace zr::imports {

namespace {

std::optional<Date> proposed_date(const Reading& reading, const StoredImport& import) {
  auto lines = lines_above(*reading.sheet, reading.mapping);
  lines.push_back(import.file_name);
  return day_spoken_of(lines);
}

/// The data date is asked until somebody has said it.
void ask_data_date(const Reading& reading, const StagingOf& of, std::vector<Finding>& findings) {
  if (of.kind.data_date == DataDate::not_asked || of.import.data_date) return;
  auto asked = Finding::of(0, "", data_date_unknown).asking(Gravity::question, "data_date", {});
  if (const auto day = proposed_date(reading, of.import)) asked.suggestion = day->text();
  findings.push_back(std::move(asked));
}

/// What stands in the cell that a kind's finding speaks of.
std::string value_at(const Reading& reading, const Finding& finding) {
  const auto at = place_of(reading.mapping, finding.field);
  const auto row = at.column ? row_numbered(*reading.sheet, finding.row) : std::nullopt;
  if (!row) return {};
  const auto cell = reading.sheet->at(*row, *at.column);
  return cell.date ? cell.date->text() : std::string(cell.text);
}

void weigh(const Finding& finding, const Answers& answers, Staging& out) {
  const bool asks = finding.gravity == Gravity::conflict || finding.gravity == Gravity::question;
  if (finding.gravity == Gravity::warning) ++out.counts.warnings;
  if (finding.gravity == Gravity::warning || (asks && answered(finding, answers))) return;
  ++(asks ? out.counts.questions : out.counts.errors);
  if (finding.row == 0) {
    if (out.file != Staging::File::wrong)
      out.file = asks ? Staging::File::asked : Staging::File::wrong;
    return;
  }
  RowState& state = out.not_good.emplace(finding.row, RowState::waiting).first->second;
  if (!asks) state = RowState::wrong;
}

void count(Staging& out) {
  const Reading& reading = *out.reading;
  for (const Row& row : reading.held) out.not_good.insert_or_assign(row.number, RowState::wrong);
  out.counts.rows = static_cast<std::int64_t>(reading.rows.size() + reading.held.size());
  for (const auto& [row, state] : out.not_good)
    ++(state == RowState::wrong ? out.counts.wrong : out.counts.waiting);
  out.counts.good = out.counts.rows - out.counts.wrong - out.counts.waiting;
  for (std::size_t i = 0; i < reading.rows.size(); ++i) {
    if (out.state_of(reading.rows[i].number) != RowState::good) continue;
    switch (out.effects[i]) {
      case Effect::created:
        ++out.counts.created;
        break;
      case Effect::changed:
        ++out.counts.changed;
        break;
      case Effect::same:
        ++out.counts.same;
        break;
    }
  }
}

}  // namespace

std::span<const Name> names_of(RowState) {
  static constexpr Name names[] = {named(RowState::good, "good", "可导入", "Good"),
                                   named(RowState::waiting, "waiting", "待答复", "Waiting"),
                                   named(RowState::wrong, "wrong", "有误", "Wrong")};
  return names;
}

RowState Staging::state_of(int row) const {
  const auto found = not_good.find(row);
  return found == not_good.end() ? RowState::good : found->second;
}

std::optional<std::string> answer_in(const Finding& finding, std::string_view text) {
  text = trim(text);
  for (const Choice& each : finding.choices)
    if (text == each.code || text == each.zh || text == each.en) return each.code;
  if (text.empty() || !(finding.other || finding.choices.empty())) return std::nullopt;
  return std::string(text);
}

bool answered(const Finding& finding, const Answers& answers) {
  const auto given = finding.key ? answers.find(*finding.key) : answers.end();
  return given != answers.end() && answer_in(finding, given->second);
}

Batch batch_of(const Reading& reading, const StagingOf& of) {
  auto data_date = of.import.data_date;
  // Until it is confirmed, the rows are looked at as of the day that the file speaks of.
  if (!data_date && of.kind.data_date == DataDate::asked)
    data_date = proposed_date(reading, of.import);
  return {.import = of.import.id,
          .organisation = of.import.organisation,
          .data_date = data_date.value_or(of.today),
          .basis = of.import.basis,
          .rows = reading.rows,
          .held = reading.held,
          .answers = of.answers};
}

Result<Staging> stage(db::Tx& tx, std::shared_ptr<const Reading> reading, const StagingOf& of) {
  Staging out{.reading = std::move(reading)};
  ask_data_date(*out.reading, of, out.findings);
  out.findings.insert(out.findings.end(), out.reading->findings.begin(),
                      out.reading->findings.end());
  if (!out.reading->rows.empty()) {
    auto judged = of.kind.judge(tx, batch_of(*out.reading, of));
    if (!judged) return judged.problem();
    out.effects = std::move(judged->effects);
    for (Finding& finding : judged->findings) {
      if (finding.value.empty() && !finding.field.empty())
        finding.value = value_at(*out.reading, finding);
      out.findings.push_back(std::move(finding));
    }
  }
  out.effects.resize(out.reading->rows.size(), Effect::created);
  std::ranges::stable_sort(out.findings, {}, &Finding::row);
  for (const Finding& finding : out.findings) weigh(finding, of.answers, out);
  count(out);
  return out;
}

}  // namespace zr::imports

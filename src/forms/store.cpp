#include "forms/store.h"

#include <algorithm>

#include "db/as_of.h"

namespace zr::forms::store {

const db::Table round_table{"forms_round", &json::struct_of<Round>, {"id"}, db::Keeping::plain};
const db::Table answer_table{
    "forms_answer", &json::struct_of<Answer>, {"id"}, db::Keeping::covered};
const db::Table draft_table{"forms_draft", &json::struct_of<Draft>, {"answer"}, db::Keeping::plain};
const db::Table version_table{
    "forms_version", &json::struct_of<Version>, {"id"}, db::Keeping::covered};
const db::Table version_state_table{"forms_version_state",
                                    &json::struct_of<VersionState>,
                                    {"subject", "effective", "sequence"},
                                    db::Keeping::covered};

namespace {

/// A reader's rows as a pattern of paths; matches nothing where he has none.
std::string pattern(std::string_view rows) {
  return rows.empty() ? std::string("-") : std::string(rows) + "%";
}

}  // namespace

void add_round(db::Tx& tx, const Round& round) {
  tx.insert(round_table, round);
}

std::optional<Round> round(db::Tx& tx, std::int64_t id) {
  return tx.row<Round>("SELECT {FormRound} FROM forms_round WHERE id = $1", id);
}

std::optional<Round> round_of(db::Tx& tx, std::string_view form, std::string_view period) {
  return tx.row<Round>("SELECT {FormRound} FROM forms_round WHERE form = $1 AND period = $2", form,
                       period);
}

void add_answer(db::Tx& tx, const Answer& answer) {
  tx.insert(answer_table, answer);
}

std::optional<Answer> answer(db::Tx& tx, std::string_view rows, std::int64_t id) {
  return tx.row<Answer>(
      "SELECT {a.FormAnswer} FROM forms_answer a JOIN access_party p ON p.id = a.organisation"
      " WHERE a.id = $1 AND p.path LIKE $2",
      id, pattern(rows));
}

std::optional<Answer> answer_of(db::Tx& tx, std::int64_t round, std::int64_t organisation) {
  return tx.row<Answer>(
      "SELECT {FormAnswer} FROM forms_answer WHERE round = $1 AND organisation = $2", round,
      organisation);
}

std::optional<Draft> draft(db::Tx& tx, std::int64_t answer) {
  return tx.row<Draft>("SELECT {FormDraft} FROM forms_draft WHERE answer = $1", answer);
}

void save_draft(db::Tx& tx, const Draft& saved) {
  if (tx.number("SELECT COUNT(*) FROM forms_draft WHERE answer = $1", saved.answer) > 0)
    tx.update(draft_table, saved);
  else
    tx.insert(draft_table, saved);
}

void add_version(db::Tx& tx, const Version& version) {
  tx.insert(version_table, version);
}

void add_state(db::Tx& tx, const VersionState& state) {
  tx.insert(version_state_table, state);
}

std::vector<Version> versions(db::Tx& tx, std::int64_t answer) {
  return tx.rows<Version>(
      "SELECT {FormVersion} FROM forms_version WHERE answer = $1 ORDER BY number DESC", answer);
}

std::optional<Version> latest_version(db::Tx& tx, std::int64_t answer) {
  return tx.row<Version>(
      "SELECT {FormVersion} FROM forms_version WHERE answer = $1 ORDER BY number DESC LIMIT 1",
      answer);
}

std::optional<Version> version_numbered(db::Tx& tx, std::int64_t answer, std::int64_t number) {
  return tx.row<Version>(
      "SELECT {FormVersion} FROM forms_version WHERE answer = $1 AND number = $2", answer, number);
}

std::int64_t last_submitted(db::Tx& tx, std::int64_t answer) {
  return tx.number(
      "SELECT COALESCE(MAX(v.number), 0) FROM forms_version v WHERE v.answer = $1 AND EXISTS"
      " (SELECT 1 FROM forms_version_state s WHERE s.subject = v.id AND s.stage = 'submitted')",
      answer);
}

std::optional<Version> version(db::Tx& tx, std::int64_t id) {
  return tx.row<Version>("SELECT {FormVersion} FROM forms_version WHERE id = $1", id);
}

std::optional<Cover> last_cover(db::Tx& tx, std::int64_t organisation) {
  const auto found = tx.row<Version>(
      "SELECT {v.FormVersion} FROM forms_version v JOIN forms_answer a ON a.id = v.answer"
      " WHERE a.organisation = $1 ORDER BY v.sequence DESC LIMIT 1",
      organisation);
  if (!found) return std::nullopt;
  return found->cover;
}

std::optional<VersionState> state(db::Tx& tx, std::int64_t version) {
  return tx.row<VersionState>(
      "SELECT {FormVersionState} FROM forms_version_state WHERE subject = $1"
      " ORDER BY effective DESC, sequence DESC LIMIT 1",
      version);
}

std::vector<VersionState> states(db::Tx& tx, std::int64_t answer) {
  return tx.rows<VersionState>(
      "SELECT {s.FormVersionState} FROM forms_version_state s"
      " JOIN forms_version v ON v.id = s.subject WHERE v.answer = $1"
      " ORDER BY v.number, s.effective, s.sequence",
      answer);
}

std::int64_t touched(db::Tx& tx, std::int64_t answer) {
  const std::int64_t state = tx.number(
      "SELECT MAX(s.sequence) FROM forms_version_state s JOIN forms_version v ON v.id = s.subject"
      " WHERE v.answer = $1",
      answer);
  const std::int64_t saved = tx.number("SELECT version FROM forms_draft WHERE answer = $1", answer);
  const std::int64_t made = tx.number("SELECT sequence FROM forms_answer WHERE id = $1", answer);
  return std::max({state, saved, made});
}

std::vector<Standing> standing(db::Tx& tx, std::string_view rows, std::int64_t round,
                               std::int64_t known_at) {
  static const std::string sql =
      "SELECT {r.FormStanding} FROM (SELECT v.*, a.organisation, s.stage FROM forms_answer a"
      " JOIN access_party p ON p.id = a.organisation JOIN forms_version v ON v.answer = a.id "
      "JOIN " +
      db::as_of({.versions = "forms_version_state",
                 .subject = "subject",
                 .as_of = "'9999-12-31'",
                 .known_at = "$1"}) +
      " s ON s.subject = v.id WHERE a.round = $2 AND p.path LIKE $3"
      " AND s.stage IN ('submitted', 'accepted')) r ORDER BY r.organisation, r.number DESC";
  return tx.rows<Standing>(sql, known_at, round, pattern(rows));
}

}  // namespace zr::forms::store

#pragma once
/// Every SQL statement of this module but those of its screens.
#include <optional>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "db/tx.h"
#include "forms/forms.h"

namespace zr::forms::store {

extern const db::Table round_table, answer_table, draft_table, version_table, version_state_table;

void add_round(db::Tx& tx, const Round& round);
std::optional<Round> round(db::Tx& tx, std::int64_t id);
std::optional<Round> round_of(db::Tx& tx, std::string_view form, std::string_view period);

void add_answer(db::Tx& tx, const Answer& answer);
/// Of organisations whose path begins with `rows`; none where it is empty.
std::optional<Answer> answer(db::Tx& tx, std::string_view rows, std::int64_t id);
std::optional<Answer> answer_of(db::Tx& tx, std::int64_t round, std::int64_t organisation);

std::optional<Draft> draft(db::Tx& tx, std::int64_t answer);
void save_draft(db::Tx& tx, const Draft& draft);

void add_version(db::Tx& tx, const Version& version);
void add_state(db::Tx& tx, const VersionState& state);
/// Newest first.
std::vector<Version> versions(db::Tx& tx, std::int64_t answer);
std::optional<Version> latest_version(db::Tx& tx, std::int64_t answer);
/// The number of the last version that came in; 0 where none did.
std::int64_t last_submitted(db::Tx& tx, std::int64_t answer);
std::optional<Version> version_numbered(db::Tx& tx, std::int64_t answer, std::int64_t number);
std::optional<Version> version(db::Tx& tx, std::int64_t id);
/// Of what this organisation froze last, in any form.
std::optional<Cover> last_cover(db::Tx& tx, std::int64_t organisation);
/// What became of it last.
std::optional<VersionState> state(db::Tx& tx, std::int64_t version);
/// Everything that became of the versions of an answer, oldest first.
std::vector<VersionState> states(db::Tx& tx, std::int64_t answer);
/// The record that touched an answer last.
std::int64_t touched(db::Tx& tx, std::int64_t answer);

/// Submitted or accepted versions as known at a record, each organisation's newest first.
std::vector<Standing> standing(db::Tx& tx, std::string_view rows, std::int64_t round,
                               std::int64_t known_at);

}  // namespace zr::forms::store

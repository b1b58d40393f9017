#pragma once
/// Forms 表单: whatever is sent out and filled in. A form is a published set of cells and rules; a
/// round sends it to organisations with a due date; each has one answer, whose versions are frozen,
/// signed by a second person, received, then accepted or returned with remarks. It knows no
/// subject: the owner of a form makes commands and reads of these functions and gives the figures.
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "access/party.h"
#include "duty/duty.h"
#include "forms/acts.h"
#include "forms/answer.h"
#include "forms/rules/form.h"
#include "forms/rules/judgement.h"
#include "journal/command.h"
#include "rulebook/rule_set.h"

namespace zr::forms {

/// The set of a form as its owner declares it in rule_sets(): tables "cells" and "rules".
struct Declaration {
  std::string_view code;
  std::string_view zh;
  std::string_view en;
  std::string_view cells_file;
  std::string_view rules_file;
  Date effective = {};
  std::string_view clause;
  rulebook::Confidence confidence = rulebook::Confidence::source;
};
rulebook::RuleSet set_of(const Declaration& declared);

/// The content of a published set as a form; refused as at publication.
Result<Form> form_from(const json::Value& content);
/// The form in force at a moment.
Result<Form> form_at(db::Tx& tx, std::string_view code, access::Moment moment);
/// The form that a round was sent out with.
Result<Form> form_of(db::Tx& tx, const Round& round);

struct RoundOpening {
  std::string form = {};
  std::string period = {};
  std::vector<std::int64_t> organisations = {};
  std::string duty = {};   ///< Kind of duty, registered by the owner: "returns.file".
  std::string right = {};  ///< Who does it in the organisation: "returns.prepare".
  duty::Term term = {};
  std::string clause = {};
};
/// Sends the form in force today out: one answer and one duty for each organisation. Refused
/// no_such_period, nobody_asked, round_open, no_such_set, no_calendar.
Result<Round> open_round(journal::Context& in, const RoundOpening& opening);
std::optional<Round> round(db::Tx& tx, std::int64_t id);
std::optional<Round> round_of(db::Tx& tx, std::string_view form, std::string_view period);

/// The answer, if its organisation lies in the rows of this scope.
std::optional<Answer> answer(db::Tx& tx, const access::Scope& scope, std::int64_t id);
std::optional<Answer> answer_of(db::Tx& tx, std::int64_t round, std::int64_t organisation);

/// Cells of origin figure that their owner cannot give and that are therefore entered; with source
/// `form` all of them are.
using Enterable = std::set<std::string, std::less<>>;

/// Saves the draft; entered by another organisation it is on behalf 代录. Refused no_such_cell,
/// not_entered, wrong_value, no_such_rule at their places, version_stale.
Result<journal::Changed> fill(journal::Context& in, const FillAnswer& input,
                              const Enterable& enterable);

/// What the owner computed for one answer, as known at one record.
struct Given {
  Cells figures = {};                ///< By cell; taken with source ledger.
  std::optional<Cells> ledger = {};  ///< What his rows say, whatever the source; none: no rows.
  Enterable enterable = {};
  std::int64_t known_at = 0;
};
/// The draft as it would be frozen now: every cell, and what the rules say.
struct Trial {
  Cells cells = {};
  std::vector<Finding> findings = {};
};
Result<Trial> trial(db::Tx& tx, const Answer& answer, const Given& given, Date today);

/// Freezes the next version. Refused no_draft, checks_failed while a mandatory check is broken,
/// reasons_missing, version_stale. The id of the frozen Version is `frozen_version(...)->id`: the
/// owner's own frozen rows hang on it.
Result<Prepared> prepare(journal::Context& in, const PrepareAnswer& input, const Given& given);
/// The latest version of an answer, or the one of that number.
std::optional<Version> frozen_version(db::Tx& tx, std::int64_t answer);
std::optional<Version> frozen_version(db::Tx& tx, std::int64_t answer, std::int64_t number);

/// Signed by the command's second person and received now; closes the duty. Refused
/// nothing_prepared, version_changed, unconfirmed.
Result<Receipt> submit(journal::Context& in, const SubmitAnswer& input);
/// A submission made outside; the time stated decides timeliness, the record keeps when it was
/// told. Refused as `submit`, `not_outside` and `received_ahead` at their fields, `unconfirmed`
/// where somebody else entered it and neither the version nor this command holds the scan of the
/// paper.
Result<Receipt> record_outside(journal::Context& in, const RecordOutside& input);
/// Refused nothing_submitted, superseded; sending back also remark_missing, no_such_cell. Sent
/// back, the answer is a duty again.
Result<journal::Changed> accept(journal::Context& in, const AcceptAnswer& input);
Result<journal::Changed> send_back(journal::Context& in, const SendBackAnswer& input);

/// The versions that count: of each answer under these rows the latest one that is submitted or
/// accepted, as known at a record.
struct Standing {
  Version version = {};
  std::int64_t organisation = 0;
  Stage stage = Stage::submitted;
};
const json::Struct& describe(const Standing*);
std::vector<Standing> standing_versions(db::Tx& tx, const access::Scope& scope, std::int64_t round,
                                        std::int64_t known_at = INT64_MAX);

}  // namespace zr::forms

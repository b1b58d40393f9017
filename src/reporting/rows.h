#pragma once
/// Rows of this module's screens.
#include <optional>
#include <string>
#include <vector>

#include "api/read.h"
#include "duty/rules/timeliness.h"
#include "forms/answer.h"
#include "forms/rules/form_tables.h"
#include "forms/rules/judgement.h"

namespace zr::reporting {

/// Where a return stands.
enum class ReturnState {
  open,       ///< Nothing has been done.
  filling,    ///< A draft, newer than what was frozen last.
  prepared,   ///< Frozen, signed by nobody.
  submitted,  ///< Received.
  returned,
  accepted,
};
std::span<const Name> names_of(ReturnState);

struct ReturnsQuery {
  api::Listing listing;
  std::optional<Quarter> period;
  std::optional<std::int64_t> organisation;
};
const json::Struct& describe(const ReturnsQuery*);

struct BoardQuery {
  Quarter period;
};
const json::Struct& describe(const BoardQuery*);

/// A return in a list and on the board. What stands in it is the latest version that the reader
/// may see: authorities see nothing before it is submitted.
struct ReturnRow {
  std::int64_t id = 0;
  Quarter period;
  std::int64_t organisation = 0;
  std::string organisation_name;
  ReturnState state = ReturnState::open;
  Date due;
  std::optional<std::int64_t> number = {};
  std::optional<forms::Source> source = {};
  std::optional<forms::Edition> edition = {};
  std::optional<forms::Channel> channel = {};
  std::optional<Instant> received = {};             ///< Of the first version that was submitted.
  std::optional<duty::Timeliness> timeliness = {};  ///< Late also while it is missing.
  std::optional<std::string> entered_by_name = {};  ///< On behalf 代录.
  std::int64_t version = 0;
};
const json::Struct& describe(const ReturnRow*);

/// A return as a list finds it.
struct ReturnHead {
  std::int64_t id = 0;
  std::int64_t round = 0;
  Quarter period;
  std::int64_t organisation = 0;
  std::string organisation_name;
  Date due;
};
const json::Struct& describe(const ReturnHead*);

/// Who has filed 报送看板.
struct Board {
  Quarter period;
  Date due;
  std::int64_t asked = 0;
  std::int64_t on_time = 0;
  std::int64_t late = 0;     ///< Filed after the due date.
  std::int64_t open = 0;     ///< Not filed, still in time.
  std::int64_t overdue = 0;  ///< Not filed, too late.
  std::int64_t by_ledger = 0;
  std::int64_t by_form = 0;
  std::int64_t nil = 0;
  std::vector<ReturnRow> rows = {};
};
const json::Struct& describe(const Board*);

/// A frozen version and what became of it.
struct VersionRow {
  std::int64_t number = 0;
  std::string digest;
  forms::Source source = forms::Source::form;
  forms::Edition edition = forms::Edition::final;
  forms::Stage stage = forms::Stage::prepared;
  std::int64_t known_at = 0;
  std::optional<std::string> prepared_by = {};  ///< 填表人
  std::optional<std::string> submitted_by = {};
  std::optional<std::string> checked_by = {};   ///< 复核人
  std::optional<std::string> responsible = {};  ///< 负责人
  std::optional<std::string> phone = {};
  std::optional<forms::Channel> channel = {};
  std::optional<Instant> received = {};
  std::optional<Date> due = {};
  std::optional<duty::Timeliness> timeliness = {};
  std::optional<std::string> receipt = {};
  std::optional<std::string> entered_by_name = {};
  std::optional<Date> paper_date = {};
  std::optional<std::int64_t> scan = {};
  std::optional<std::string> remark = {};
  std::optional<json::Any> remarks = {};  ///< Sent back: cell -> what is wrong with it.
  std::optional<json::Any> reasons = {};
  json::Any changes;  ///< [{cell, before, after, difference}] against the version before.
};
const json::Struct& describe(const VersionRow*);

/// A cell of the page.
struct PageCell {
  std::string cell;
  std::string title_zh;
  std::string title_en;
  std::string unit;
  forms::CellKind kind = forms::CellKind::amount;
  forms::CellOrigin origin = forms::CellOrigin::entered;
  bool enterable = false;  ///< By the reader, with the source chosen.
  std::optional<json::Any> value = {};
  std::optional<json::Any> previous = {};      ///< The period before.
  std::optional<json::Any> ledger = {};        ///< What the ledger says, whatever the source.
  std::optional<std::string> lacking_zh = {};  ///< Why it is entered.
  std::optional<std::string> lacking_en = {};
  std::optional<std::string> remark = {};  ///< Of whoever sent it back.
  std::optional<std::string> meaning = {};
};
const json::Struct& describe(const PageCell*);

/// A note that stops the ledger from being the source.
struct PageNote {
  std::int64_t note = 0;
  std::optional<std::string> note_number = {};
  std::optional<Date> fact_date = {};     ///< Stale: the day of its last facts.
  std::optional<std::int64_t> rise = {};  ///< Risen without a drawdown, fen.
};
const json::Struct& describe(const PageNote*);

struct PageQuery {
  std::int64_t id = 0;
  std::optional<std::int64_t> number = {};  ///< A frozen version; else the draft or the latest.
};
const json::Struct& describe(const PageQuery*);

struct PageDraft {
  forms::Cover cover;
  json::Any reasons;
  std::optional<std::string> saved_by = {};
  std::optional<std::string> entered_by_name = {};
  Instant saved;
};
const json::Struct& describe(const PageDraft*);

struct ReturnPage {
  std::int64_t id = 0;
  std::int64_t organisation = 0;
  std::string organisation_name;
  Quarter period;
  Date due;
  ReturnState state = ReturnState::open;
  std::optional<VersionRow> frozen = {};  ///< What is shown, where it is a frozen version.
  std::optional<PageDraft> draft = {};
  std::vector<PageCell> cells = {};
  std::vector<forms::Finding> findings = {};
  std::vector<PageNote> stale = {};
  std::vector<PageNote> rises = {};
  std::vector<std::string> actions = {};  ///< What the reader may do now: "fill", "prepare", …
  std::int64_t version = 0;
};
const json::Struct& describe(const ReturnPage*);

struct OpenedQuery {
  api::Listing listing;
  std::int64_t id = 0;
  std::string cell;
  std::optional<std::int64_t> number = {};
};
const json::Struct& describe(const OpenedQuery*);

/// A row behind a figure. Without `note`: what no single row tells, or rows this reader may not
/// see one by one.
struct OpenedRow {
  std::optional<std::int64_t> note = {};
  std::optional<std::string> note_number = {};
  std::optional<std::int64_t> enterprise = {};
  std::optional<std::string> enterprise_name = {};
  std::optional<std::string> kind = {};  ///< Of a movement, or why there is no note.
  std::optional<Date> day = {};
  std::int64_t amount = 0;
};
const json::Struct& describe(const OpenedRow*);

}  // namespace zr::reporting

#pragma once
/// What a form's way back consists of: the round that sent it out, one answer for each
/// organisation, the draft being filled in, frozen versions with a digest, and what became of each
/// version. Rows of versions are covered: nothing that was signed ever changes.
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/names.h"
#include "json/describe.h"

namespace zr::forms {

/// Where the figures of an answer come from 数据来源.
enum class Source {
  ledger,  ///< Computed by the owner from his rows 台账.
  form,    ///< Own table, typed or uploaded, no rows 填报.
  nil,     ///< Nothing happened: every figure is 0 零报告.
};
std::span<const Name> names_of(Source);

enum class Edition {
  preliminary,  ///< 初报
  final,        ///< 终报
};
std::span<const Name> names_of(Edition);

enum class Stage {
  prepared,   ///< Frozen, signed by nobody.
  submitted,  ///< Signed by a second person and received.
  returned,   ///< Sent back with remarks; counts nowhere.
  accepted,
};
std::span<const Name> names_of(Stage);

/// On which way a version was submitted.
enum class Channel { here, mail, paper, regulator_system };
std::span<const Name> names_of(Channel);

/// A form sent out for a period.
struct Round {
  std::int64_t id = 0;
  std::string form = {};          ///< Code of the published set.
  std::int64_t form_version = 0;  ///< The record that published the version in use.
  std::string period = {};        ///< "2026Q3", "2026", "2026-09".
  Date period_end = {};
  std::string duty = {};  ///< Kind of the duties that were opened; their subject is the answer.
  Date due = {};          ///< As it was computed when the round was opened.
  Instant opened = {};
  std::int64_t version = 0;  ///< The record that sent it out.
};
const json::Struct& describe(const Round*);

/// The answer of one organisation, there from the day the form is sent out; its id is what paths
/// and duties name.
struct Answer {
  std::int64_t id = 0;
  std::int64_t sequence = 0;
  std::int64_t round = 0;
  std::int64_t organisation = 0;
};
const json::Struct& describe(const Answer*);

/// What the two texts and the paper say beside the cells; the same in a draft and a version.
struct Cover {
  Source source = Source::form;
  Edition edition = Edition::final;
  std::optional<std::string> responsible = {};  ///< 负责人, personal.
  std::optional<std::string> phone = {};        ///< 电话, personal.
  std::optional<Date> paper_date = {};          ///< On behalf: the date on the paper.
};
const json::Struct& describe(const Cover*);

struct Draft {
  std::int64_t answer = 0;
  Cover cover = {};
  json::Any cells = {};                         ///< Entered cells only: id -> value.
  json::Any reasons = {};                       ///< Rule id -> reason or remark.
  std::optional<std::int64_t> entered_by = {};  ///< Another organisation, on behalf 代录.
  std::optional<std::int64_t> scan = {};        ///< On behalf: the stamped scan, a file's id.
  std::optional<std::int64_t> person = {};      ///< Who saved it last.
  Instant saved = {};
  std::int64_t version = 0;
};
const json::Struct& describe(const Draft*);

/// A frozen version. The digest is over everything that was frozen but personal values.
struct Version {
  std::int64_t id = 0;
  std::int64_t sequence = 0;
  std::int64_t answer = 0;
  std::int64_t number = 0;  ///< 1, 2, … in the order they were frozen.
  std::int64_t form_version = 0;
  Cover cover = {};
  std::int64_t known_at = 0;                  ///< The last record that its figures rest on.
  json::Any cells = {};                       ///< Every cell that is not missing.
  std::optional<json::Any> ledger = {};       ///< What the owner's rows said, beside it.
  std::optional<std::int64_t> previous = {};  ///< The version of the period before it was
                                              ///< judged by.
  json::Any reasons = {};
  std::optional<std::int64_t> entered_by = {};
  std::optional<std::int64_t> scan = {};
  std::optional<std::int64_t> person = {};  ///< Who prepared it 填表人.
  std::string digest = {};
};
const json::Struct& describe(const Version*);

/// What became of a version: the versions of the covered subject Version.
struct VersionState {
  std::int64_t subject = 0;
  Date effective = {};
  std::int64_t sequence = 0;
  Stage stage = Stage::prepared;
  std::optional<Channel> channel = {};
  std::optional<Instant> received = {};     ///< The moment that decides timeliness.
  std::optional<Date> due = {};             ///< The due date it was judged by.
  std::optional<std::string> receipt = {};  ///< Of the outside channel, as its receiver wrote it.
  std::optional<std::int64_t> scan = {};
  std::optional<std::int64_t> maker = {};
  std::optional<std::int64_t> checker = {};  ///< 复核人
  std::optional<std::string> remark = {};
  std::optional<json::Any> remarks = {};  ///< Sent back: cell -> what is wrong with it.
  bool withdrawn = false;
};
const json::Struct& describe(const VersionState*);

}  // namespace zr::forms

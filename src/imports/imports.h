#pragma once
/// Imports 数据导入: a spreadsheet that somebody keeps becomes rows of one kind. What is staged is
/// recomputed from file, mapping, corrections and answers each time, so dry run and real run are
/// one path. A wrong row never blocks the good ones; the file itself is never changed.
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/party_kind.h"
#include "api/read.h"
#include "journal/command.h"
#include "journal/progress.h"
#include "rulebook/rule_set.h"

namespace zr::imports {

/// Header texts by which a column is known beside the labels and the name of its field; blanks,
/// full-width letters and a unit behind the name (（万元）) do not count.
struct Heading {
  std::string_view field;
  std::vector<std::string_view> names;
};

/// One of the answers to a question, or one of the legal bases of a file.
struct Choice {
  std::string code;
  std::string zh;
  std::string en;
};
const json::Struct& describe(const Choice*);

enum class Gravity {
  error,     ///< the row cannot be imported as it stands
  warning,   ///< worth a look; blocks nothing
  conflict,  ///< contradicts what is known: the row waits for the clerk's answer
  question,  ///< must be answered; with row 0 it holds up the whole file
};
std::span<const Name> names_of(Gravity);

/// Something to say about a cell, a row (no field) or the file (row 0).
struct Finding {
  int row = 0;          ///< as a spreadsheet counts, from 1
  std::string field{};  ///< of the kind's row; the header's text for a column that has none
  std::string code;
  std::string zh;
  std::string en;
  std::string value{};  ///< what stands there; the engine fills it in where it is left empty
  std::optional<std::string> suggestion{};  ///< what could stand there, ready to be taken
  Gravity gravity = Gravity::error;
  std::optional<std::string> key{};  ///< of a conflict or question, stable: "missing:123"
  std::vector<Choice> choices{};     ///< empty with a key: any text answers
  bool other = false;                ///< any other text answers as well as the choices

  static Finding of(int row, std::string_view field, const Refusal& ground);
  Finding with(Gravity how) &&;
  /// A conflict or question under its key.
  Finding asking(Gravity how, std::string asked, std::vector<Choice> answers) &&;
  Finding or_other() &&;
  Finding suggesting(std::string text) &&;
  /// More words behind the sentence, for what is particular to this case.
  Finding saying(std::string_view more_zh, std::string_view more_en) &&;
};

/// One row of the file, read.
struct Row {
  int number = 0;
  std::shared_ptr<const void> typed;
  /// The other columns, header → text; empty cells are left out. What is personal stands as
  /// {"personal": text}, in `apply` as {"commitment": …}, ready to be stored; journal::revealed
  /// reads it back.
  json::Object reported{};

  template <class T>
  const T& as() const {
    return *static_cast<const T*>(typed.get());
  }
};

struct Batch {
  std::int64_t import = 0;
  std::int64_t organisation = 0;  ///< whose data this is, also when somebody else entered it
  Date data_date;                 ///< the business date where the kind does not ask for one
  std::optional<std::string> basis{};
  std::span<const Row> rows{};
  /// Rows that are in the file but not in `rows`: some cell cannot be read, or (in `apply`) they
  /// were not accepted. What could not be read is default-made.
  std::span<const Row> held{};
  std::map<std::string, std::string, std::less<>> answers{};  ///< key of a question → answer
};

/// What a row would do.
enum class Effect { created, changed, same };
std::span<const Name> names_of(Effect);

struct Judgement {
  /// Conflicts and questions also when they are answered: the engine matches them with the answers.
  std::vector<Finding> findings;
  std::vector<Effect> effects;  ///< one for each of Batch::rows, in their order
};

/// An import that is to be taken back.
struct Applied {
  std::int64_t import = 0;
  std::int64_t organisation = 0;
  std::vector<std::int64_t> sequences;  ///< of the records that applied it, in order
};

enum class Reported { refused, kept };
enum class DataDate { not_asked, asked };
enum class OnBehalf { refused, allowed };

/// What is being done to an import that is applied, in this order.
enum class Step { reading, checking, storing };
std::span<const Name> names_of(Step);

/// A kind of file. Its columns are the fields of the described row: label, type, limits and whether
/// a cell may be empty come from there and from nowhere else.
struct Kind {
  std::string_view code;
  std::string_view zh;
  std::string_view en;
  const json::Struct& (*row)() = nullptr;
  std::shared_ptr<void> (*make)() = nullptr;
  std::vector<Heading> headings{};
  Reported reported = Reported::kept;  ///< what becomes of columns that no field is known for
  DataDate data_date = DataDate::not_asked;
  /// Kinds of organisation whose data it may be.
  std::vector<access::PartyKind> organisations{};
  /// May the city bureau enter it for them 代录?
  OnBehalf on_behalf = OnBehalf::refused;
  /// A right beside imports.create; empty: none.
  std::string_view right{};
  /// Legal bases that a file may state; empty: not asked.
  std::vector<Choice> bases{};
  /// A text rewritten before its field reads it ("专利、商标" → "mixed"); null or empty: as it is.
  std::optional<std::string> (*rewrite)(std::string_view field, std::string_view text) = nullptr;
  /// Everything that is to be said about rows whose cells could be read. Set queries; reads only.
  Result<Judgement> (*judge)(db::Tx&, const Batch&) = nullptr;
  /// Stores the accepted rows in the command's transaction; what judge called same stores nothing.
  Result<Done> (*apply)(journal::Context&, const Batch&) = nullptr;
  /// Grounds on which these refuse beside undo_too_late.
  std::vector<Refusal> refuses{};
  /// Takes an import back, or refuses with `undo_too_late` once something depends on it.
  std::function<Result<Done>(journal::Context&, const Applied&)> undo{};
};

/// The kind with its row type filled in.
template <class T>
Kind of_rows(Kind kind) {
  kind.row = []() -> const json::Struct& { return json::struct_of<T>(); };
  kind.make = []() -> std::shared_ptr<void> { return std::make_shared<T>(); };
  return kind;
}

inline constexpr Refusal undo_too_late{
    "undo_too_late", "已有业务依据这批数据办理，不能再撤销，请逐笔更正",
    "Something depends on these rows already; correct them one by one instead"};

/// What the house imports: every kind that its contexts bring.
/// `told` hears how far an import is that is being applied, step by step (Step).
std::vector<journal::Command> commands(const std::vector<Kind>& kinds,
                                       journal::ProgressTeller told = {});
std::vector<api::Read> reads(const std::vector<Kind>& kinds);
std::vector<rulebook::RuleSet> rule_sets();

/// Imports of an organisation or one below it that somebody else entered for it and that neither it
/// has confirmed nor a stamped scan covers: nothing built on them may be signed. Only what is
/// stored is confirmed. A scan that came with the file covers what is stored of it first,
/// corrections made till then included: they stand beside it for whoever compares. What somebody
/// else stores of it later, mended, mapped or answered anew, voids confirmation and scan.
std::vector<std::int64_t> unsigned_imports(db::Tx& tx, std::int64_t organisation);

}  // namespace zr::imports

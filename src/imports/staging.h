#pragma once
/// An import as it stands against what is known today: what is said about each row, which rows
/// could go in, which wait for an answer. Computed anew whenever somebody asks.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "imports/reading.h"
#include "imports/store.h"

namespace zr::imports {

using Answers = std::map<std::string, std::string, std::less<>>;

enum class RowState {
  good,
  waiting,  ///< a conflict or question of this row is not answered
  wrong,
};
std::span<const Name> names_of(RowState);

struct Counts {
  std::int64_t rows = 0;
  std::int64_t good = 0;
  std::int64_t waiting = 0;
  std::int64_t wrong = 0;
  std::int64_t errors = 0;
  std::int64_t warnings = 0;
  std::int64_t questions = 0;  ///< conflicts and questions without an answer
  std::int64_t created = 0;    ///< of the good rows
  std::int64_t changed = 0;
  std::int64_t same = 0;
};

struct Staging {
  std::shared_ptr<const Reading> reading;
  std::vector<Finding> findings{};                             ///< by row, the file's own first
  std::vector<Effect> effects{};                               ///< of reading->rows
  std::map<int, RowState> not_good{};                          ///< by row number
  enum class File { clear, asked, wrong } file = File::clear;  ///< what row 0 says
  Counts counts{};

  RowState state_of(int row) const;
};

struct StagingOf {
  const Kind& kind;
  const StoredImport& import;
  const Answers& answers;
  Date today;
};
Result<Staging> stage(db::Tx& tx, std::shared_ptr<const Reading> reading, const StagingOf& of);

/// What a text answers: the code of the choice whose code or name it is, else the text itself where
/// any answers; empty where it is no answer.
std::optional<std::string> answer_in(const Finding& finding, std::string_view text);
/// Has this conflict or question an answer?
bool answered(const Finding& finding, const Answers& answers);

/// What a kind's functions are given: the rows to be taken, the others held.
Batch batch_of(const Reading& reading, const StagingOf& of);

}  // namespace zr::imports

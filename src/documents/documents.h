#pragma once
/// Tables in and out: the one door for files from outside. A file is known by its bytes, read by
/// the reader that fits, or refused with what its sender can do; nothing else in the house parses
/// uploaded spreadsheets.
#include <optional>

#include "base/result.h"
#include "documents/limits.h"
#include "documents/source.h"
#include "documents/table.h"

namespace zr::documents {

struct ReadOptions {
  std::optional<std::size_t> sheet;  ///< By default the first sheet that is not hidden.
  Limits limits = {};
};

/// Rows of one sheet, or of a CSV file, to the sink; the facts afterwards. A refusal may come after
/// rows were given: then none of them count.
Result<TableFacts> read_table(const Source& source, const ReadOptions& options,
                              const RowSink& sink);

/// Reads every sheet through and only counts: the facts with the rows of each.
Result<TableFacts> survey(const Source& source, const Limits& limits = {});

/// The sheet that is read where none is named; empty where the book has no sheet with rows.
std::optional<std::size_t> first_shown(const TableFacts& facts);

}  // namespace zr::documents

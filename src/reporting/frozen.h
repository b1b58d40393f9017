#pragma once
/// The rows behind a frozen version: what the ledger's readers said when it was prepared, kept
/// beside its cells, so that every figure of it can be opened for good. Insert only.
#include <optional>
#include <string>
#include <vector>

#include "db/tx.h"
#include "reporting/computation.h"

namespace zr::reporting {

struct FrozenRow {
  std::int64_t version = 0;  ///< forms::Version
  std::string reader;
  std::int64_t place = 0;  ///< In the order the reader gave them.
  std::int64_t sequence = 0;
  std::int64_t note = 0;
  std::optional<std::int64_t> rests_on = {};  ///< The record that said so of the note.
  json::Any facts;                            ///< The reader's row.
};
const json::Struct& describe(const FrozenRow*);

/// The rows of every note that gives something to some figure.
std::vector<FrozenRow> frozen_rows(const Figures& figures, const LedgerRows& rows);
/// The way back.
LedgerRows rows_of(const std::vector<FrozenRow>& frozen);

}  // namespace zr::reporting

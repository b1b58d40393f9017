#pragma once
/// The rows of a file as its mapping and the corrections beside it have them: typed where every
/// cell can be read, held where one cannot. A function of file, mapping and corrections alone; it
/// asks no database, so it runs on the caller's thread.
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "imports/imports.h"
#include "imports/mapping.h"
#include "imports/rules/personal.h"
#include "imports/sheet.h"

namespace zr::imports {

/// What a cell holds instead of what the file says: (row, field) → text; empty: nothing.
using Corrections = std::map<std::pair<int, std::string>, std::optional<std::string>>;

/// Hears now and then how many of the sheet's rows have been read.
using RowsRead = std::function<void(std::int64_t done, std::int64_t total)>;

struct ReadingOf {
  const Kind& kind;
  const Mapping& mapping;
  const Corrections& corrections;
  const PersonalColumns& personal;
  RowsRead told{};
};

struct Reading {
  std::shared_ptr<const Sheet> sheet;
  Mapping mapping;
  std::vector<Row> rows;  ///< every cell could be read
  std::vector<Row> held;  ///< some cell could not
  std::vector<Finding> findings;
  std::int64_t tidied = 0;      ///< cells whose text was normalised
  std::vector<int> total_rows;  ///< skipped and checked
};

/// A value of another column that is personal stands as {"personal": text} in Row::reported.
inline constexpr std::string_view personal_member = "personal";

/// Refused import_too_long only.
Result<Reading> read_rows(std::shared_ptr<const Sheet> sheet, const ReadingOf& of);

/// Where a mapped field stands: the column from 0, and the unit of its amounts.
struct FieldPlace {
  std::optional<std::size_t> column{};
  Unit unit = Unit::yuan;
};
FieldPlace place_of(const Mapping& mapping, std::string_view field);

/// The place of a sheet's row among the rows kept; empty where that number holds nothing.
std::optional<std::size_t> row_numbered(const Sheet& sheet, int number);

}  // namespace zr::imports

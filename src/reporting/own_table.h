#pragma once
/// A bank's own table 自有报表: whatever sheet it keeps with the lines of the return in it, or the
/// return's own workbook filled in, read into cells of a return of source `form`. A line is known
/// by its title in either language or by its id, wherever it stands; nothing is stored here: what
/// was read goes into the form, where a person looks at it and saves.
#include <string>
#include <vector>

#include "api/read.h"
#include "forms/forms.h"
#include "imports/rules/unit.h"
#include "imports/sheet.h"

namespace zr::reporting {

/// A line of the sheet that names a cell. Amounts in fen.
struct OwnLine {
  std::string cell;
  std::string title_zh;
  std::string title_en;
  std::int64_t row = 0;  ///< as a spreadsheet counts, from 1
  std::string text;      ///< what stands there
  std::optional<std::int64_t> value = {};
  std::optional<std::string> fault = {};  ///< stable code, and the sentence
  std::optional<std::string> fault_zh = {};
  std::optional<std::string> fault_en = {};
};
const json::Struct& describe(const OwnLine*);

struct OwnTable {
  std::optional<imports::Unit> unit = {};  ///< stated above the table or said by the reader
  std::vector<OwnLine> lines = {};         ///< in order of the sheet; without lines left empty
};
const json::Struct& describe(const OwnTable*);

/// `said` is what the reader says amounts count in; a unit in the line itself or above the table
/// goes before it. An amount of which nothing says the unit is a fault. A line found twice is a
/// fault at its second place.
OwnTable own_table(const imports::Sheet& sheet, const forms::Form& form,
                   std::optional<imports::Unit> said);

std::vector<api::Read> own_table_reads();

}  // namespace zr::reporting

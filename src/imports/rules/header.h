#pragma once
/// Which row of a sheet is its header and what its texts name. Banks put titles, units and dates
/// above it, merge groups over two rows and write a unit behind a name; none of that may matter.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "imports/rules/unit.h"

namespace zr::imports {

/// A header text as it is compared: half width, upper case, no blanks, no mark of a required
/// column, no unit.
struct HeaderText {
  std::string name;
  std::string bare;  ///< without anything in brackets; empty where that is the same
  std::optional<Unit> unit;
};
HeaderText read_header(std::string_view text);

/// The unit that a line above a table states: 单位：万元, 金额单位：人民币元, （万元）.
std::optional<Unit> unit_stated(std::string_view line);

/// Comparable header text → field.
using Vocabulary = std::map<std::string, std::string, std::less<>>;
/// The field that a header names; empty if none.
std::string_view field_named(const Vocabulary& words, const HeaderText& header);

/// A row of the sheet's head as texts, with its place among the rows read.
struct HeadRow {
  std::size_t place = 0;
  std::vector<std::string> texts;
};

struct FoundHeader {
  std::size_t place = 0;           ///< of the (lower) header row
  std::vector<std::string> texts;  ///< of two rows: the lower text, else the upper one
  std::size_t fields = 0;          ///< how many different fields it names
};
/// The row that names most fields, alone or together with the row below it; empty where none names
/// two (or the only one there is).
std::optional<FoundHeader> find_header(const std::vector<HeadRow>& rows, const Vocabulary& words);

/// Does a row begin with the word 合计, 总计 or 小计? 小计划科技有限公司 is a borrower.
enum class TotalKind { none, part, whole };
TotalKind total_named(std::string_view first_text);
/// A line below a table that is no row: 填表人：…, 备注：…, 注：…
bool footer_named(std::string_view first_text);

}  // namespace zr::imports

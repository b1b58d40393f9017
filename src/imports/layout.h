#pragma once
/// From a sheet to its mapping: the header is found, its columns are named by the kind's words, by
/// what earlier files of the organisation taught, or by somebody's choice, which always wins.
#include <span>

#include "imports/imports.h"
#include "imports/mapping.h"
#include "imports/rules/header.h"
#include "imports/sheet.h"

namespace zr::imports {

/// The remarks that our own annotated file adds; never a column of the sender's.
inline constexpr std::string_view remarks_header = "导入提示";

/// A header as its column keeps it: one line, no longer than a mapping holds.
std::string header_text(std::string_view cell);

/// Every header text by which the kind's fields are known. Throws std::logic_error where one text
/// names two fields or a heading no field.
Vocabulary vocabulary(const Kind& kind);

/// What somebody says about a file; all of it may be left out.
struct Choices {
  std::optional<std::int64_t> header_row{};
  std::optional<Unit> unit{};
  std::vector<MappedColumn> columns{};  ///< by their number: field, or none
};

Mapping lay_out(const Sheet& sheet, const Kind& kind, std::span<const Mapping> remembered,
                const Choices& choices);
/// The mapping with what somebody chose on top of it. Refused `no_such_column`,
/// `field_mapped_twice` at /columns.
Result<Mapping> chosen(Mapping mapping, const Kind& kind, const Choices& choices);

/// Somebody's word on the unit: it also holds for the next file with this header.
void choose_unit(Mapping& mapping, Unit unit);

/// Equal for files with the same header texts in any order.
std::string signature(const Mapping& mapping);
/// The lines above the header and the sheet's name.
std::vector<std::string> lines_above(const Sheet& sheet, const Mapping& mapping);

/// Does some amount lack its unit?
bool lacks_unit(const Mapping& mapping, const Kind& kind);

}  // namespace zr::imports

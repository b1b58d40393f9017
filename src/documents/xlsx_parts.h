#pragma once
/// Finds the parts of a workbook by its relationships (ECMA-376 part 2, 6.5): sheets in their
/// order, shared strings, styles. Macros, links to other files and binary workbooks are refused
/// here, before any cell is read.
#include <string>
#include <vector>

#include "documents/archive.h"
#include "documents/table.h"

namespace zr::documents {

struct SheetPart {
  std::string name;
  Visibility visibility = Visibility::shown;
  std::string part;
};

struct BookParts {
  DateSystem date_system = DateSystem::from_1900;
  std::vector<SheetPart> sheets;
  std::string shared_strings;  ///< Empty where the book has none.
  std::string styles;
};

Result<BookParts> find_parts(Archive& archive);

/// A relationship's target as a member's name: relative to the folder of `from`, or from the root.
/// "xl/workbook.xml", "../a/b.xml" → "a/b.xml". It names a member or nothing; no disk is involved.
std::string resolve(std::string_view from, std::string_view target);

}  // namespace zr::documents

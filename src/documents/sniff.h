#pragma once
/// What a file is, by its bytes alone; the name it was uploaded under is never asked.
/// A guess for choosing a reader: the reader itself judges whether the file is sound.
#include <span>
#include <string_view>

#include "base/names.h"
#include "documents/source.h"

namespace zr::documents {

enum class FileKind {
  unknown,
  empty,
  text,    ///< CSV or other text
  markup,  ///< HTML or XML text, as some systems export under the name .xls
  xlsx,
  xls,        ///< Old binary Excel, or another OLE file
  encrypted,  ///< Office file with a password to open
  zip,        ///< Another archive, Word and PowerPoint included
  pdf,
  png,
  jpeg,
};
std::span<const Name> names_of(FileKind);

FileKind kind_of(const Source& source);
FileKind kind_of(std::string_view bytes);

}  // namespace zr::documents

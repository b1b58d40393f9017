#pragma once
/// The most that any file from outside may cost: each cap is checked while reading, never after.
/// Tests lower them to stand on both sides of a boundary; the program always uses the defaults.
#include <cstddef>
#include <cstdint>

namespace zr::documents {

/// Together they keep one file under 200 MB of memory and 5 s of processor time.
struct Limits {
  std::uint64_t file_bytes = 256u << 20;
  std::uint64_t unpacked_bytes = 512u << 20;  ///< All parts of an XLSX read, together.
  std::uint64_t xml_marks = 30'000'000;       ///< Elements, attributes and pieces of text.
  std::size_t xml_memory_bytes = 32u << 20;   ///< What the XML parser may allocate.
  std::size_t xml_token_bytes = 256u << 10;   ///< One tag, comment or instruction.
  int xml_depth = 64;
  int archive_entries = 4'096;
  int sheets = 255;
  int styles = 65'536;
  std::uint32_t shared_strings = 4'000'000;
  std::size_t shared_string_bytes = 96u << 20;
  std::size_t cell_bytes = 128u << 10;  ///< A spreadsheet cell holds 32,767 characters.
  std::size_t row_bytes = 1u << 20;     ///< One CSV record, quotes and line ends included.
  int rows = 1'048'576;
  int columns = 16'384;      ///< Counted with the empty ones.
  int used_columns = 200;    ///< Columns in which something stands.
  int merged_kept = 10'000;  ///< Merged ranges reported; later ones are not needed to find a title.
};

}  // namespace zr::documents

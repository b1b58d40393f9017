#pragma once
/// CSV as banks send it: UTF-8, UTF-8 with byte order mark or GB18030; CRLF, LF or CR; comma, tab
/// or semicolon found from the first records; quoted fields with line ends and doubled quotes.
/// Streamed: the largest file costs one record of memory. Cells are texts, never guessed numbers.
#include "base/result.h"
#include "documents/limits.h"
#include "documents/source.h"
#include "documents/table.h"

namespace zr::documents {

/// Rows go to the sink in order. A refusal may come after rows were given: then none of them count.
Result<TableFacts> read_csv(const Source& source, const RowSink& sink, const Limits& limits = {});

/// Comma, tab or semicolon, whichever cuts the records of `head` most and most evenly.
char separator_of(std::string_view head);

}  // namespace zr::documents

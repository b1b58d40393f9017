#pragma once
/// First contents from data/: a CSV file as objects of texts, empty cells left out.
#include <string>

#include "json/value.h"

namespace zr::app {

/// One object a row, by the names of the first line. Refused where the file is missing or uneven.
Result<json::List> rows_of(const std::string& file);

}  // namespace zr::app

#pragma once
/// First contents from data/: a CSV file as objects of texts, empty cells left out.
#include <string>

#include "json/value.h"

namespace zr::app {

/// One object a row, by the names of the first line. Refused where the file is missing or uneven.
Result<json::List> rows_of(const std::string& file);

/// The folder of the first contents: the one named if it is there, else the one that came with the
/// program, in its source tree or its package.
std::string data_folder(const std::string& named);

}  // namespace zr::app

#pragma once
/// What left the house as a file is a record: who took which bytes, by their digest. Submitted by
/// the handler that sends them; never by a person.
#include <optional>
#include <string>

#include "journal/command.h"

namespace zr::journal {

struct RecordDownload {
  std::string path;                  ///< "/loans/export"
  std::optional<std::string> query;  ///< as asked; may name a person
  std::string digest;                ///< SHA-256 of the bytes
  std::int64_t bytes = 0;
};
const json::Struct& describe(const RecordDownload*);

Command download_command();

}  // namespace zr::journal

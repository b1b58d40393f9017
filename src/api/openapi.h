#pragma once
/// OpenAPI 3.1 from the table of commands and reads: the one source of the web's types and labels.
#include <span>
#include <string>

#include "api/read.h"
#include "journal/command.h"

namespace zr::api {

/// "POST /api/v1/claims/{id}/settle" without the method: where a command is reached.
std::string path_of(const journal::Command& command);

/// A question that changes nothing and is asked by POST, because it is a described struct.
struct Question {
  std::string_view path;
  std::string_view zh;
  std::string_view en;
  const json::Struct& (*input)();
  const json::Struct& (*output)();
};

/// The whole document, deterministic and pretty enough to be compared line by line.
std::string openapi(std::span<const journal::Command> commands, std::span<const Read> reads,
                    std::span<const Question> questions);

}  // namespace zr::api

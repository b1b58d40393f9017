#pragma once
/// GET /commands/{key}: what became of a command, for a caller that got no answer. The key is the
/// caller's organisation's own; another's is as unknown as one that never was. While a command
/// still runs it is unknown too: sending it again with the same key is always safe.
#include "api/read.h"

namespace zr::accounts {

enum class CommandOutcome { done, awaiting_approval, refused };
std::span<const Name> names_of(CommandOutcome);

struct CommandKeyQuery {
  std::string key;
};
const json::Struct& describe(const CommandKeyQuery*);

struct CommandState {
  std::string key;
  CommandOutcome state = CommandOutcome::done;
  std::int64_t sequence = 0;  ///< of its record
  json::Any answer;           ///< what was answered, or the problem
};
const json::Struct& describe(const CommandState*);

api::Read command_state_read();

}  // namespace zr::accounts

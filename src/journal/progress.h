#pragma once
/// How far a command is that takes its time: told while it runs to the session that sent it. News
/// only: nothing of it is stored, and whoever listens may drop it.
#include <cstdint>
#include <functional>
#include <string_view>

namespace zr::journal {

struct Progress {
  std::int64_t session = 0;  ///< of the sender; 0: the program's own
  std::int64_t subject = 0;
  std::string_view step;   ///< one of the command's own list
  std::int64_t done = 0;   ///< rows
  std::int64_t total = 0;  ///< rows; 0: not known yet
};

/// Called on whichever thread the command runs on, the writer's among them; must not block.
using ProgressTeller = std::function<void(const Progress&)>;

}  // namespace zr::journal

#pragma once
/// Where one's own account is signed in, and the end of any of those sessions by their owner.
#include "access/session.h"
#include "api/read.h"
#include "journal/command.h"

namespace zr::accounts {

struct OwnSession {
  std::int64_t id = 0;
  Instant started;
  Instant seen;
  std::string address;
  bool current = false;  ///< the one that asks
};
const json::Struct& describe(const OwnSession*);

/// POST /sessions/{id}/end
struct EndSession {
  std::int64_t id = 0;
};
const json::Struct& describe(const EndSession*);

journal::Command end_session_command();
api::Read sessions_read();

}  // namespace zr::accounts

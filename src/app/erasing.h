#pragma once
/// After an erasure no byte of the deleted values stays in the database's files: neither in free
/// pages nor in the log.
#include "app/consumers.h"

namespace zr::app {

/// Purges the table of personal values once an erasure has been recorded, and once at the start if
/// there ever was one: the program may have ended in between.
Consumer erasing(journal::Journal& journal, const db::Url& url);

}  // namespace zr::app

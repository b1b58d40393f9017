#include "db/transaction.h"

namespace zr::db {

Transaction::Transaction(Connection& connection) : connection_(connection) {
  const bool immediate =
      connection.engine() == Engine::sqlite && connection.access() == Access::write;
  connection.run(immediate ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    connection_.run("ROLLBACK");
  } catch (const Error&) {
    // The session is broken and its transaction gone: the next statement will say so.
  }
}

void Transaction::commit() {
  connection_.run("COMMIT");
  open_ = false;
}

// Savepoints of one name nest on both engines: the innermost is meant.
Savepoint::Savepoint(Connection& connection) : connection_(connection) {
  connection.run("SAVEPOINT part");
}

Savepoint::~Savepoint() {
  if (!open_) return;
  try {
    connection_.run("ROLLBACK TO SAVEPOINT part");
    connection_.run("RELEASE SAVEPOINT part");
  } catch (const Error&) {
    // As above: the whole transaction has gone.
  }
}

void Savepoint::release() {
  connection_.run("RELEASE SAVEPOINT part");
  open_ = false;
}

}  // namespace zr::db

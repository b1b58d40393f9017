#include "db/transaction.h"

#include "db/engine.h"

namespace zr::db {

Transaction::Transaction(Connection& connection) : connection_(connection) {
  const bool immediate =
      connection.engine() == Engine::sqlite && connection.access() == Access::write;
  connection.run(immediate ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (open_) run_at_end(connection_, "ROLLBACK");
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
  if (open_ && run_at_end(connection_, "ROLLBACK TO SAVEPOINT part"))
    run_at_end(connection_, "RELEASE SAVEPOINT part");
}

void Savepoint::release() {
  connection_.run("RELEASE SAVEPOINT part");
  open_ = false;
}

}  // namespace zr::db

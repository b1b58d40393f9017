#pragma once
/// The beginning and the end of a transaction, and savepoints inside one. Whatever is not ended
/// explicitly is undone.
#include "db/db.h"

namespace zr::db {

/// Begins at construction. A writer on SQLite takes the write lock at once; a read connection sees
/// one snapshot from its first statement on.
class Transaction {
 public:
  explicit Transaction(Connection& connection);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  /// Throws where the commit failed; Error(connection) means that its fate is unknown.
  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

/// A part of a transaction that can be undone alone. They nest.
class Savepoint {
 public:
  explicit Savepoint(Connection& connection);
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;
  ~Savepoint();
  void release();

 private:
  Connection& connection_;
  bool open_ = true;
};

}  // namespace zr::db

#pragma once
/// One thin layer over SQLite and PostgreSQL 15: the same SQL text with $1…$n on both, integers and
/// text only, one row form, errors by category. The only module that sees either engine's header.
/// SQLite runs WAL with synchronous=FULL: an acknowledged commit survives a power cut.
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/result.h"
#include "json/describe.h"

namespace zr::db {

using json::Scalar;

enum class Engine { sqlite, postgresql };
/// What a connection may do. A read connection cannot change anything.
enum class Access { read, write };

/// What went wrong, alike on both engines.
enum class ErrorKind {
  unique,
  foreign_key,
  check,
  not_null,
  type,        ///< a value that its column, or this layer, cannot hold
  busy,        ///< another transaction is in the way; trying again may help
  connection,  ///< the database cannot be opened or has gone
  full,
  io,
  other,
};

/// The message names tables, columns and statements, never a stored value.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
  ErrorKind kind() const { return kind_; }

 private:
  ErrorKind kind_;
};

/// One row of an answer, valid only inside the callback that receives it.
class Row {
 public:
  virtual ~Row() = default;
  virtual std::size_t size() const = 0;
  virtual Scalar at(std::size_t column) const = 0;
  virtual std::string_view name(std::size_t column) const = 0;
};
using Each = std::function<void(const Row&)>;

class Texts;

/// A session with an engine. Used by one thread at a time; never reconnects by itself.
class Connection {
 public:
  Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  virtual ~Connection();

  virtual Engine engine() const = 0;
  virtual Access access() const = 0;
  /// Healthy and outside any transaction?
  virtual bool idle() const = 0;
  /// Runs one statement (prepared and kept by its text); answers the number of rows changed. Inside
  /// `each` other statements may run. PostgreSQL holds the whole answer in memory: page long ones.
  virtual std::int64_t run(std::string_view sql, std::span<const Scalar> values,
                           const Each& each) = 0;
  std::int64_t run(std::string_view sql) { return run(sql, {}, {}); }
  /// Runs the statements of a schema text, one after the other.
  virtual void script(std::string_view sql) = 0;

  /// What this layer has composed for this connection, kept between transactions.
  Texts& texts() { return *texts_; }

 private:
  std::unique_ptr<Texts> texts_;
};

/// Where a database is: "sqlite:PATH" or "postgresql://…".
struct Url {
  Engine engine;
  std::string location;  ///< the path, or the whole libpq address
};
inline constexpr Refusal bad_database_url{
    "bad_database_url", "数据库地址应为 sqlite:文件路径 或 postgresql://…",
    "A database address is sqlite:PATH or postgresql://…", RefusalKind::bad_input};
Result<Url> parse_url(std::string_view text);

/// Opens a session; a writer makes a missing SQLite file. Throws Error(connection).
std::unique_ptr<Connection> connect(const Url& url, Access access);

/// Held by the one process that writes a city; a second holder is refused.
class WriterLock {
 public:
  virtual ~WriterLock() = default;
};
inline constexpr Refusal second_writer{
    "second_writer", "另一个服务进程正在使用该数据库，已拒绝启动",
    "Another process is already writing this database", RefusalKind::unavailable};
/// On SQLite a lock beside the file; on PostgreSQL an advisory lock on `writer` itself, so that
/// losing the lock and losing the power to write are one event. `writer` must outlive the lock.
Result<std::unique_ptr<WriterLock>> lock_for_writing(const Url& url, Connection& writer);

/// Leaves no byte of deleted rows of this table in the database's files: after an erasure. Outside
/// any transaction; throws Error(busy) while a reader still sees the old rows.
void purge_deleted(Connection& writer, std::string_view table);

}  // namespace zr::db

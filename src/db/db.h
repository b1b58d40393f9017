#pragma once
/// One thin layer over SQLite and PostgreSQL 15: the same SQL text with $1…$n on both, integers and
/// text only, one row form, errors by category. The only module that sees either engine's header.
/// SQLite runs WAL with synchronous=FULL: an acknowledged commit survives a power cut.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "json/describe.h"

namespace zr::db {

using json::Scalar;

enum class Engine { sqlite, postgresql };

/// What went wrong, alike on both engines.
enum class ErrorKind { unique, foreign_key, check, not_null, type, busy, connection, full, io, other };

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
};

/// A session with an engine. Used by one thread at a time.
class Connection {
 public:
  virtual ~Connection() = default;
  virtual Engine engine() const = 0;
  /// Runs one statement (prepared and kept by its text); answers the number of rows changed.
  virtual std::int64_t run(std::string_view sql, std::span<const Scalar> values,
                           const std::function<void(const Row&)>& each) = 0;
  std::int64_t run(std::string_view sql) { return run(sql, {}, {}); }
};

/// Where a database is: "sqlite:PATH" or "postgresql://…".
struct Url {
  Engine engine;
  std::string location;  ///< the path, or the whole libpq address
};
Result<Url> parse_url(std::string_view text);

/// What a connection may do.
enum class Access { read, write };
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
/// losing the lock and losing the power to write are one event.
Result<std::unique_ptr<WriterLock>> lock_for_writing(const Url& url, Connection& writer);

}  // namespace zr::db

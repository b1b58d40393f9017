/// SQLite as a Connection.
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <charconv>
#include <vector>

#include "db/engine.h"

namespace zr::db {

namespace {

constexpr const char* session_of_both =
    "PRAGMA foreign_keys=ON;"
    "PRAGMA secure_delete=ON;"
    "PRAGMA trusted_schema=OFF;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA temp_store=MEMORY;"        // no personal data in a temporary file
    "PRAGMA case_sensitive_like=ON;";  // as on PostgreSQL
constexpr const char* session_of_reader = "PRAGMA query_only=ON; PRAGMA cache_size=-8000;";
constexpr const char* session_of_writer =
    "PRAGMA cache_size=-32000;"  // an import in one transaction stays in memory
    "PRAGMA journal_size_limit=67108864;";

ErrorKind kind_of_constraint(int extended) {
  switch (extended) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return ErrorKind::unique;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return ErrorKind::foreign_key;
    case SQLITE_CONSTRAINT_CHECK:
      return ErrorKind::check;
    case SQLITE_CONSTRAINT_NOTNULL:
      return ErrorKind::not_null;
    case SQLITE_CONSTRAINT_DATATYPE:
      return ErrorKind::type;
    default:
      return ErrorKind::other;
  }
}

ErrorKind kind_of_code(int extended) {
  switch (extended & 0xff) {
    case SQLITE_CONSTRAINT:
      return kind_of_constraint(extended);
    case SQLITE_MISMATCH:
      return ErrorKind::type;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorKind::busy;
    case SQLITE_CANTOPEN:
    case SQLITE_NOTADB:
      return ErrorKind::connection;
    case SQLITE_FULL:
      return ErrorKind::full;
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
      return ErrorKind::io;
    default:
      return ErrorKind::other;
  }
}

[[noreturn]] void fail_sqlite(sqlite3* database, std::string_view sql) {
  fail(kind_of_code(sqlite3_extended_errcode(database)), sqlite3_errmsg(database), sql);
}

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
struct Close {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};

struct Statement {
  std::unique_ptr<sqlite3_stmt, Finalize> handle;
  std::size_t parameters = 0;
  /// For each of SQLite's positions, which counts names as they first occur, the n of its $n.
  std::vector<std::size_t> numbers;
  bool busy = false;
};

Statement prepare(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* raw = nullptr;
  const char* tail = nullptr;
  const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &raw, &tail);
  Statement statement{.handle = std::unique_ptr<sqlite3_stmt, Finalize>(raw),
                      .parameters = parameters_of(sql),
                      .numbers = {}};
  if (code != SQLITE_OK) fail_sqlite(database, sql);
  const std::string_view rest(tail, static_cast<std::size_t>(sql.data() + sql.size() - tail));
  if (!raw || rest.find_first_not_of(" \n\t;") != std::string_view::npos)
    throw std::logic_error("not one statement: " + std::string(sql));
  for (int i = 1; i <= sqlite3_bind_parameter_count(raw); ++i) {
    const char* name = sqlite3_bind_parameter_name(raw, i);
    const std::string_view text = name ? name : "";
    std::size_t number = 0;
    if (text.starts_with('$')) std::from_chars(text.data() + 1, text.data() + text.size(), number);
    if (number == 0) throw std::logic_error("parameters are $1…$n: " + std::string(sql));
    statement.numbers.push_back(number);
  }
  return statement;
}

/// A statement while it runs; afterwards it holds no lock and no value.
class Running {
 public:
  explicit Running(Statement& statement) : statement_(statement) { statement_.busy = true; }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() {
    sqlite3_reset(statement_.handle.get());
    sqlite3_clear_bindings(statement_.handle.get());
    statement_.busy = false;
  }

 private:
  Statement& statement_;
};

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
  std::size_t size() const override {
    return static_cast<std::size_t>(sqlite3_column_count(statement_));
  }
  std::string_view name(std::size_t column) const override {
    return sqlite3_column_name(statement_, static_cast<int>(column));
  }
  Scalar at(std::size_t place) const override {
    const int column = static_cast<int>(place);
    switch (sqlite3_column_type(statement_, column)) {
      case SQLITE_NULL:
        return {};
      case SQLITE_INTEGER:
        return std::int64_t{sqlite3_column_int64(statement_, column)};
      case SQLITE_TEXT: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return std::string(text,
                           static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
      }
      default:
        fail(ErrorKind::type, "an answer is neither integer nor text", sqlite3_sql(statement_));
    }
  }

 private:
  sqlite3_stmt* statement_;
};

class Sqlite final : public Connection {
 public:
  Sqlite(const std::string& path, Access access) : access_(access) {
    if (access == Access::write) make_private(path);
    sqlite3* raw = nullptr;
    const int code =
        sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    database_.reset(raw);
    if (code != SQLITE_OK)
      throw Error(ErrorKind::connection, "cannot open " + path + ": " + sqlite3_errstr(code));
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, busy_timeout_ms);
    for (const int off : {SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL})
      sqlite3_db_config(raw, off, 0, nullptr);  // "x" is a column on PostgreSQL, never a text
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // A plan does not depend on what is bound: else every LIKE with a parameter is planned anew.
    sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    if (access == Access::write) use_write_ahead_log();
    script(session_of_both);
    script(access == Access::write ? session_of_writer : session_of_reader);
  }

  using Connection::run;
  Engine engine() const override { return Engine::sqlite; }
  Access access() const override { return access_; }
  bool idle() const override { return sqlite3_get_autocommit(database_.get()) != 0; }

  std::int64_t run(std::string_view sql, std::span<const Scalar> values,
                   const Each& each) override {
    // A full disk may have ended the transaction already; PostgreSQL allows this as well.
    if (sql == "ROLLBACK" && idle()) return 0;
    Statement* statement = kept(sql);
    if (!statement->busy) return step(*statement, sql, values, each);
    Statement again = prepare(database_.get(), sql);
    return step(again, sql, values, each);
  }

  void script(std::string_view sql) override {
    const char* next = sql.data();
    const char* end = sql.data() + sql.size();
    while (next < end) {
      sqlite3_stmt* raw = nullptr;
      const char* from = next;
      if (sqlite3_prepare_v2(database_.get(), from, static_cast<int>(end - from), &raw, &next) !=
          SQLITE_OK)
        fail_sqlite(database_.get(), {from, static_cast<std::size_t>(end - from)});
      const std::unique_ptr<sqlite3_stmt, Finalize> statement(raw);
      if (!raw) return;  // only blanks and comments were left
      int code = SQLITE_ROW;
      while (code == SQLITE_ROW) code = sqlite3_step(raw);
      if (code != SQLITE_DONE) fail_sqlite(database_.get(), sqlite3_sql(raw));
    }
  }

 private:
  /// A new database is readable by its owner only. An existing file is left alone: opening and
  /// closing it here would give up the locks that this process holds on it.
  static void make_private(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0) ::close(file);
  }

  void use_write_ahead_log() {
    std::string mode;
    run("PRAGMA journal_mode=WAL", {},
        [&](const Row& row) { mode = std::get<std::string>(row.at(0)); });
    if (mode != "wal") throw Error(ErrorKind::connection, "the file system cannot hold a WAL");
  }

  Statement* kept(std::string_view sql) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return &found->second;
    if (statements_.size() >= most_statements)
      std::erase_if(statements_, [](const auto& kept) { return !kept.second.busy; });
    return &statements_.emplace(sql, prepare(database_.get(), sql)).first->second;
  }

  void bind(Statement& statement, std::string_view sql, std::span<const Scalar> values) {
    check_count(sql, statement.parameters, values.size());
    for (std::size_t i = 0; i < statement.numbers.size(); ++i) {
      const Scalar& value = values[statement.numbers[i] - 1];
      const int position = static_cast<int>(i + 1);
      int code = SQLITE_OK;
      if (const auto* number = std::get_if<std::int64_t>(&value)) {
        code = sqlite3_bind_int64(statement.handle.get(), position, *number);
      } else if (const auto* text = std::get_if<std::string>(&value)) {
        check_text(*text);
        code = sqlite3_bind_text(statement.handle.get(), position, text->data(),
                                 static_cast<int>(text->size()), SQLITE_STATIC);
      }
      if (code != SQLITE_OK) fail_sqlite(database_.get(), sql);
    }
  }

  std::int64_t step(Statement& statement, std::string_view sql, std::span<const Scalar> values,
                    const Each& each) {
    const Running running(statement);
    bind(statement, sql, values);
    const auto before = sqlite3_total_changes64(database_.get());
    const SqliteRow row(statement.handle.get());
    for (;;) {
      const int code = sqlite3_step(statement.handle.get());
      if (code == SQLITE_DONE) break;
      if (code != SQLITE_ROW) fail_sqlite(database_.get(), sql);
      if (each) each(row);
    }
    if (sqlite3_stmt_readonly(statement.handle.get()) ||
        sqlite3_total_changes64(database_.get()) == before)
      return 0;
    return sqlite3_changes64(database_.get());
  }

  // The statements must go before the database that they belong to.
  std::unique_ptr<sqlite3, Close> database_;
  ByText<Statement> statements_;
  Access access_;
};

}  // namespace

std::unique_ptr<Connection> connect_sqlite(const Url& url, Access access) {
  return std::make_unique<Sqlite>(url.location, access);
}

}  // namespace zr::db

/// What does not depend on the engine: choosing it, and what both refuse alike.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "db/engine.h"
#include "db/texts.h"

namespace zr::db {

namespace {

constexpr std::size_t longest_quoted_statement = 300;

/// The place after the quoted text that begins at `from`.
std::size_t after_quoted(std::string_view sql, std::size_t from) {
  const auto end = sql.find(sql[from], from + 1);
  return end == std::string_view::npos ? sql.size() : end + 1;
}

}  // namespace

Connection::Connection() : texts_(std::make_unique<Texts>()) {}
Connection::~Connection() = default;

std::unique_ptr<Connection> connect(const Url& url, Access access) {
  return url.engine == Engine::sqlite ? connect_sqlite(url, access)
                                      : connect_postgresql(url, access);
}

std::size_t parameters_of(std::string_view sql) {
  std::size_t most = 0;
  for (std::size_t i = 0; i < sql.size();) {
    if (sql[i] == '\'' || sql[i] == '"') {
      i = after_quoted(sql, i);
      continue;
    }
    std::size_t number = 0;
    if (sql[i] == '$') std::from_chars(sql.data() + i + 1, sql.data() + sql.size(), number);
    if (number > most_parameters)
      throw std::logic_error("too many parameters: " + std::string(sql));
    most = std::max(most, number);
    ++i;
  }
  return most;
}

void check_count(std::string_view sql, std::size_t parameters, std::size_t values) {
  if (parameters != values)
    throw std::logic_error(fmt::format("{} parameters but {} values: {}", parameters, values, sql));
}

void check_text(std::string_view text) {
  if (text.find('\0') != std::string_view::npos)
    throw Error(ErrorKind::type, "a text with a NUL cannot be stored");
  if (!valid_utf8(text)) throw Error(ErrorKind::type, "a text that is not UTF-8 cannot be stored");
}

bool run_at_end(Connection& connection, std::string_view sql, std::span<const Scalar> values) {
  try {
    connection.run(sql, values, {});
    return true;
  } catch (const Error&) {
    return false;
  }
}

void fail(ErrorKind kind, std::string_view message, std::string_view sql) {
  throw Error(kind, fmt::format("{}: {}", message, sql.substr(0, longest_quoted_statement)));
}

void purge_deleted(Connection& writer, std::string_view table) {
  if (writer.engine() == Engine::postgresql) {
    writer.run(fmt::format("VACUUM FULL {}", table));
    return;
  }
  // secure_delete has overwritten the rows; the log still holds the pages as they were.
  bool blocked = false;
  writer.run("PRAGMA wal_checkpoint(TRUNCATE)", {},
             [&](const Row& row) { blocked = row.at(0) != Scalar(std::int64_t{0}); });
  if (blocked) throw Error(ErrorKind::busy, "a reader keeps the log from being emptied");
}

}  // namespace zr::db

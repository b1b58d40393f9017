#pragma once
/// What the two engines' connections share. Included only inside db.
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "db/db.h"

namespace zr::db {

/// Things by their text, found without copying it.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
template <class T>
using ByText = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

/// Most statements a connection keeps prepared; beyond it, it starts anew.
inline constexpr std::size_t most_statements = 400;

/// Most parameters of a statement.
inline constexpr std::size_t most_parameters = 1000;

/// How long a statement waits for another process's transaction.
inline constexpr int busy_timeout_ms = 5000;

std::unique_ptr<Connection> connect_sqlite(const Url& url, Access access);
std::unique_ptr<Connection> connect_postgresql(const Url& url, Access access);

/// The highest n of $n in a statement, outside its literals.
std::size_t parameters_of(std::string_view sql);
/// As many values as parameters? A mistake of ours, alike on both engines.
void check_count(std::string_view sql, std::size_t parameters, std::size_t values);
/// Refuses what either engine would cut or reject: NUL and text that is not UTF-8.
void check_text(std::string_view text);
/// Runs a statement that ends something, in a destructor. False where the session has gone, and
/// with it whatever was to be ended; the next statement will say so.
bool run_at_end(Connection& connection, std::string_view sql, std::span<const Scalar> values = {});
/// An error whose message carries the statement.
[[noreturn]] void fail(ErrorKind kind, std::string_view message, std::string_view sql);

}  // namespace zr::db

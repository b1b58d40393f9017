/// PostgreSQL as a Connection.
#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/text.h"
#include "db/engine.h"

namespace zr::db {

namespace {

// The type numbers of the server's catalogue that this layer knows.
constexpr Oid oid_any = 0;  // the server infers it
constexpr Oid oid_bool = 16;
constexpr Oid oid_name = 19;
constexpr Oid oid_int8 = 20;
constexpr Oid oid_int2 = 21;
constexpr Oid oid_int4 = 23;
constexpr Oid oid_text = 25;
constexpr Oid oid_oid = 26;
constexpr Oid oid_unknown = 705;
constexpr Oid oid_varchar = 1043;

// A peer that fell silent is noticed within half a minute on both sides: the server must give up a
// dead writer's lock as surely as the client must stop waiting for a dead server.
constexpr std::array<std::pair<const char*, const char*>, 8> link_options{{
    {"connect_timeout", "10"},
    {"keepalives", "1"},
    {"keepalives_idle", "10"},
    {"keepalives_interval", "5"},
    {"keepalives_count", "3"},
    {"tcp_user_timeout", "30000"},
    {"application_name", "zhirong"},
    {"client_encoding", "UTF8"},
}};

constexpr std::string_view session_of_all =
    "SET TimeZone='UTC'; SET DateStyle='ISO'; SET standard_conforming_strings=on;"
    "SET client_min_messages=error; SET synchronous_commit=on;"
    "SET tcp_keepalives_idle=10; SET tcp_keepalives_interval=5; SET tcp_keepalives_count=3;";
constexpr std::string_view session_of_readers =
    "SET default_transaction_read_only=on;"
    "SET default_transaction_isolation='repeatable read';";

ErrorKind kind_of_state(std::string_view state) {
  constexpr std::array<std::pair<std::string_view, ErrorKind>, 19> kinds{{
      {"23505", ErrorKind::unique},     {"23503", ErrorKind::foreign_key},
      {"23514", ErrorKind::check},      {"23502", ErrorKind::not_null},
      {"22P02", ErrorKind::type},       {"22003", ErrorKind::type},
      {"22021", ErrorKind::type},       {"42804", ErrorKind::type},
      {"55P03", ErrorKind::busy},       {"40001", ErrorKind::busy},
      {"40P01", ErrorKind::busy},       {"53100", ErrorKind::full},
      {"58030", ErrorKind::io},         {"XX001", ErrorKind::io},
      {"XX002", ErrorKind::io},         {"57P01", ErrorKind::connection},
      {"57P02", ErrorKind::connection}, {"57P03", ErrorKind::connection},
      {"53300", ErrorKind::connection},
  }};
  for (const auto& [code, kind] : kinds)
    if (code == state) return kind;
  // Class 08 is the connection, but a miscounted bind message (08P01) is a mistake of ours.
  return state.starts_with("08") && state != "08P01" ? ErrorKind::connection : ErrorKind::other;
}

struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

/// Throws what the server answered, without the detail, which would quote stored values.
void check_answer(PGconn* connection, const PGresult* answer, std::string_view sql) {
  const auto status = PQresultStatus(answer);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
  const char* state = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
  if (!state || PQstatus(connection) == CONNECTION_BAD)
    fail(ErrorKind::connection, "the connection to PostgreSQL was lost", sql);
  const std::string_view code = state;
  const char* primary = PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY);
  const bool quotes_values = code.starts_with("22");
  fail(kind_of_state(code), fmt::format("{} {}", code, quotes_values || !primary ? "" : primary),
       sql);
}

class PostgresqlRow final : public Row {
 public:
  explicit PostgresqlRow(const PGresult* answer) : answer_(answer) {}
  void go_to(int row) { row_ = row; }
  std::size_t size() const override { return static_cast<std::size_t>(PQnfields(answer_)); }
  std::string_view name(std::size_t column) const override {
    return PQfname(answer_, static_cast<int>(column));
  }
  Scalar at(std::size_t place) const override {
    const int column = static_cast<int>(place);
    if (PQgetisnull(answer_, row_, column)) return {};
    const std::string_view text(PQgetvalue(answer_, row_, column),
                                static_cast<std::size_t>(PQgetlength(answer_, row_, column)));
    switch (PQftype(answer_, column)) {
      case oid_bool:
        return std::int64_t{text == "t"};
      case oid_int8:
      case oid_int4:
      case oid_int2:
      case oid_oid: {
        std::int64_t number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
      }
      case oid_text:
      case oid_varchar:
      case oid_name:
      case oid_unknown:
        return std::string(text);
      default:
        fail(ErrorKind::type, "an answer is neither integer nor text", name(place));
    }
  }

 private:
  const PGresult* answer_;
  int row_ = 0;
};

struct PreparedStatement {
  std::string name;
  std::size_t parameters = 0;
  std::vector<Oid> types;  ///< one for each parameter, ours or the server's
};

Oid type_of_value(const Scalar& value) {
  if (std::holds_alternative<std::int64_t>(value)) return oid_int8;
  return std::holds_alternative<std::string>(value) ? oid_text : oid_any;
}

/// Does this text begin with the word (in capitals)?
bool begins_with(std::string_view text, std::string_view word) {
  return text.size() > word.size() &&
         std::equal(word.begin(), word.end(), text.begin(), [](char capital, char c) {
           return capital == (c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
         });
}

/// Worth preparing: all the others (BEGIN, SAVEPOINT, CREATE …) go as plain text.
bool is_query(std::string_view sql) {
  const auto start = sql.find_first_not_of(" \n\t(");
  if (start == std::string_view::npos) return false;
  for (const std::string_view word : {"SELECT", "INSERT", "UPDATE", "DELETE", "WITH"})
    if (begins_with(sql.substr(start), word)) return true;
  return false;
}

/// The values as libpq takes them. The scalars must outlive it.
class Bound {
 public:
  explicit Bound(std::span<const Scalar> values) : numbers_(values.size()) {
    pointers_.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) pointers_.push_back(pointer(values[i], i));
  }
  const char* const* pointers() const { return pointers_.data(); }
  int size() const { return static_cast<int>(pointers_.size()); }

 private:
  const char* pointer(const Scalar& value, std::size_t place) {
    if (const auto* text = std::get_if<std::string>(&value)) {
      check_text(*text);
      return text->c_str();
    }
    const auto* number = std::get_if<std::int64_t>(&value);
    if (!number) return nullptr;
    auto& digits = numbers_[place];
    *std::to_chars(digits.data(), digits.data() + digits.size() - 1, *number).ptr = '\0';
    return digits.data();
  }

  std::vector<std::array<char, 24>> numbers_;
  std::vector<const char*> pointers_;
};

class Postgresql final : public Connection {
 public:
  Postgresql(const std::string& address, Access access) : access_(access) {
    std::vector<const char*> names;
    std::vector<const char*> values;
    // libpq takes the last of repeated options: the address may change all but the encoding.
    for (const auto& [name, value] : link_options) {
      if (std::string_view(name) == "client_encoding") {
        names.push_back("dbname");
        values.push_back(address.c_str());
      }
      names.push_back(name);
      values.push_back(value);
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    connection_.reset(PQconnectdbParams(names.data(), values.data(), 1));
    if (PQstatus(connection_.get()) != CONNECTION_OK)
      throw Error(ErrorKind::connection, std::string(trim(PQerrorMessage(connection_.get()))));
    PQsetNoticeProcessor(
        connection_.get(), [](void*, const char*) {}, nullptr);
    script(session_of_all);
    script(fmt::format("SET lock_timeout={}", busy_timeout_ms));
    if (access == Access::read) script(session_of_readers);
  }

  using Connection::run;
  Engine engine() const override { return Engine::postgresql; }
  Access access() const override { return access_; }
  bool idle() const override {
    return PQstatus(connection_.get()) == CONNECTION_OK &&
           PQtransactionStatus(connection_.get()) == PQTRANS_IDLE;
  }

  std::int64_t run(std::string_view sql, std::span<const Scalar> values,
                   const Each& each) override {
    const Answer answer = values.empty() && !is_query(sql) ? plain(sql) : prepared(sql, values);
    check_answer(connection_.get(), answer.get(), sql);
    if (each) {
      PostgresqlRow row(answer.get());
      for (int i = 0; i < PQntuples(answer.get()); ++i) {
        row.go_to(i);
        each(row);
      }
    }
    return changed(answer.get(), sql);
  }

  void script(std::string_view sql) override {
    check_answer(connection_.get(), plain(sql).get(), sql);
  }

 private:
  Answer plain(std::string_view sql) {
    return Answer(PQexec(connection_.get(), std::string(sql).c_str()));
  }

  Answer prepared(std::string_view sql, std::span<const Scalar> values) {
    const PreparedStatement& statement = kept(sql, values);
    const Bound bound(values);
    return Answer(PQexecPrepared(connection_.get(), statement.name.c_str(), bound.size(),
                                 bound.pointers(), nullptr, nullptr, 0));
  }

  static std::int64_t changed(PGresult* answer, std::string_view sql) {
    const std::string_view tag = PQcmdStatus(answer);
    // The server answers COMMIT of a failed transaction with ROLLBACK and calls that a success.
    if (tag == "ROLLBACK" && sql == "COMMIT")
      fail(ErrorKind::other, "the transaction had failed and was rolled back", sql);
    if (!tag.starts_with("INSERT") && !tag.starts_with("UPDATE") && !tag.starts_with("DELETE"))
      return 0;
    const std::string_view count = PQcmdTuples(answer);
    std::int64_t number = 0;
    std::from_chars(count.data(), count.data() + count.size(), number);
    return number;
  }

  /// The statement of this text, prepared (again) where its types do not fit the values.
  const PreparedStatement& kept(std::string_view sql, std::span<const Scalar> values) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) {
      PreparedStatement& old = found->second;
      check_count(sql, old.parameters, values.size());
      if (fits(old, values)) return old;
      PreparedStatement wider = prepare_on_server(sql, values, old.types);
      forget(old);
      return old = std::move(wider);
    }
    const auto parameters = parameters_of(sql);
    check_count(sql, parameters, values.size());
    if (statements_.size() >= most_statements) forget_all();
    const std::vector<Oid> unknown(parameters, oid_any);
    return statements_.emplace(sql, prepare_on_server(sql, values, unknown)).first->second;
  }

  static bool fits(const PreparedStatement& statement, std::span<const Scalar> values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const Oid type = type_of_value(values[i]);
      if (type != oid_any && type != statement.types[i]) return false;
    }
    return true;
  }

  PreparedStatement prepare_on_server(std::string_view sql, std::span<const Scalar> values,
                                      std::vector<Oid> types) {
    for (std::size_t i = 0; i < values.size(); ++i)
      if (const Oid type = type_of_value(values[i]); type != oid_any) types[i] = type;
    PreparedStatement statement{.name = fmt::format("s{}", ++prepared_),
                                .parameters = values.size(),
                                .types = std::move(types)};
    const Answer answer(PQprepare(connection_.get(), statement.name.c_str(),
                                  std::string(sql).c_str(), static_cast<int>(values.size()),
                                  statement.types.data()));
    check_answer(connection_.get(), answer.get(), sql);
    if (std::ranges::find(statement.types, oid_any) != statement.types.end()) learn(statement, sql);
    return statement;
  }

  /// The types that the server has inferred, so that a first value after NULLs finds them fitting.
  void learn(PreparedStatement& statement, std::string_view sql) {
    const Answer answer(PQdescribePrepared(connection_.get(), statement.name.c_str()));
    check_answer(connection_.get(), answer.get(), sql);
    for (std::size_t i = 0; i < statement.types.size(); ++i)
      statement.types[i] = PQparamtype(answer.get(), static_cast<int>(i));
  }

  void forget(const PreparedStatement& statement) { plain("DEALLOCATE " + statement.name); }

  void forget_all() {
    // A failed transaction refuses every statement: then the list grows until it is over.
    if (PQtransactionStatus(connection_.get()) == PQTRANS_INERROR) return;
    script("DEALLOCATE ALL");
    statements_.clear();
  }

  std::unique_ptr<PGconn, Finish> connection_;
  ByText<PreparedStatement> statements_;
  std::int64_t prepared_ = 0;
  Access access_;
};

}  // namespace

std::unique_ptr<Connection> connect_postgresql(const Url& url, Access access) {
  return std::make_unique<Postgresql>(url.location, access);
}

}  // namespace zr::db

#include "db/schema.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <map>

#include "db/engine.h"
#include "db/transaction.h"

namespace zr::db {

namespace {

/// An advisory lock of its own, beside the writer's.
constexpr std::int64_t migration_key = 0x7a687374657073;

constexpr std::string_view steps_table =
    "CREATE TABLE IF NOT EXISTS zr_step (module TEXT NOT NULL, step {int} NOT NULL,"
    " sum TEXT NOT NULL, PRIMARY KEY (module, step)) {strict};";

struct Token {
  std::string_view name;
  std::string_view sqlite;
  std::string_view postgresql;
};
constexpr std::array<Token, 3> tokens{{
    {"{id}", "INTEGER PRIMARY KEY", "BIGINT PRIMARY KEY"},
    {"{int}", "INTEGER", "BIGINT"},
    {"{strict}", "STRICT", ""},
}};

std::string for_engine(std::string_view text, Engine engine) {
  std::string out(text);
  for (const Token& token : tokens) {
    const auto put = engine == Engine::sqlite ? token.sqlite : token.postgresql;
    for (auto at = out.find(token.name); at != std::string::npos;
         at = out.find(token.name, at + put.size()))
      out.replace(at, token.name.size(), put);
  }
  return out;
}

/// FNV-1a, 64 bits: tells that a text was edited; it proves nothing.
std::string sum_of(std::string_view text) {
  std::uint64_t sum = 0xcbf29ce484222325;
  for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return fmt::format("{:016x}", sum);
}

using Applied = std::map<std::string, std::map<std::int64_t, std::string>, std::less<>>;

Applied applied_steps(Connection& connection) {
  Applied applied;
  connection.run("SELECT module, step, sum FROM zr_step", {}, [&](const Row& row) {
    applied[std::get<std::string>(row.at(0))][std::get<std::int64_t>(row.at(1))] =
        std::get<std::string>(row.at(2));
  });
  return applied;
}

/// Is every step of the database one of these, with the same text?
Result<Done> known(const Applied& applied, std::span<const Schema> schemas) {
  for (const auto& [module, steps] : applied) {
    const Schema* schema = nullptr;
    for (const Schema& candidate : schemas)
      if (candidate.module == module) schema = &candidate;
    for (const auto& [step, sum] : steps) {
      if (!schema || step > static_cast<std::int64_t>(schema->steps.size())) return newer_database;
      if (sum_of(schema->steps[static_cast<std::size_t>(step - 1)]) != sum) {
        Problem problem(changed_step);
        problem.detail_zh = problem.detail_en = fmt::format("{} {}", module, step);
        return problem;
      }
    }
  }
  return Done{};
}

struct Step {
  std::string_view module;
  std::int64_t number;
  std::string_view text;
};

std::vector<Step> pending_steps(const Applied& applied, std::span<const Schema> schemas) {
  std::vector<Step> pending;
  for (const Schema& schema : schemas) {
    const auto done = applied.find(schema.module);
    for (std::size_t i = 0; i < schema.steps.size(); ++i) {
      const auto number = static_cast<std::int64_t>(i + 1);
      if (done == applied.end() || !done->second.contains(number))
        pending.push_back({schema.module, number, schema.steps[i]});
    }
  }
  return pending;
}

constexpr Refusal foreign_database{
    "foreign_database", "数据库中已有其他程序的表，请使用空数据库或本平台的数据库",
    "The database holds another program's tables: name an empty one or one of this platform",
    RefusalKind::unavailable};

/// Does it hold tables, none of which says that this program made them?
bool foreign(Connection& connection) {
  bool ours = false;
  bool any = false;
  connection.run(connection.engine() == Engine::sqlite
                     ? "SELECT name FROM sqlite_schema WHERE type = 'table'"
                     : "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
                 {}, [&](const Row& row) {
                   any = true;
                   ours = ours || std::get<std::string>(row.at(0)) == "zr_step";
                 });
  return any && !ours;
}

/// Text order, length and case are the same on both engines only under these settings.
bool suitable(Connection& connection) {
  if (connection.engine() == Engine::sqlite) return true;
  bool good = false;
  connection.run(
      "SELECT datcollate, datlocprovider = 'c' AND encoding = pg_char_to_encoding('UTF8')"
      " FROM pg_database WHERE datname = current_database()",
      {}, [&](const Row& row) {
        const auto collation = std::get<std::string>(row.at(0));
        good = row.at(1) == Scalar(std::int64_t{1}) &&
               (collation == "C" || collation == "POSIX" || collation == "C.UTF-8" ||
                collation == "C.utf8");
      });
  return good;
}

/// Keeps other migrations out. SQLite's steps take the write lock one by one and the key of
/// zr_step refuses a second run of the same step.
class Alone {
 public:
  explicit Alone(Connection& connection) : connection_(connection) {
    if (connection.engine() == Engine::postgresql)
      connection.run("SELECT pg_advisory_lock($1)", key_, {});
  }
  Alone(const Alone&) = delete;
  Alone& operator=(const Alone&) = delete;
  ~Alone() {
    if (connection_.engine() == Engine::postgresql)
      run_at_end(connection_, "SELECT pg_advisory_unlock($1)", key_);
  }

 private:
  Connection& connection_;
  const std::array<Scalar, 1> key_{migration_key};
};

void run_step(Connection& connection, const Step& step) {
  Transaction transaction(connection);
  connection.script(for_engine(step.text, connection.engine()));
  const std::array<Scalar, 3> values{std::string(step.module), step.number, sum_of(step.text)};
  connection.run("INSERT INTO zr_step (module, step, sum) VALUES ($1, $2, $3)", values, {});
  transaction.commit();
}

void drop_views(Connection& connection, std::span<const Schema> schemas) {
  std::vector<std::string> ours;
  connection.run(connection.engine() == Engine::sqlite
                     ? "SELECT name FROM sqlite_schema WHERE type = 'view'"
                     : "SELECT viewname FROM pg_views WHERE schemaname = current_schema()",
                 {}, [&](const Row& row) {
                   const auto name = std::get<std::string>(row.at(0));
                   for (const Schema& schema : schemas)
                     if (name.starts_with(fmt::format("{}_v_", schema.module)))
                       return ours.push_back(name);
                 });
  if (ours.empty()) return;
  if (connection.engine() == Engine::postgresql)  // together, since views may use one another
    return connection.script(fmt::format("DROP VIEW {}", fmt::join(ours, ", ")));
  for (const std::string& name : ours) connection.script("DROP VIEW " + name);
}

void make_views(Connection& connection, std::span<const Schema> schemas) {
  for (const Schema& schema : schemas)
    if (!schema.views.empty()) connection.script(for_engine(schema.views, connection.engine()));
}

}  // namespace

Result<int> migrate(Connection& connection, std::span<const Schema> schemas) {
  if (!connection.idle()) throw std::logic_error("migrate begins its own transactions");
  if (!suitable(connection)) return unsuitable_database;
  const Alone alone(connection);
  if (foreign(connection)) return foreign_database;
  connection.script(for_engine(steps_table, connection.engine()));
  const Applied applied = applied_steps(connection);
  if (auto all = known(applied, schemas); !all) return all.problem();
  const auto pending = pending_steps(applied, schemas);
  if (!pending.empty()) {
    Transaction transaction(connection);
    drop_views(connection, schemas);
    transaction.commit();
  }
  for (const Step& step : pending) run_step(connection, step);
  Transaction transaction(connection);
  drop_views(connection, schemas);
  make_views(connection, schemas);
  transaction.commit();
  return static_cast<int>(pending.size());
}

}  // namespace zr::db

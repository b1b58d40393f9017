#include "db/schema.h"

#include <sys/wait.h>

#include <algorithm>

#include "db/tx.h"
#include "unit/engines.h"

namespace zr::db_fixture {
const db::Schema& schema();  // made by the build from tests/unit/db_fixture/*.sql
}

namespace {

using namespace zr;

struct Note {
  std::int64_t id = 0;
  std::int64_t bank = 0;
  Money balance_fen;
  std::optional<std::string> remark;
};
const json::Struct& describe(const Note*) {
  static const json::Struct table("Note", {{"id", &Note::id, "编号", "Number"},
                                           {"bank", &Note::bank, "银行", "Bank"},
                                           {"balance_fen", &Note::balance_fen, "余额", "Balance"},
                                           {"remark", &Note::remark, "备注", "Remark"}});
  return table;
}
const db::Table notes{.name = "db_fixture_note", .row = &json::struct_of<Note>, .key = {"id"}};

struct Skewed {
  std::int64_t id = 0;
  std::string bank;
  std::optional<Money> balance_fen;
  std::int64_t age = 0;
};
const json::Struct& describe(const Skewed*) {
  static const json::Struct table("Skewed",
                                  {{"id", &Skewed::id, "编号", "Number"},
                                   {"bank", &Skewed::bank, "银行", "Bank"},
                                   {"balance_fen", &Skewed::balance_fen, "余额", "Balance"},
                                   {"age", &Skewed::age, "年限", "Age"}});
  return table;
}
const db::Table skewed{
    .name = "db_fixture_note", .row = &json::struct_of<Skewed>, .key = {"bank", "id"}};
const db::Table absent{.name = "db_fixture_none", .row = &json::struct_of<Note>, .key = {"id"}};

Result<int> migrate(db::Connection& connection, const db::Schema& schema) {
  return db::migrate(connection, {&schema, 1});
}

/// Dies like a killed process when it has run so many statements.
class Mortal final : public db::Connection {
 public:
  Mortal(std::unique_ptr<db::Connection> inner, int statements)
      : inner_(std::move(inner)), left_(statements) {}
  db::Engine engine() const override { return inner_->engine(); }
  db::Access access() const override { return inner_->access(); }
  bool idle() const override { return inner_->idle(); }
  std::int64_t run(std::string_view sql, std::span<const db::Scalar> values,
                   const db::Each& each) override {
    live();
    return inner_->run(sql, values, each);
  }
  void script(std::string_view sql) override {
    live();
    inner_->script(sql);
  }

 private:
  void live() {
    if (left_-- == 0) ::_exit(9);
  }
  std::unique_ptr<db::Connection> inner_;
  int left_;
};

/// The exit status of a process that migrates until it dies.
int migrate_until(const db::Url& url, int statements) {
  const pid_t child = ::fork();
  if (child == 0) {
    try {
      Mortal connection(db::connect(url, db::Access::write), statements);
      ::_exit(migrate(connection, db_fixture::schema()) ? 0 : 1);
    } catch (...) {
      ::_exit(2);
    }
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("a new database gets every step once, and a second migrate does nothing") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = db::connect(url, db::Access::write);
    REQUIRE(db_fixture::schema().steps.size() == 3);
    CHECK(migrate(*connection, db_fixture::schema()) == 3);
    CHECK(migrate(*connection, db_fixture::schema()) == 0);
    db::Tx tx(*connection, nullptr);
    const auto note = tx.row<Note>("SELECT {Note} FROM db_fixture_note");
    CHECK(note->remark == "第二步; \"done\"");
    CHECK(tx.number("SELECT COUNT(*) FROM db_fixture_v_notes") == 1);
  });
}

TEST_CASE("a migration killed after any of its statements resumes to the same database") {
  test::on_both_engines([](const db::Url& url) {
    int statements = 0;
    int deaths = 0;
    for (int status = 9; status == 9; ++statements) {
      REQUIRE(statements < 100);
      // One process after the other on the same database, each a statement longer.
      status = migrate_until(url, statements);
      REQUIRE((status == 9 || status == 0));
      if (status == 9) ++deaths;
    }
    CHECK(deaths > 5);
    const auto connection = db::connect(url, db::Access::write);
    CHECK(migrate(*connection, db_fixture::schema()) == 0);
    db::Tx tx(*connection, nullptr);
    CHECK(tx.number("SELECT COUNT(*) FROM zr_step") == 3);
    CHECK(tx.number("SELECT COUNT(*) FROM db_fixture_note") == 1);
    CHECK(tx.number("SELECT COUNT(*) FROM db_fixture_v_notes") == 1);
    const db::Table* described[] = {&notes};
    CHECK(db::differences(*connection, described).empty());
  });
}

TEST_CASE("a fresh database killed at each statement keeps whole steps only") {
  for (int statements = 0; statements < 30; ++statements) {
    const test::Folder folder;
    const db::Url url{db::Engine::sqlite, (folder.path() / "killed.db").string()};
    const int status = migrate_until(url, statements);
    const auto connection = db::connect(url, db::Access::write);
    db::Tx tx(*connection, nullptr);
    const auto before = tx.number("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'zr_step'") == 0
                            ? 0
                            : tx.number("SELECT COUNT(*) FROM zr_step");
    CHECK(migrate(*connection, db_fixture::schema()) == static_cast<int>(3 - before));
    CHECK(tx.number("SELECT COUNT(*) FROM db_fixture_v_notes") == 1);
    if (status == 0) return;
  }
  FAIL("the migration never ended");
}

TEST_CASE("a database of a newer program and one of another text are refused untouched") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {db_fixture::schema()});
    db::Schema older = db_fixture::schema();
    older.steps.pop_back();
    CHECK(migrate(*connection, older) == db::newer_database);
    db::Schema other = db_fixture::schema();
    other.module = "other";
    CHECK(migrate(*connection, other) == db::newer_database);
    db::Schema edited = db_fixture::schema();
    edited.steps[1] = "ALTER TABLE db_fixture_note ADD COLUMN note TEXT;";
    CHECK(migrate(*connection, edited) == db::changed_step);
    CHECK(migrate(*connection, db_fixture::schema()) == 0);
  });
}

TEST_CASE("views are dropped and made anew, a stranger's view stays") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {db_fixture::schema()});
    connection->run("CREATE VIEW audit_own AS SELECT id FROM db_fixture_bank");
    db::Schema changed = db_fixture::schema();
    changed.views = "CREATE VIEW db_fixture_v_rich AS SELECT id FROM db_fixture_bank;";
    CHECK(migrate(*connection, changed) == 0);
    db::Tx tx(*connection, nullptr);
    CHECK(tx.number("SELECT COUNT(*) FROM db_fixture_v_rich") == 1);
    CHECK(tx.number("SELECT COUNT(*) FROM audit_own") == 1);
    CHECK_THROWS_AS(tx.number("SELECT COUNT(*) FROM db_fixture_v_notes"), db::Error);
  });
}

TEST_CASE("a step that fails leaves nothing of itself") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {db_fixture::schema()});
    db::Schema broken = db_fixture::schema();
    broken.steps.push_back("CREATE TABLE db_fixture_half (id {id}) {strict}; SELEC;");
    CHECK_THROWS_AS((void)migrate(*connection, broken), db::Error);
    CHECK(connection->idle());
    CHECK(migrate(*connection, db_fixture::schema()) == 0);
    CHECK_THROWS_AS(connection->run("SELECT id FROM db_fixture_half"), db::Error);
  });
}

TEST_CASE("a struct that does not fit its table is named column by column") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {db_fixture::schema()});
    const db::Table* good[] = {&notes};
    CHECK(db::differences(*connection, good).empty());
    const db::Table* bad[] = {&skewed, &absent};
    CHECK(db::differences(*connection, bad) ==
          std::vector<std::string>{
              "db_fixture_note.id has another place in the primary key",
              "db_fixture_note.bank should be a text",
              "db_fixture_note.bank has another place in the primary key",
              "db_fixture_note.balance_fen should allow NULL", "db_fixture_note.age is missing",
              "db_fixture_note.remark is not described", "db_fixture_none is missing"});
  });
}

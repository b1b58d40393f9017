#include "unit/engines.h"

#include <array>
#include <limits>

#include "db/transaction.h"

namespace {

using namespace zr;
using db::ErrorKind;
using db::Scalar;

const db::Schema shelf{"shelf",
                       {"CREATE TABLE shelf_box (id {id}, name TEXT NOT NULL UNIQUE CHECK "
                        "(length(name) <= 8), amount {int} NOT NULL CHECK (amount <> 13)) {strict};"
                        "CREATE TABLE shelf_item (id {id}, box {int} NOT NULL REFERENCES shelf_box "
                        "(id) ON DELETE CASCADE, note TEXT) {strict};"},
                       ""};

using Values = std::vector<Scalar>;

/// Every column of every row.
std::vector<Values> all(db::Connection& connection, std::string_view sql,
                        const Values& values = {}) {
  std::vector<Values> rows;
  connection.run(sql, values, [&](const db::Row& row) {
    rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) rows.back().push_back(row.at(i));
  });
  return rows;
}

Scalar only(db::Connection& connection, std::string_view sql, const Values& values = {}) {
  const auto rows = all(connection, sql, values);
  REQUIRE(rows.size() == 1);
  return rows[0].at(0);
}

ErrorKind kind_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const db::Error& error) {
    return error.kind();
  }
  FAIL("nothing was refused");
  return ErrorKind::other;
}

Scalar integer(std::int64_t number) {
  return number;
}
Scalar text(const char* chars) {
  return std::string(chars);
}

void add_box(db::Connection& connection, std::int64_t id, const Scalar& name,
             const Scalar& amount = std::int64_t{1}) {
  const Values values{id, name, amount};
  connection.run("INSERT INTO shelf_box (id, name, amount) VALUES ($1, $2, $3)", values, {});
}

}  // namespace

TEST_CASE("an address names an engine and a place, and anything else is refused") {
  CHECK((*db::parse_url("sqlite:var/city.db")).location == "var/city.db");
  CHECK((*db::parse_url("postgresql://zr@127.0.0.1/city")).engine == db::Engine::postgresql);
  for (const char* bad :
       {"", "sqlite:", "sqlite::memory:", "sqlite:file:x?mode=ro", "city.db", "mysql://x"})
    CHECK(db::parse_url(bad) == db::bad_database_url);
}

TEST_CASE("integers, texts and NULL come back as they went in") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shelf});
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    std::int64_t id = 0;
    for (const std::int64_t number : {least, most, std::int64_t{0}, (std::int64_t{1} << 53) - 1}) {
      ++id;
      add_box(*connection, id, "b" + std::to_string(id), number);
      CHECK(only(*connection, "SELECT amount FROM shelf_box WHERE id = $1", {id}) ==
            integer(number));
    }
    for (const char* chars : {"质押", "𠮷\U0001F3E6", "a'b\"c\\", "\t\n$1 {x}"}) {
      add_box(*connection, ++id, text(chars));
      CHECK(only(*connection, "SELECT name FROM shelf_box WHERE id = $1", {id}) == text(chars));
      CHECK(only(*connection, "SELECT id FROM shelf_box WHERE name = $1", {text(chars)}) ==
            integer(id));
    }
    CHECK(only(*connection, "SELECT length(name) FROM shelf_box WHERE id = 6") == integer(2));
    const Values item{std::int64_t{1}, std::int64_t{1}, Scalar{}};
    connection->run("INSERT INTO shelf_item (id, box, note) VALUES ($1, $2, $3)", item, {});
    CHECK(only(*connection, "SELECT note FROM shelf_item") == Scalar{});
    CHECK(only(*connection, "SELECT EXISTS (SELECT 1 FROM shelf_item)") == integer(1));
  });
}

TEST_CASE("a parameter may stand twice and in any order; a wrong count is our mistake") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shelf});
    add_box(*connection, 1, text("a"), integer(7));
    const std::string_view sql =
        "SELECT name FROM shelf_box WHERE amount = $2 AND name = $1 AND name <> '$9' AND $1 <> 'z'";
    CHECK(only(*connection, sql, {text("a"), integer(7)}) == text("a"));
    CHECK_THROWS_AS(all(*connection, sql, {text("a")}), std::logic_error);
    CHECK_THROWS_AS(all(*connection, sql, {text("a"), integer(7), integer(7)}), std::logic_error);
    // NULL first, a value later: the same statement serves both.
    const std::string_view nullable =
        "SELECT COUNT(*) FROM shelf_box WHERE amount = $1 OR name = $2";
    CHECK(only(*connection, nullable, {Scalar{}, Scalar{}}) == integer(0));
    CHECK(only(*connection, nullable, {integer(7), Scalar{}}) == integer(1));
    CHECK(only(*connection, nullable, {Scalar{}, text("a")}) == integer(1));
  });
}

TEST_CASE("a broken constraint has the same kind on both engines and stores nothing") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shelf});
    add_box(*connection, 1, text("a"));
    const auto refused = [&](const std::function<void()>& work) {
      db::Transaction transaction(*connection);
      return kind_of(work);
    };
    CHECK(refused([&] { add_box(*connection, 2, text("a")); }) == ErrorKind::unique);
    CHECK(refused([&] { add_box(*connection, 1, text("b")); }) == ErrorKind::unique);
    CHECK(refused([&] { add_box(*connection, 2, text("123456789")); }) == ErrorKind::check);
    CHECK(refused([&] { add_box(*connection, 2, text("b"), integer(13)); }) == ErrorKind::check);
    CHECK(refused([&] { add_box(*connection, 2, Scalar{}); }) == ErrorKind::not_null);
    CHECK(refused([&] { add_box(*connection, 2, text("b"), text("x")); }) == ErrorKind::type);
    CHECK(refused([&] { connection->run("INSERT INTO shelf_item (id, box) VALUES (1, 9)"); }) ==
          ErrorKind::foreign_key);
    CHECK(refused([&] { add_box(*connection, 2, std::string("a\0b", 3)); }) == ErrorKind::type);
    CHECK(refused([&] { add_box(*connection, 2, text("\xC3\x28")); }) == ErrorKind::type);
    CHECK(refused([&] { connection->run("SELEC"); }) == ErrorKind::other);
    CHECK(refused([&] { connection->run("SELECT nothing FROM shelf_box"); }) == ErrorKind::other);
    CHECK(only(*connection, "SELECT COUNT(*) FROM shelf_box") == integer(1));
  });
}

TEST_CASE("an error names table and statement, never a stored value") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shelf});
    add_box(*connection, 1, text("机密"));
    for (const Scalar& amount : {Scalar(std::int64_t{1}), Scalar(std::string("机密"))}) {
      try {
        add_box(*connection, 2, text("机密"), amount);
        FAIL("nothing was refused");
      } catch (const db::Error& error) {
        const std::string what = error.what();
        CHECK(what.find("shelf_box") != std::string::npos);
        CHECK(what.find("机密") == std::string::npos);
      }
    }
  });
}

TEST_CASE("an answer that is neither integer nor text is refused on both engines") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shelf});
    CHECK(kind_of([&] { only(*connection, "SELECT 1.5 * 1.5"); }) == ErrorKind::type);
    add_box(*connection, 1, text("a"), integer(std::numeric_limits<std::int64_t>::max()));
    CHECK(kind_of([&] { only(*connection, "SELECT amount + 1 FROM shelf_box"); }) ==
          ErrorKind::type);
  });
}

TEST_CASE("only rows changed directly are counted") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shelf});
    for (std::int64_t id = 1; id <= 3; ++id) add_box(*connection, id, "b" + std::to_string(id));
    CHECK(connection->run("INSERT INTO shelf_item (id, box) VALUES (1, 1), (2, 1)") == 2);
    CHECK(connection->run("SELECT id FROM shelf_box") == 0);
    CHECK(connection->run("UPDATE shelf_box SET amount = 5 WHERE id >= 2") == 2);
    CHECK(connection->run("DELETE FROM shelf_box WHERE id = 1") == 1);
    CHECK(only(*connection, "SELECT COUNT(*) FROM shelf_item") == integer(0));
    CHECK(connection->run("DELETE FROM shelf_box WHERE id = 1") == 0);
    CHECK(connection->run("BEGIN") == 0);
    CHECK(connection->run("ROLLBACK") == 0);
  });
}

TEST_CASE("texts are ordered by code point and NULLs as written") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shelf});
    std::int64_t id = 0;
    for (const char* name : {"质", "a", "知", "B", "\U0001F3E6", "1", "é", "_"})
      add_box(*connection, ++id, text(name));
    const std::vector<Values> sorted{{text("1")}, {text("B")},  {text("_")},  {text("a")},
                                     {text("é")}, {text("知")}, {text("质")}, {text("\U0001F3E6")}};
    CHECK(all(*connection, "SELECT name FROM shelf_box ORDER BY name") == sorted);
    connection->run("INSERT INTO shelf_item (id, box, note) VALUES (1, 1, 'x'), (2, 1, NULL)");
    CHECK(all(*connection, "SELECT id FROM shelf_item ORDER BY note NULLS FIRST") ==
          std::vector<Values>{{integer(2)}, {integer(1)}});
    CHECK(all(*connection, "SELECT id FROM shelf_item ORDER BY note NULLS LAST") ==
          std::vector<Values>{{integer(1)}, {integer(2)}});
    CHECK(only(*connection, "SELECT COUNT(*) FROM shelf_box WHERE name LIKE 'b'") == integer(0));
  });
}

TEST_CASE("what is not committed is not there, and savepoints undo their own part") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shelf});
    {
      db::Transaction transaction(*connection);
      add_box(*connection, 1, text("gone"));
    }
    db::Transaction transaction(*connection);
    add_box(*connection, 2, text("kept"));
    {
      db::Savepoint outer(*connection);
      add_box(*connection, 3, text("outer"));
      {
        const db::Savepoint inner(*connection);
        CHECK(kind_of([&] { add_box(*connection, 4, text("kept")); }) == ErrorKind::unique);
      }
      add_box(*connection, 5, text("after"));
      outer.release();
    }
    {
      const db::Savepoint undone(*connection);
      add_box(*connection, 6, text("undone"));
    }
    transaction.commit();
    CHECK(connection->idle());
    CHECK(all(*connection, "SELECT id FROM shelf_box ORDER BY id") ==
          std::vector<Values>{{integer(2)}, {integer(3)}, {integer(5)}});
  });
}

TEST_CASE("the commit of a failed transaction is never taken for a success") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shelf});
    add_box(*connection, 1, text("a"));
    db::Transaction transaction(*connection);
    add_box(*connection, 2, text("b"));
    CHECK(kind_of([&] { add_box(*connection, 3, text("a")); }) == ErrorKind::unique);
    // PostgreSQL has given the transaction up; SQLite only the statement.
    if (url.engine == db::Engine::postgresql) {
      CHECK(kind_of([&] { transaction.commit(); }) == ErrorKind::other);
      CHECK(only(*connection, "SELECT COUNT(*) FROM shelf_box") == integer(1));
    }
  });
}

TEST_CASE("a transaction of 20,000 rows commits as one") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shelf});
    db::Transaction transaction(*connection);
    for (std::int64_t id = 1; id <= 20'000; ++id) add_box(*connection, id, std::to_string(id));
    transaction.commit();
    CHECK(only(*connection, "SELECT COUNT(*) FROM shelf_box") == integer(20'000));
    CHECK(only(*connection, "SELECT CAST(SUM(id) AS BIGINT) FROM shelf_box") ==
          integer(200'010'000));
  });
}

TEST_CASE("other statements, even the same one, may run while rows arrive") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shelf});
    for (std::int64_t id = 1; id <= 3; ++id) add_box(*connection, id, "b" + std::to_string(id));
    const std::string_view sql = "SELECT id FROM shelf_box WHERE id >= $1 ORDER BY id";
    std::int64_t seen = 0;
    const Values from_two{std::int64_t{2}};
    connection->run(sql, from_two,
                    [&](const db::Row&) { seen += std::ssize(all(*connection, sql, {1L})); });
    CHECK(seen == 6);
  });
}

TEST_CASE("more statements than are kept prepared all run") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shelf});
    for (std::int64_t i = 0; i < 1000; ++i)
      REQUIRE(only(*connection, "SELECT " + std::to_string(i)) == integer(i));
  });
}

TEST_CASE("after an erasure no byte of the value is left in the SQLite files") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shelf});
    add_box(*connection, 1, text("a"));
    const Values item{std::int64_t{1}, std::int64_t{1}, std::string("erase-me-13800138000")};
    connection->run("INSERT INTO shelf_item (id, box, note) VALUES ($1, $2, $3)", item, {});
    CHECK(connection->run("DELETE FROM shelf_item") == 1);
    db::purge_deleted(*connection, "shelf_item");
    CHECK(only(*connection, "SELECT COUNT(*) FROM shelf_box") == integer(1));
    if (url.engine == db::Engine::postgresql) return;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(url.location).parent_path())) {
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string bytes(std::istreambuf_iterator<char>(file), {});
      CHECK(bytes.find("erase-me") == std::string::npos);
    }
  });
}

TEST_CASE("a SQLite city is durable, checks its keys and is its owner's alone") {
  const test::Folder folder;
  const db::Url url{db::Engine::sqlite, (folder.path() / "city.db").string()};
  const auto writer = db::connect(url, db::Access::write);
  CHECK(only(*writer, "PRAGMA journal_mode") == text("wal"));
  CHECK(only(*writer, "PRAGMA synchronous") == integer(2));
  CHECK(only(*writer, "PRAGMA foreign_keys") == integer(1));
  CHECK(only(*writer, "PRAGMA secure_delete") == integer(1));
  CHECK(only(*writer, "PRAGMA trusted_schema") == integer(0));
  const auto rights = std::filesystem::status(url.location).permissions();
  CHECK((rights & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
        std::filesystem::perms::none);
  CHECK(kind_of([&] { writer->run("SELECT \"text\""); }) == ErrorKind::other);
  const db::Url missing{db::Engine::sqlite, (folder.path() / "none.db").string()};
  CHECK(kind_of([&] { db::connect(missing, db::Access::read); }) == ErrorKind::connection);
}

TEST_CASE("a PostgreSQL that does not answer is a connection error without the password") {
  try {
    db::connect({db::Engine::postgresql, "postgresql://zr:geheim@127.0.0.1:9/x"},
                db::Access::write);
    FAIL("nothing was refused");
  } catch (const db::Error& error) {
    CHECK(error.kind() == ErrorKind::connection);
    CHECK(std::string(error.what()).find("geheim") == std::string::npos);
  }
}

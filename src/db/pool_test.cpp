#include "db/pool.h"

#include <array>
#include <future>

#include "unit/engines.h"

namespace {

using namespace zr;
using namespace std::chrono_literals;

const db::Schema well{"well", {"CREATE TABLE well_drop (id {id}, n {int} NOT NULL) {strict};"}, ""};

}  // namespace

TEST_CASE("a read sees one snapshot, whatever is committed meanwhile") {
  test::on_both_engines([](const db::Url& url) {
    const auto writer = test::opened(url, {well});
    db::Reads reads(url, 2, nullptr);
    reads.read([&](db::Tx& tx) {
      CHECK(tx.number("SELECT COUNT(*) FROM well_drop") == 0);
      writer->run("INSERT INTO well_drop (id, n) VALUES (1, 1)");
      CHECK(tx.number("SELECT COUNT(*) FROM well_drop") == 0);
    });
    CHECK(reads.read([](db::Tx& tx) { return tx.number("SELECT COUNT(*) FROM well_drop"); }) == 1);
  });
}

TEST_CASE("a read connection changes nothing, and the next reader finds it sound") {
  test::on_both_engines([](const db::Url& url) {
    const auto writer = test::opened(url, {well});
    db::Reads reads(url, 1, nullptr);
    for (const char* change : {"INSERT INTO well_drop (id, n) VALUES (1, 1)",
                               "DELETE FROM well_drop", "DROP TABLE well_drop"})
      CHECK_THROWS_AS(reads.read([&](db::Tx& tx) { tx.run(change); }), db::Error);
    CHECK(reads.read([](db::Tx& tx) { return tx.number("SELECT COUNT(*) FROM well_drop"); }) == 0);
  });
}

TEST_CASE("a full pool waits for its patience and then says busy") {
  test::on_both_engines([](const db::Url& url) {
    const auto writer = test::opened(url, {well});
    db::Reads reads(url, 1, nullptr);
    std::promise<void> held;
    std::promise<void> let_go;
    auto holder = std::async(std::launch::async, [&] {
      reads.read([&](db::Tx&) {
        held.set_value();
        let_go.get_future().wait();
      });
    });
    held.get_future().wait();
    try {
      reads.read([](db::Tx&) {}, 10ms);
      FAIL("the pool gave more than it has");
    } catch (const db::Error& error) {
      CHECK(error.kind() == db::ErrorKind::busy);
    }
    auto waiting = std::async(std::launch::async, [&] {
      return reads.read([](db::Tx& tx) { return tx.number("SELECT 7"); }, 10s);
    });
    let_go.set_value();
    CHECK(waiting.get() == 7);
    holder.get();
  });
}

TEST_CASE("a broken connection is replaced") {
  const test::Database database;
  const auto writer = test::opened(database.url(), {well});
  db::Reads reads(database.url(), 1, nullptr);
  const auto session = [&] {
    return reads.read([](db::Tx& tx) { return tx.number("SELECT pg_backend_pid()"); });
  };
  const auto first = session();
  const std::array<db::Scalar, 1> process{first};
  writer->run("SELECT pg_terminate_backend(CAST($1 AS INT4))", process, {});
  try {
    session();
    FAIL("the session lives on");
  } catch (const db::Error& error) {
    CHECK(error.kind() == db::ErrorKind::connection);
  }
  CHECK(session() != first);
}

TEST_CASE("a second writing process is refused until the first has gone") {
  test::on_both_engines([](const db::Url& url) {
    const auto first = db::connect(url, db::Access::write);
    const auto second = db::connect(url, db::Access::write);
    {
      const auto lock = db::lock_for_writing(url, *first);
      REQUIRE(lock);
      CHECK_FALSE(db::lock_for_writing(url, *second));
      CHECK(db::lock_for_writing(url, *second).problem().refusal.code == "second_writer");
    }
    CHECK(db::lock_for_writing(url, *second));
  });
}

TEST_CASE("a SQLite city cannot be opened for writing under a second name") {
  const test::Folder folder;
  const db::Url url{db::Engine::sqlite, (folder.path() / "city.db").string()};
  const auto first = db::connect(url, db::Access::write);
  const auto lock = db::lock_for_writing(url, *first);
  const auto alias = folder.path() / "alias.db";
  std::filesystem::create_symlink(url.location, alias);
  const db::Url other{db::Engine::sqlite, alias.string()};
  const auto second = db::connect(other, db::Access::write);
  CHECK_FALSE(db::lock_for_writing(other, *second));
}

TEST_CASE("a PostgreSQL writer that loses its session loses the lock in the same event") {
  const test::Database database;
  const auto first = db::connect(database.url(), db::Access::write);
  const auto second = db::connect(database.url(), db::Access::write);
  const auto lock = db::lock_for_writing(database.url(), *first);
  REQUIRE(lock);
  second->run(
      "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory'"
      " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
  CHECK_THROWS_AS(first->run("SELECT 1"), db::Error);
  CHECK(db::lock_for_writing(database.url(), *second));
}

#pragma once
/// Store tests on both engines: each case gets an empty SQLite file of its own and this process's
/// PostgreSQL database, emptied. PostgreSQL is never skipped: without one the case fails and says
/// how to get it.
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "db/db.h"
#include "db/schema.h"

namespace zr::test {

/// An empty folder that goes with its scope.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "zr-test-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("cannot make a temporary folder");
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The address of the tests' PostgreSQL: ctest starts it and tells its file by ZR_TEST_PG_FILE.
inline std::string postgresql_address() {
  const char* file = std::getenv("ZR_TEST_PG_FILE");
  std::string address;
  if (file) std::getline(std::ifstream(file), address);
  if (address.empty())
    throw std::runtime_error(
        "no PostgreSQL for the tests: run them through ctest, or start one with "
        "tests/lib/postgres and name its address file in ZR_TEST_PG_FILE");
  return address;
}

/// A PostgreSQL database that goes with its scope. Making one costs a hundred times what emptying
/// one does: a case that needs two cities makes the second, the others share the process's.
class Database {
 public:
  Database() : server_(postgresql_address()) {
    static int made = 0;
    name_ = "zr_" + std::to_string(::getpid()) + "_" + std::to_string(++made);
    administer("CREATE DATABASE " + name_ + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'");
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() {
    try {
      administer("DROP DATABASE " + name_ + " WITH (FORCE)");
    } catch (const std::exception& error) {
      std::fprintf(stderr, "the test database %s stays: %s\n", name_.c_str(), error.what());
    }
  }
  /// Drops every table and view.
  void empty() const {
    db::connect(url(), db::Access::write)
        ->script("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  }
  /// The server's address with this database's name.
  db::Url url() const {
    const auto path = server_.find('/', server_.find("://") + 3);
    const auto rest = server_.find('?');
    std::string address = server_.substr(0, std::min(path, rest)) + "/" + name_;
    if (rest != std::string::npos) address += server_.substr(rest);
    return {db::Engine::postgresql, address};
  }

 private:
  void administer(const std::string& statement) {
    db::connect({db::Engine::postgresql, server_}, db::Access::write)->run(statement);
  }

  std::string server_;
  std::string name_;
};

inline void on_both_engines(const std::function<void(db::Url)>& each) {
  {
    INFO("on SQLite");
    const Folder folder;
    each({db::Engine::sqlite, (folder.path() / "test.db").string()});
  }
  INFO("on PostgreSQL");
  static const Database database;
  database.empty();
  each(database.url());
}

/// A writer on a database that has been brought to these schemas.
inline std::unique_ptr<db::Connection> opened(const db::Url& url,
                                              std::initializer_list<db::Schema> schemas) {
  auto connection = db::connect(url, db::Access::write);
  const std::vector<db::Schema> all(schemas);
  REQUIRE(db::migrate(*connection, all));
  return connection;
}

}  // namespace zr::test

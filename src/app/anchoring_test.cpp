/// Anchors follow closes of day and publications, never ordinary commands, and what was missed
/// while the program was down is made up.
#include "app/anchoring.h"

#include <filesystem>

#include "journal/test_city.h"

namespace app = zr::app;
using zr::test::on_both_engines;
using zr::test::TestCity;

namespace {

std::vector<std::int64_t> anchored(const std::string& file) {
  std::vector<std::int64_t> records;
  if (!std::filesystem::exists(file)) return records;
  const auto anchors = zr::crypto::read_anchors(file);
  REQUIRE(anchors);
  for (const auto& anchor : *anchors) records.push_back(anchor.point.seq);
  return records;
}

/// A city with its key in a file, served by consumers for the time of some steps.
struct Served {
  explicit Served(const zr::db::Url& url) : city(url) { REQUIRE(city.key.save(key_file)); }

  void serve(const std::function<void()>& steps) {
    city.open();
    {
      auto key = city.journal->read([&](zr::db::Tx& tx) { return app::city_key(tx, key_file); });
      REQUIRE(key);
      const app::Consumers consumers(*city.journal,
                                     {app::anchoring(*city.journal, std::move(*key), file)});
      steps();
    }
    city.close();
  }

  zr::test::Folder folder;
  std::string key_file = (folder.path() / "key").string();
  std::string file = (folder.path() / "anchors").string();
  TestCity city;
};

}  // namespace

TEST_CASE("a close of day is anchored, ordinary commands are not") {
  on_both_engines([](const zr::db::Url& url) {
    Served served(url);
    served.serve([&] { served.city.submit("parties.create", zr::json::Object{{"name", "甲"}}); });
    CHECK(anchored(served.file).size() == 1);  // the day that was closed before the start
    const auto before = anchored(served.file);
    served.serve([&] { served.city.submit("parties.create", zr::json::Object{{"name", "乙"}}); });
    CHECK(anchored(served.file) == before);
    served.serve([&] { served.city.submit("day.close", zr::json::Object{{"day", "2026-01-06"}}); });
    CHECK(anchored(served.file).size() == 2);
    CHECK(anchored(served.file).back() == 9);
    const auto proof = served.city.verified({.anchors = *zr::crypto::read_anchors(served.file)});
    CHECK(proof.ok());
    CHECK(proof.anchored == 9);
  });
}

TEST_CASE("another city's key file is refused") {
  on_both_engines([](const zr::db::Url& url) {
    const zr::test::Folder folder;
    const std::string other = (folder.path() / "other").string();
    REQUIRE(zr::crypto::SigningKey::create().save(other));
    TestCity city(url);
    city.open();
    const auto key = city.journal->read([&](zr::db::Tx& tx) { return app::city_key(tx, other); });
    REQUIRE_FALSE(key);
    CHECK(key.problem().refusal.code == "foreign_key_file");
  });
}

TEST_CASE(
    "anchors stand beside a SQLite file, and under var by the name of a PostgreSQL database") {
  app::Settings settings;
  settings.db = "sqlite:var/city.db";
  CHECK(app::anchors_file(settings) == "var/city.db.anchors");
  settings.db = "postgresql://zr@127.0.0.1:5432/city_1?sslmode=disable";
  CHECK(app::anchors_file(settings) == "var/city_1.anchors");
  settings.db = "postgresql://zr@127.0.0.1:5432";
  CHECK(app::anchors_file(settings) == "var/zhirong.anchors");
  settings.anchors_file = "b";
  CHECK(app::anchors_file(settings) == "b");
}

#include "db/as_of.h"

#include <map>

#include "db/tx.h"
#include "unit/engines.h"

namespace {

using namespace zr;

struct Version {
  std::int64_t id = 0;
  std::int64_t subject = 0;
  Date effective;
  std::int64_t sequence = 0;
  bool withdrawn = false;
  bool operator==(const Version&) const = default;
};
const json::Struct& describe(const Version*) {
  static const json::Struct table("Version",
                                  {{"id", &Version::id, "编号", "Number"},
                                   {"subject", &Version::subject, "对象", "Subject"},
                                   {"effective", &Version::effective, "生效日", "Effective"},
                                   {"sequence", &Version::sequence, "记录", "Sequence"},
                                   {"withdrawn", &Version::withdrawn, "撤销", "Withdrawn"}});
  return table;
}
const db::Table versions{.name = "past_version",
                         .row = &json::struct_of<Version>,
                         .key = {"id"},
                         .keeping = db::Keeping::covered};
const db::Schema past{
    "past",
    {"CREATE TABLE past_version (id {id}, subject {int} NOT NULL, effective TEXT NOT NULL, "
     "sequence {int} NOT NULL, withdrawn {int} NOT NULL, UNIQUE (subject, effective, sequence)) "
     "{strict};"},
    ""};

Date day(int number) {
  return Date(2026, 1, 1) + number;
}

std::vector<Version> asked(db::Tx& tx, Date as_of, std::int64_t known_at) {
  static const std::string sql =
      "SELECT {n.Version} FROM " +
      db::as_of(
          {.versions = "past_version", .subject = "subject", .as_of = "$1", .known_at = "$2"}) +
      " n ORDER BY n.subject";
  const auto found = tx.rows<Version>(sql, as_of, known_at);
  // Asked subject by subject the answer is the same.
  static const std::string by_subject =
      "SELECT {n.Version} FROM (SELECT DISTINCT subject FROM past_version) s JOIN past_version n"
      " ON " +
      db::holds({.versions = "past_version", .subject = "subject", .as_of = "$1", .known_at = "$2"},
                "n", "s.subject") +
      " ORDER BY n.subject";
  CHECK(tx.rows<Version>(by_subject, as_of, known_at) == found);
  return found;
}

/// The same by the words of the definition, one after the other.
std::vector<Version> told(const std::vector<Version>& all, Date as_of, std::int64_t known_at) {
  std::map<std::int64_t, std::map<Date, Version>> last_word;
  for (const Version& version : all) {  // in the order of their sequence
    if (version.effective <= as_of && version.sequence <= known_at)
      last_word[version.subject][version.effective] = version;
  }
  std::vector<Version> out;
  for (auto& [subject, dates] : last_word) {
    std::erase_if(dates, [](const auto& date) { return date.second.withdrawn; });
    if (!dates.empty()) out.push_back(dates.rbegin()->second);
  }
  return out;
}

}  // namespace

TEST_CASE("a withdrawn version gives way to the date before, and a later word counts") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {past});
    db::Tx tx(*connection, nullptr);
    const std::vector<Version> all{{1, 7, day(0), 1, false},
                                   {2, 7, day(5), 2, false},
                                   {3, 7, day(5), 4, true},
                                   {4, 7, day(2), 6, false}};
    tx.insert_all(versions, all);
    CHECK(asked(tx, day(9), 1) == std::vector{all[0]});
    CHECK(asked(tx, day(9), 3) == std::vector{all[1]});
    CHECK(asked(tx, day(4), 3) == std::vector{all[0]});
    CHECK(asked(tx, day(9), 5) == std::vector{all[0]});
    CHECK(asked(tx, day(9), 6) == std::vector{all[3]});
    CHECK(asked(tx, day(0) - 1, 6).empty());
    CHECK(asked(tx, day(9), 0).empty());
  });
}

TEST_CASE("the one query agrees with its definition at every pair of dates") {
  std::vector<Version> all;
  std::uint32_t state = 2026;
  const auto draw = [&](std::uint32_t below) {
    state = state * 1664525 + 1013904223;
    return static_cast<int>((state >> 16) % below);
  };
  for (std::int64_t sequence = 1; sequence <= 60; ++sequence)
    all.push_back({sequence, draw(5), day(draw(8)), sequence, draw(3) == 0});
  test::on_both_engines([&](const db::Url& url) {
    const auto connection = test::opened(url, {past});
    db::Tx tx(*connection, nullptr);
    tx.insert_all(versions, all);
    for (int date = -1; date <= 8; ++date)
      for (std::int64_t known_at = 0; known_at <= 60; known_at += 3)
        REQUIRE(asked(tx, day(date), known_at) == told(all, day(date), known_at));
  });
}

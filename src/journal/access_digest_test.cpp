/// Access events are proved by the hourly digests in the record, on both engines.
#include "journal/access_digest.h"

#include "access/session.h"
#include "journal/test_city.h"

namespace {

using namespace zr;
using test::on_both_engines;
using test::TestCity;

void note(TestCity& city, std::string_view kind, int times) {
  for (int i = 0; i < times; ++i)
    city.journal->note([&](db::Tx& tx) {
      access::add_event(tx, {.id = 0,
                             .at = city.clock.now(),
                             .kind = std::string(kind),
                             .account = 7,
                             .organisation = 1,
                             .address = "10.0.0.1",
                             .request = "r",
                             .detail = {}});
    });
}

Result<journal::Answer> digest(TestCity& city, std::int64_t previous) {
  static int keys = 0;
  return city.journal->submit(
      {.actor = access::Actor::program(),
       .command = city.journal->find("access.digest"),
       .body = json::Object{{"previous", previous}, {"before", city.clock.now().text()}},
       .key = "digest " + std::to_string(++keys)});
}

/// A city with two digests, of three and of two events, and one event that is not digested yet.
struct Noted {
  explicit Noted(const db::Url& url) : city(url) {
    city.open();
    note(city, "sign-in.refused", 3);
    city.clock.advance(std::chrono::hours(1));
    const auto one = digest(city, 0);
    REQUIRE(one);
    first = one->sequence;
    note(city, "sign-in.done", 2);
    city.clock.advance(std::chrono::hours(1));
    const auto two = digest(city, first);
    REQUIRE(two);
    second = two->sequence;
    note(city, "sign-out", 1);
    CHECK(digest(city, second) == journal::nothing_noted);
    city.close();
  }

  /// The record that the proof names for the access events after a statement; 0 if it finds
  /// nothing.
  std::int64_t found_after(std::string_view sql) const {
    city.run(sql);
    const auto got = city.verified();
    if (got.findings.empty()) return 0;
    CHECK(got.findings.front().table == "access_event");
    return got.findings.front().record.value_or(-1);
  }

  TestCity city;
  std::int64_t first = 0;
  std::int64_t second = 0;
};

}  // namespace

TEST_CASE("security 23, 24: noted events are proved; changed, missing and added ones are named") {
  on_both_engines([](const db::Url& url) {
    const Noted noted(url);
    CHECK(noted.city.verified().ok());
    CHECK(noted.found_after("UPDATE access_event SET address = '10.0.0.2' WHERE id = 2") ==
          noted.first);
    CHECK(noted.found_after("UPDATE access_event SET address = '10.0.0.1' WHERE id = 2") == 0);
    CHECK(noted.found_after("UPDATE access_event SET kind = 'sign-in.refused' WHERE id = 4") ==
          noted.second);
    CHECK(noted.found_after("UPDATE access_event SET kind = 'sign-in.done' WHERE id = 4") == 0);
    // What no digest holds yet is not proved.
    CHECK(noted.found_after("UPDATE access_event SET account = 8 WHERE id = 6") == 0);
    CHECK(noted.found_after("DELETE FROM access_event WHERE id = 5") == noted.second);
    CHECK(noted.found_after("DELETE FROM access_event WHERE id = 1") == noted.first);
  });
}

TEST_CASE("security 24: an event that was put in is found by the digest it falls into") {
  on_both_engines([](const db::Url& url) {
    const Noted noted(url);
    CHECK(noted.found_after(
              "INSERT INTO access_event (id, at, kind, account, organisation, address, request)"
              " SELECT 0, at, kind, account, organisation, address, request FROM access_event"
              " WHERE id = 1") == noted.first);
  });
}

#include "http/signed_in.h"

#include "journal/test_city.h"

using namespace zr;

namespace {

http::Request request_of(const std::string& token) {
  http::Request request;
  request.headers = {{"cookie", "zhirong=" + token}};
  return request;
}

}  // namespace

TEST_CASE("any record that touches parties, accounts or roles is seen at the very next call") {
  test::on_both_engines([](const db::Url& url) {
    test::TestCity city(url);
    city.open();
    http::Sessions sessions(*city.journal);
    const http::Request request = request_of(city.session());
    REQUIRE(sessions.of(request));
    CHECK((*sessions.of(request))->actor.region.empty());
    // What a command does to the district of the account's organisation, by whatever name it goes.
    city.move_party("410102");
    REQUIRE(sessions.of(request));
    CHECK((*sessions.of(request))->actor.region == "410102");
  });
}

TEST_CASE("a session whose use cannot be written down serves on, and says so") {
  test::on_both_engines([](const db::Url& url) {
    test::TestCity city(url);
    city.open();
    std::string told;
    http::Sessions sessions(*city.journal, [&](auto what, auto) { told = what; });
    const http::Request request = request_of(city.session());
    REQUIRE(sessions.of(request));
    city.run("ALTER TABLE access_session RENAME TO access_session_away");
    city.clock.advance(std::chrono::minutes(2));
    CHECK(sessions.of(request));
    CHECK(told == "session_touch");
  });
}

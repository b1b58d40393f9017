/// What an erasure deletes and what it leaves to others of the same name, on both engines.
#include "journal/test_city.h"
#include "journal/vault.h"

namespace journal = zr::journal;
using zr::test::on_both_engines;
using zr::test::TestCity;

namespace {

/// A city with two persons of one name, and what their rows commit to.
struct Namesakes {
  explicit Namesakes(const zr::db::Url& url) : city(url) {
    city.open();
    second_person = city.submit("persons.create", zr::json::Object{{"name", "示例张三"}});
    city.close();
    const auto connection = city.connect();
    zr::db::Tx bare(*connection, nullptr);
    first = zr::access::person(bare, std::int64_t{5} << 17)->name;
    second = zr::access::person(bare, second_person)->name;
  }

  std::int64_t erase(std::vector<std::string_view> nouns, bool second_is_shown) const {
    const auto connection = city.connect();
    zr::db::Tx tx(*connection, nullptr);
    return journal::erase(tx, {.commitments = {first},
                               .nouns = std::move(nouns),
                               .shown = [=, this](const std::string& commitment) {
                                 return second_is_shown && commitment == second;
                               }});
  }
  bool kept(const std::string& commitment) const {
    const auto connection = city.connect();
    zr::db::Tx tx(*connection, nullptr);
    return journal::store::personal_value(tx, commitment).has_value();
  }

  TestCity city;
  std::int64_t second_person = 0;
  std::string first;
  std::string second;
};

}  // namespace

TEST_CASE("an erased person's namesake keeps the name") {
  on_both_engines([](const zr::db::Url& url) {
    const Namesakes namesakes(url);
    CHECK(namesakes.first != namesakes.second);
    CHECK(namesakes.erase({"persons"}, true) == 1);
    CHECK_FALSE(namesakes.kept(namesakes.first));
    CHECK(namesakes.kept(namesakes.second));
    CHECK(namesakes.city.verified().ok());
  });
}

TEST_CASE("an equal value that no row shows goes too, if such a command took it in") {
  on_both_engines([](const zr::db::Url& url) {
    const Namesakes namesakes(url);
    CHECK(namesakes.erase({"parties"}, false) == 1);
    CHECK(namesakes.kept(namesakes.second));
  });
  on_both_engines([](const zr::db::Url& url) {
    const Namesakes namesakes(url);
    CHECK(namesakes.erase({"persons"}, false) == 2);
    CHECK_FALSE(namesakes.kept(namesakes.second));
    CHECK(namesakes.city.verified().ok());
  });
}

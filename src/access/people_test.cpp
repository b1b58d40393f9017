#include "access/people.h"

#include "access/party.h"
#include "access/session.h"
#include "access/tables.h"
#include "db/transaction.h"
#include "unit/engines.h"

using namespace zr;
using access::Account;

namespace {

/// Keeps values as they are: these tests ask nothing of privacy.
class OpenVault final : public db::Vault {
 public:
  std::string keep(db::Tx&, const std::string& value) override { return value; }
  std::optional<std::string> reveal(db::Tx&, const std::string& commitment) override {
    return commitment;
  }
};

/// A platform with two roles that hold one checking right in common.
class Platform {
 public:
  explicit Platform(const db::Url& url)
      : connection_(test::opened(url, {access::schema()})),
        transaction_(*connection_),
        tx(*connection_, &vault_) {
    access::add_party(
        tx,
        {.id = 1,
         .sequence = 1,
         .kind = access::PartyKind::platform,
         .parent = {},
         .path = "/1/",
         .uscc = {}},
        {.party = 1,
         .effective = {2026, 1, 1},
         .sequence = 1,
         .facts = {.name = "示例平台", .short_name = {}, .region = {}, .zone = {}, .park = {}},
         .successor = {}});
    for (const char* code : {"first", "second"})
      access::put_role(tx, {.code = code,
                            .zh = "示例角色",
                            .en = "Example role",
                            .kinds = "platform",
                            .actions = "journal.read grants.create/check",
                            .version = 1});
  }

  void add_person(std::int64_t id) {
    access::add_person(tx, {.id = id, .name = "示例人员", .phone = {}});
  }
  void add_account(std::int64_t id, std::int64_t person) {
    access::add_account(tx, {.id = id,
                             .person = person,
                             .organisation = 1,
                             .login = "u" + std::to_string(id),
                             .password_hash = "none",
                             .password_until = {},
                             .version = 1});
  }
  void grant(std::int64_t account, const std::string& role) {
    access::add_grant(
        tx, {.id = ++grants_, .account = account, .role = role, .given = 1, .withdrawn = {}});
  }

 private:
  OpenVault vault_;
  std::unique_ptr<db::Connection> connection_;
  db::Transaction transaction_;
  std::int64_t grants_ = 0;

 public:
  db::Tx tx;
};

constexpr std::string_view right = "grants.create/check";

}  // namespace

TEST_CASE("a person who holds one right through two roles is one person") {
  test::on_both_engines([](const db::Url& url) {
    Platform city(url);
    city.add_person(10);
    city.add_account(20, 10);
    city.grant(20, "first");
    city.grant(20, "second");
    CHECK(access::people_holding(city.tx, std::string(right)) == 1);
    // Nor does a second account make a second person.
    city.add_account(21, 10);
    city.grant(21, "first");
    CHECK(access::people_holding(city.tx, std::string(right)) == 1);
    city.add_person(11);
    city.add_account(22, 11);
    city.grant(22, "second");
    CHECK(access::people_holding(city.tx, std::string(right)) == 2);
    Account left = *access::account(city.tx, 22);
    left.standing = access::AccountStanding::disabled;
    access::change_account(city.tx, left);
    CHECK(access::people_holding(city.tx, std::string(right)) == 1);
    CHECK(access::people_holding(city.tx, "grants.create") == 0);
  });
}

TEST_CASE("an actor made by leaving fields out is nobody; the program is named") {
  const access::Actor nobody;
  CHECK_FALSE(nobody.is_program());
  CHECK_FALSE(nobody.may("day.close"));
  CHECK(access::Actor::program().is_program());
  CHECK(access::Actor::program().may("day.close"));
  // A person with rights is not the program either, and has those rights only.
  access::Actor person{.person = 7, .path = "/1/", .region = "", .rights = {}};
  CHECK_FALSE(person.is_program());
  person.rights = std::make_shared<access::Rights>(access::Rights{"journal.read"});
  CHECK(person.may("journal.read"));
  CHECK_FALSE(person.may("day.close"));
}

TEST_CASE("failed sign-ins of random names are forgotten once their lock's age has passed") {
  test::on_both_engines([](const db::Url& url) {
    Platform city(url);
    const access::SignInPolicy policy;
    const Instant start = *Instant::parse("2026-09-30T09:00:00.000000+08:00");
    const auto kept = [&] { return city.tx.number("SELECT COUNT(*) FROM access_attempt"); };
    const auto fail = [&](const std::string& login, Instant at) {
      access::count_failure(city.tx, {.login = login, .password = "", .address = "10.0.0.1"}, at,
                            policy);
    };
    const auto locked = [&](const std::string& login, Instant at) {
      return access::candidate(city.tx, {.login = login, .password = "", .address = "10.0.0.2"}, at)
          .locked;
    };
    for (int i = 0; i < 10; ++i) fail("random" + std::to_string(i), start);
    CHECK(kept() == 11);  // ten names and the address
    for (int i = 0; i < 5; ++i) fail("attacked", start + std::chrono::minutes(10));
    CHECK(kept() == 12);
    CHECK(locked("attacked", start + std::chrono::minutes(24)));
    // Exactly the lock's age later they still count; a moment later they are gone.
    fail("later", start + policy.locked);
    CHECK(kept() == 13);
    fail("later", start + policy.locked + std::chrono::microseconds(1));
    CHECK(kept() == 3);  // the attacked, the later one, the address
    CHECK(locked("attacked", start + std::chrono::minutes(24)));
    CHECK_FALSE(locked("attacked", start + std::chrono::minutes(25)));
  });
}

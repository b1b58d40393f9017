#include <map>

#include "db/transaction.h"
#include "db/tx.h"
#include "unit/engines.h"

namespace {

using namespace zr;
using db::Scalar;

enum class Stage { open, closed };
std::span<const Name> names_of(Stage) {
  static constexpr Name names[] = {named(Stage::open, "open", "开放", "Open"),
                                   named(Stage::closed, "closed", "结清", "Closed")};
  return names;
}

struct Terms {
  DisbursedAmount disbursed_fen;
  std::optional<Share> share_bp;
  bool operator==(const Terms&) const = default;
};
const json::Struct& describe(const Terms*) {
  static const json::Struct table("Terms",
                                  {{"disbursed_fen", &Terms::disbursed_fen, "发放", "Disbursed"},
                                   {"share_bp", &Terms::share_bp, "分担", "Share"}});
  return table;
}

struct Offer {
  std::int64_t id = 0;
  std::string bank;
  Terms terms;
  Stage stage = Stage::open;
  std::optional<Stage> wish;
  bool urgent = false;
  Date due;
  std::optional<Instant> seen;
  Quarter quarter;
  json::Any reported;
  bool operator==(const Offer&) const = default;
};
const json::Struct& describe(const Offer*) {
  static const json::Struct table("Offer", {{"id", &Offer::id, "编号", "Number"},
                                            {"bank", &Offer::bank, "银行", "Bank"},
                                            json::embed(&Offer::terms),
                                            {"stage", &Offer::stage, "状态", "Stage"},
                                            {"wish", &Offer::wish, "意向", "Wish"},
                                            {"urgent", &Offer::urgent, "加急", "Urgent"},
                                            {"due", &Offer::due, "到期", "Due"},
                                            {"seen", &Offer::seen, "查看", "Seen"},
                                            {"quarter", &Offer::quarter, "季度", "Quarter"},
                                            {"reported", &Offer::reported, "上报", "Reported"}});
  return table;
}
const db::Table offers{.name = "shop_offer", .row = &json::struct_of<Offer>, .key = {"bank", "id"}};
const db::Table covered_offers{.name = "shop_offer",
                               .row = &json::struct_of<Offer>,
                               .key = {"bank", "id"},
                               .keeping = db::Keeping::covered};

struct Contact {
  std::int64_t id = 0;
  std::string name;
  std::optional<std::string> phone;
};
const json::Struct& describe(const Contact*) {
  static const json::Struct table(
      "Contact",
      {{"id", &Contact::id, "编号", "Number"},
       {"name", &Contact::name, "姓名", "Name", {.privacy = json::Privacy::personal}},
       {"phone", &Contact::phone, "电话", "Phone", {.privacy = json::Privacy::personal}}});
  return table;
}
const db::Table contacts{.name = "shop_contact", .row = &json::struct_of<Contact>, .key = {"id"}};

struct Login {
  std::string password;
};
const json::Struct& describe(const Login*) {
  static const json::Struct table(
      "Login",
      {{"password", &Login::password, "密码", "Password", {.privacy = json::Privacy::secret}}});
  return table;
}
const db::Table logins{.name = "shop_login", .row = &json::struct_of<Login>, .key = {"password"}};

struct Total {
  std::string bank;
  std::int64_t offers = 0;
};
const json::Struct& describe(const Total*) {
  static const json::Struct table("Total", {{"bank", &Total::bank, "银行", "Bank"},
                                            {"offers", &Total::offers, "笔数", "Offers"}});
  return table;
}

const db::Schema shop{
    "shop",
    {"CREATE TABLE shop_offer (bank TEXT NOT NULL, id {int} NOT NULL, disbursed_fen {int} NOT "
     "NULL, share_bp {int}, stage TEXT NOT NULL, wish TEXT, urgent {int} NOT NULL, due TEXT NOT "
     "NULL, seen TEXT, quarter TEXT NOT NULL, reported TEXT NOT NULL, PRIMARY KEY (bank, id)) "
     "{strict};"
     "CREATE TABLE shop_contact (id {id}, name TEXT NOT NULL, phone TEXT) {strict};"
     "CREATE TABLE shop_kept (commitment TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) "
     "{strict};"},
    ""};

Offer offer_of(std::int64_t id) {
  return {.id = id,
          .bank = "示例\"银行\"",
          .terms = {.disbursed_fen = {money_limit}, .share_bp = Share{2500}},
          .stage = Stage::closed,
          .wish = std::nullopt,
          .urgent = true,
          .due = Date(2026, 1, 5),
          .seen = Instant{1},
          .quarter = {2026, 3},
          .reported = {*json::parse(R"({"电话":"1","x":1.50})")}};
}

/// Commitments that count up, values in a table beside.
class CountingVault final : public db::Vault {
 public:
  std::string keep(db::Tx& tx, const std::string& value) override {
    const std::string commitment = "c" + std::to_string(++kept);
    tx.run("INSERT INTO shop_kept (commitment, value) VALUES ($1, $2)", commitment, value);
    return commitment;
  }
  std::optional<std::string> reveal(db::Tx& tx, const std::string& commitment) override {
    const Scalar value = tx.value("SELECT value FROM shop_kept WHERE commitment = $1", commitment);
    const auto* text = std::get_if<std::string>(&value);
    return text ? std::optional(*text) : std::nullopt;
  }
  int kept = 0;
};

class Lines final : public db::Witness {
 public:
  void inserted(const db::Table&, std::string line) override { all.push_back(std::move(line)); }
  void changed(const db::Table& table) override { changes.emplace_back(table.name); }
  std::vector<std::string> all;
  std::vector<std::string> changes;
};

std::vector<std::string> dump(db::Connection& connection, const db::Table& table) {
  std::vector<std::string> lines;
  db::each_line(connection, table, [&](std::string line) { lines.push_back(std::move(line)); });
  return lines;
}

}  // namespace

TEST_CASE("a described row goes in by its table and comes back by its struct") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shop});
    db::Tx tx(*connection, nullptr);
    Offer second = offer_of(2);
    second.wish = Stage::open;
    second.seen = std::nullopt;
    second.terms.share_bp = std::nullopt;
    tx.insert(offers, offer_of(1));
    tx.insert(offers, second);
    CHECK(tx.rows<Offer>("SELECT {Offer} FROM shop_offer ORDER BY id") ==
          std::vector<Offer>{offer_of(1), second});
    CHECK(tx.row<Offer>("SELECT {o.Offer} FROM shop_offer o WHERE o.wish = $1 AND o.due = $2",
                        Stage::open, Date(2026, 1, 5)) == second);
    CHECK_FALSE(tx.row<Offer>("SELECT {Offer} FROM shop_offer WHERE urgent = $1", false));
    CHECK(tx.number("SELECT COUNT(*) FROM shop_offer WHERE share_bp = $1", Share{2500}) == 1);
    CHECK(tx.value("SELECT bank FROM shop_offer WHERE id = $1", 9) == Scalar{});
  });
}

TEST_CASE("columns written by hand carry the names of the fields in their order") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shop});
    db::Tx tx(*connection, nullptr);
    tx.insert(offers, offer_of(1));
    const auto totals =
        tx.rows<Total>("SELECT bank, COUNT(*) AS offers FROM shop_offer GROUP BY bank");
    REQUIRE(totals.size() == 1);
    CHECK(totals[0].offers == 1);
    CHECK_THROWS_AS(tx.rows<Total>("SELECT bank, COUNT(*) AS n FROM shop_offer GROUP BY bank"),
                    std::logic_error);
    CHECK_THROWS_AS(tx.rows<Total>("SELECT bank FROM shop_offer"), std::logic_error);
  });
}

TEST_CASE("a stored value outside its domain is an error, not a default") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shop});
    db::Tx tx(*connection, nullptr);
    tx.insert(offers, offer_of(1));
    CHECK(tx.run("UPDATE shop_offer SET stage = $1", std::string("unknown")) == 1);
    CHECK_THROWS_AS(tx.rows<Offer>("SELECT {Offer} FROM shop_offer"), db::Error);
  });
}

TEST_CASE("an update replaces the row of its key, which must exist; covered rows stay") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shop});
    db::Tx tx(*connection, nullptr);
    tx.insert(offers, offer_of(1));
    tx.insert(offers, offer_of(2));
    Offer changed = offer_of(2);
    changed.stage = Stage::open;
    changed.terms.share_bp = std::nullopt;
    tx.update(offers, changed);
    CHECK(tx.rows<Offer>("SELECT {Offer} FROM shop_offer ORDER BY id") ==
          std::vector<Offer>{offer_of(1), changed});
    CHECK_THROWS_AS(tx.update(offers, offer_of(3)), std::logic_error);
    CHECK_THROWS_AS(tx.update(covered_offers, offer_of(2)), std::logic_error);
  });
}

TEST_CASE("a row has one line, the same for the witness, the dump and both engines") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shop});
    Lines witness;
    db::Tx tx(*connection, nullptr, &witness);
    tx.insert(offers, offer_of(1));
    const std::string expected =
        "shop_offer\t[\"示例\\\"银行\\\"\",1]\t{\"bank\":\"示例\\\"银行\\\"\",\"disbursed_fen\":"
        "9007199254740991,\"due\":\"2026-01-05\",\"id\":1,\"quarter\":\"2026Q3\",\"reported\":"
        "\"{\\\"电话\\\":\\\"1\\\",\\\"x\\\":1.50}\",\"seen\":\"1970-01-01T08:00:00.000001+08:00\","
        "\"share_bp\":2500,\"stage\":\"closed\",\"urgent\":1}";
    CHECK(witness.all == std::vector{expected});
    CHECK(dump(*connection, offers) == std::vector{expected});
    const Offer offer = offer_of(1);
    CHECK(db::line(offers, db::values_of(json::struct_of<Offer>(), &offer)) == expected);
    CHECK(db::table_of(expected) == "shop_offer");
    // What an update or a statement of the store's own changes is told without its line.
    tx.update(offers, offer);
    tx.changed(contacts);
    CHECK(witness.all.size() == 1);
    CHECK(witness.changes == std::vector<std::string>{"shop_offer", "shop_contact"});
  });
}

TEST_CASE("a dump longer than a page is complete and in key order, and its lines go back in") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shop});
    std::vector<Offer> many;
    for (std::int64_t id = 1200; id >= 1; --id) {
      many.push_back(offer_of(id));
      many.back().bank = id % 2 == 0 ? "知" : "质";
    }
    std::vector<std::string> lines;
    {
      const db::Transaction undone(*connection);
      db::Tx(*connection, nullptr).insert_all(offers, many);
      lines = dump(*connection, offers);
    }
    REQUIRE(lines.size() == 1200);
    CHECK(lines.front().starts_with("shop_offer\t[\"知\",2]"));
    CHECK(lines[600].starts_with("shop_offer\t[\"质\",1]"));
    CHECK(lines.back().starts_with("shop_offer\t[\"质\",1199]"));
    const db::Transaction transaction(*connection);
    CHECK(dump(*connection, offers).empty());
    for (const std::string& line : lines) REQUIRE(db::insert_line(*connection, offers, line));
    CHECK(dump(*connection, offers) == lines);
  });
}

TEST_CASE("many rows at once are stored and witnessed like one after the other") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shop});
    std::vector<Offer> many;
    for (std::int64_t id = 1; id <= 230; ++id) {
      many.push_back(offer_of(id));
      if (id > 60 && id % 3 != 0) many.back().wish = Stage::closed;
      if (id % 2 == 0) many.back().terms.share_bp = std::nullopt;
    }
    Lines witness;
    db::Tx tx(*connection, nullptr, &witness);
    tx.insert_all(offers, many);
    CHECK(tx.rows<Offer>("SELECT {Offer} FROM shop_offer ORDER BY id") == many);
    CHECK(witness.all == dump(*connection, offers));
    db::Transaction transaction(*connection);
    for (Offer& offer : many) offer.id += 230;
    many[40].id = 1;
    CHECK_THROWS_AS(tx.insert_all(offers, many), db::Error);
  });
}

TEST_CASE("a line that is not exactly a row's text is refused") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shop});
    const std::string good = "shop_contact\t[1]\t{\"id\":1,\"name\":\"c1\"}";
    for (const char* bad :
         {"", "shop_contact\t[2]\t{\"id\":1,\"name\":\"c1\"}", "shop_contact\t[1]\t{\"id\":1}",
          "shop_offer\t[1]\t{\"id\":1,\"name\":\"c1\"}",
          "shop_contact\t[1]\t{\"id\":1,\"name\":\"c1\",\"age\":1}",
          "shop_contact\t[1]\t{\"id\":\"1\",\"name\":\"c1\"}",
          "shop_contact\t[1]\t{\"name\":\"c1\",\"id\":1}",
          "shop_contact\t[1]\t{\"id\":1, \"name\":\"c1\"}",
          "shop_contact\t[1]\t{\"id\":1,\"name\":\"c1\",\"phone\":null}",
          "shop_contact\t[1]\t{\"id\":1,\"name\":\"c1\"}\n", "shop_contact\t[1]\t{\"id\":1"}) {
      CAPTURE(bad);
      if (std::string_view(bad) == "shop_contact\t[1]\t{\"id\":1}")
        CHECK_THROWS_AS((void)db::insert_line(*connection, contacts, bad), db::Error);
      else
        CHECK(db::insert_line(*connection, contacts, bad) == db::broken_line);
    }
    CHECK(db::insert_line(*connection, contacts, good));
    CHECK(dump(*connection, contacts) == std::vector{good});
  });
}

TEST_CASE("a personal value is stored as its commitment and shown until it is erased") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shop});
    CountingVault vault;
    Lines witness;
    db::Tx tx(*connection, &vault, &witness);
    tx.insert(contacts, Contact{1, "示例甲", "13800138000"});
    tx.insert(contacts, Contact{2, "示例乙", std::nullopt});
    CHECK(witness.all.front() == "shop_contact\t[1]\t{\"id\":1,\"name\":\"c1\",\"phone\":\"c2\"}");
    const std::string_view by_id = "SELECT {Contact} FROM shop_contact WHERE id = $1";
    CHECK(tx.row<Contact>(by_id, 1)->phone == "13800138000");
    CHECK_FALSE(tx.row<Contact>(by_id, 2)->phone);
    db::Tx blind(*connection, nullptr);
    CHECK(blind.row<Contact>(by_id, 1)->name == "c1");
    CHECK_THROWS_AS(blind.insert(contacts, Contact{3, "示例丙", std::nullopt}), std::logic_error);

    tx.run("DELETE FROM shop_kept WHERE commitment = $1", "c2");
    CHECK(tx.row<Contact>(by_id, 1)->phone == db::erased_text_zh);
    CHECK(tx.row<Contact>(by_id, 1)->name == "示例甲");
  });
}

TEST_CASE("an update keeps the commitment of an unchanged or erased personal value") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shop});
    CountingVault vault;
    db::Tx tx(*connection, &vault);
    tx.insert(contacts, Contact{1, "示例甲", "13800138000"});
    tx.run("DELETE FROM shop_kept WHERE commitment = $1", "c1");
    auto contact = *tx.row<Contact>("SELECT {Contact} FROM shop_contact");
    tx.update(contacts, contact);
    CHECK(vault.kept == 2);
    contact.phone = "13800138001";
    tx.update(contacts, contact);
    CHECK(vault.kept == 3);
    CHECK(
        dump(*connection, contacts) ==
        std::vector<std::string>{"shop_contact\t[1]\t{\"id\":1,\"name\":\"c1\",\"phone\":\"c3\"}"});
  });
}

TEST_CASE("a secret is never stored") {
  test::on_both_engines([](const db::Url& url) {
    const auto connection = test::opened(url, {shop});
    db::Tx tx(*connection, nullptr);
    CHECK_THROWS_AS(tx.insert(logins, Login{"x"}), std::logic_error);
    CHECK_THROWS_AS(tx.rows<Login>("SELECT {Login} FROM shop_login"), std::logic_error);
  });
}

#include "journal/journal.h"

#include <atomic>
#include <thread>

#include "access/tables.h"
#include "journal/clock.h"
#include "journal/commands.h"
#include "journal/store.h"
#include "journal/tables.h"
#include "unit/engines.h"

namespace {

using namespace zr;
using journal::Answer;
using journal::Changed;
using journal::Context;

/// A subject of the tests' own, stored in a covered table.
struct Coin {
  std::int64_t id = 0;
  std::int64_t sequence = 0;
  Money value_fen;
};
const json::Struct& describe(const Coin*) {
  static const json::Struct table("Coin", {{"id", &Coin::id, "编号", "Id"},
                                           {"sequence", &Coin::sequence, "记录号", "Record"},
                                           {"value_fen", &Coin::value_fen, "面值", "Value"}});
  return table;
}
const db::Table coin_table{"journal_coin", &json::struct_of<Coin>, {"id"}, db::Keeping::covered};

struct AddCoin {
  Money value_fen;
  std::optional<std::string> giver;
};
const json::Struct& describe(const AddCoin*) {
  static const json::Struct table(
      "AddCoin",
      {{"value_fen", &AddCoin::value_fen, "面值", "Value", {.min = 1}},
       {"giver", &AddCoin::giver, "交付人", "Giver", {.privacy = json::Privacy::personal}}});
  return table;
}

constexpr Refusal too_big{"too_big", "面值过大", "Too big"};

Result<Changed> add_coin(Context& in, const AddCoin& input) {
  const std::int64_t id = in.new_id();
  in.tx.insert(coin_table, Coin{.id = id, .sequence = in.sequence, .value_fen = input.value_fen});
  if (input.value_fen > Money{100}) return too_big;  // after writing: the refusal must undo it
  return Changed{.id = id, .version = in.sequence};
}

/// A journal with two commands, on an empty city.
class House {
 public:
  explicit House(const db::Url& url) : clock_(Instant::start_of(Date(2026, 9, 30))) {
    {
      const auto connection = db::connect(url, db::Access::write);
      const std::vector<db::Schema> schemas{access::schema(), journal::schema()};
      REQUIRE(db::migrate(*connection, schemas));
      connection->run(
          "CREATE TABLE journal_coin (id BIGINT PRIMARY KEY, sequence BIGINT NOT NULL,"
          " value_fen BIGINT NOT NULL)");
    }
    auto commands =
        journal::own_commands([this](std::string_view name) { return journal_->find(name); });
    commands.push_back(journal::command<AddCoin, Changed>(
        {"coins", "create", "投币", "Add a coin", journal::Eyes::two, {too_big}}, add_coin));
    auto tables = journal::tables();
    tables.push_back(&coin_table);
    auto opened =
        journal::Journal::open({.url = url, .commands = commands, .tables = tables}, clock_);
    REQUIRE(opened);
    journal_ = std::move(*opened);
    REQUIRE(send(
        "init",
        R"({"city":"示例市","public_key":"00","mode":"test","business_date":"2026-09-30","covered":["journal_coin"]})",
        "begin"));
  }

  Result<Answer> send(std::string_view command, std::string_view body, std::string key) {
    return journal_->submit({.actor = access::Actor::program(),
                             .command = journal_->find(command),
                             .body = *json::parse(body),
                             .key = std::move(key)});
  }
  std::int64_t number(std::string_view sql) {
    return journal_->read([&](db::Tx& tx) { return tx.number(sql); });
  }
  std::string record(std::int64_t sequence) {
    return journal_->read([&](db::Tx& tx) { return journal::store::record(tx, sequence)->bytes; });
  }
  journal::Journal& journal() { return *journal_; }
  journal::VirtualClock& clock() { return clock_; }

 private:
  journal::VirtualClock clock_;
  std::unique_ptr<journal::Journal> journal_;
};

}  // namespace

TEST_CASE("record 2 is these bytes, on both engines") {
  test::on_both_engines([](const db::Url& url) {
    House house(url);
    REQUIRE(house.send("coins.create", R"({"value_fen":7})", "k"));
    const std::string bytes = house.record(2);
    const auto prev = bytes.find(R"("prev":")") + 8;
    CHECK(bytes.substr(0, prev) == R"({"v":1,"alg":"sha256","seq":2,"prev":")");
    CHECK(
        bytes.substr(prev + 64) ==
        R"(","received":"2026-09-30T00:00:00.000000+08:00","business_date":"2026-09-30","action":"coins.create","key":"k","actor":{"person":0,"account":0,"organisation":0},"body":{"value_fen":7},"outcome":"done","result":{"id":262144,"version":2},"rows":[{"table":"journal_coin","count":1,"sha256":"59f18dfbe37414d4bc74767a5bdba39a645bd93dbb0ce37437fd7a143fc401e1"}]})");
  });
}

TEST_CASE("pitfall 11: the same key answers the same once, another body is refused") {
  test::on_both_engines([](const db::Url& url) {
    House house(url);
    const auto first = house.send("coins.create", R"({"value_fen":7})", "k");
    const auto again = house.send("coins.create", R"({"value_fen":7})", "k");
    REQUIRE(first);
    REQUIRE(again);
    CHECK(again->origin == Answer::Origin::replayed);
    CHECK(again->body == first->body);
    CHECK(house.send("coins.create", R"({"value_fen":8})", "k") == journal::key_reused);
    CHECK(house.number("SELECT COUNT(*) FROM journal_coin") == 1);
    CHECK(house.journal().head() == 2);
  });
}

TEST_CASE("a refusal by rule undoes what was written, is a record and takes the key") {
  test::on_both_engines([](const db::Url& url) {
    House house(url);
    CHECK(house.send("coins.create", R"({"value_fen":101})", "k") == too_big);
    CHECK(house.send("coins.create", R"({"value_fen":101})", "k") == too_big);
    CHECK(house.number("SELECT COUNT(*) FROM journal_coin") == 0);
    CHECK(house.journal().head() == 2);
    CHECK(house.record(2).find(R"("outcome":"refused","refusal":"too_big"})") != std::string::npos);
    // Bad input is no record and takes no key.
    CHECK(house.send("coins.create", R"({"value_fen":0})", "other") == bad_input);
    CHECK(house.send("coins.create", R"({"value_fen":5})", "other"));
    CHECK(house.journal().head() == 3);
  });
}

TEST_CASE("a personal field stands in the record as a commitment only") {
  test::on_both_engines([](const db::Url& url) {
    House house(url);
    REQUIRE(house.send("coins.create", R"({"value_fen":7,"giver":"示例人员"})", "k"));
    CHECK(house.record(2).find("示例人员") == std::string::npos);
    CHECK(house.record(2).find(R"("giver":{"commitment":")") != std::string::npos);
    CHECK(house.number("SELECT COUNT(*) FROM journal_personal WHERE value = '示例人员'") == 1);
  });
}

TEST_CASE("many submitters at once: each acknowledged once, one chain without a gap") {
  test::on_both_engines([](const db::Url& url) {
    House house(url);
    std::atomic<int> done = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
      threads.emplace_back([&, t] {
        for (int i = 0; i < 25; ++i)
          if (house.send("coins.create", R"({"value_fen":1})",
                         std::to_string(t) + "-" + std::to_string(i)))
            ++done;
      });
    for (auto& thread : threads) thread.join();
    CHECK(done == 200);
    CHECK(house.number("SELECT COUNT(*) FROM journal_coin") == 200);
    CHECK(house.number("SELECT COUNT(*) FROM journal_record a JOIN journal_record b ON"
                       " b.sequence = a.sequence + 1") == 200);
  });
}

TEST_CASE("the business date moves only by closing the day that it is") {
  test::on_both_engines([](const db::Url& url) {
    House house(url);
    CHECK(house.journal().business_date() == Date(2026, 9, 30));
    house.clock().advance(std::chrono::hours(48));
    CHECK(house.journal().business_date() == Date(2026, 9, 30));
    CHECK_FALSE(house.send("day.close", R"({"day":"2026-10-01"})", "early"));
    REQUIRE(house.send("day.close", R"({"day":"2026-09-30"})", "close"));
    CHECK(house.journal().business_date() == Date(2026, 10, 1));
    // What was known on a day follows the day it was received, not the business date.
    CHECK(house.journal().read(
              [](db::Tx& tx) { return journal::store::known_at(tx, Date(2026, 9, 30)); }) == 1);
  });
}

TEST_CASE("a second writer of one city is turned away with the reason") {
  test::on_both_engines([](const db::Url& url) {
    House house(url);
    journal::MachineClock clock;
    const auto second = journal::Journal::open({.url = url, .commands = {}, .tables = {}}, clock);
    REQUIRE_FALSE(second);
    CHECK(second.problem().refusal.code == db::second_writer.code);
  });
}

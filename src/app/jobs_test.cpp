/// The day job: closes the day at 00:05, day by day after a stop, and comes to the same record
/// wherever it was killed.
#include "app/jobs.h"

#include "app/city.h"
#include "app/first_rules.h"
#include "journal/clock.h"
#include "journal/store.h"
#include "unit/engines.h"

namespace {

using namespace zr;
using test::on_both_engines;

/// The last quarter's end is followed by one more command, as reporting's rounds are.
std::vector<app::DayEnd> at_quarter_end() {
  return {
      {.command = "access.digest", .body = [](db::Tx&, Date closed) -> std::optional<json::Value> {
         if (Quarter::of(closed).last() != closed) return std::nullopt;
         return json::Object{{"previous", 0}, {"before", Instant::start_of(closed + 1).text()}};
       }}};
}

/// A city on the eve of 1 December, without people.
class City {
 public:
  explicit City(const db::Url& url, std::string_view start = "2026-11-29T09:00:00.000000+08:00")
      : clock(*Instant::parse(start)), url_(url) {
    open();
    json::List covered;
    for (const db::Table* table : app::tables())
      if (table->keeping == db::Keeping::covered) covered.emplace_back(table->name);
    submit("init", json::Object{{"city", "示例市"},
                                {"public_key", std::string(64, '0')},
                                {"mode", "test"},
                                {"business_date", clock.now().date().text()},
                                {"covered", std::move(covered)}});
    submit("organisations.create",
           json::Object{{"kind", "city_bureau"}, {"name", "示例市市场监管局"}});
    const std::string source = std::getenv("ZR_SOURCE") ? std::getenv("ZR_SOURCE") : ".";
    for (const auto& set : app::rule_sets()) {
      if (set.code != "calendar") continue;
      auto content = app::first_content(set, source + "/data");
      REQUIRE(content);
      submit("rules.publish", json::Object{{"code", set.code},
                                           {"effective", set.effective.text()},
                                           {"clause", set.clause},
                                           {"confidence", zr::name_of(set.confidence)},
                                           {"content", std::move(*content)}});
    }
  }

  void open() {
    auto opened = app::open_city(url_, clock);
    REQUIRE(opened);
    journal = std::move(*opened);
  }
  void close() { journal.reset(); }

  void submit(std::string_view command, json::Value body) {
    const auto answer = journal->submit({.actor = access::Actor::program(),
                                         .command = journal->find(command),
                                         .body = std::move(body),
                                         .key = "step " + std::to_string(++steps_)});
    REQUIRE(answer);
  }

  /// Takes at most so many steps; answers how many were left when it began.
  int work(int most = 1000) {
    int taken = 0;
    const auto job = app::jobs(*journal, at_quarter_end(), [&] { return taken++ == most; });
    job.catch_up();
    return taken - 1;
  }

  /// Every record by action, key and business date, and every row of duty.
  std::vector<std::string> told() {
    return journal->read([&](db::Tx& tx) {
      std::vector<std::string> lines;
      journal::store::each_record(tx.connection(), [&](const db::Row& row) {
        const auto bytes = json::parse(std::get<std::string>(row.at(9)));
        const json::Value* key = bytes->find("key");
        lines.push_back(std::get<std::string>(row.at(2)) + " " + std::get<std::string>(row.at(3)) +
                        " " + (key ? *key->text() : ""));
      });
      for (const db::Table* table : app::tables())
        if (table->name.starts_with("duty_"))
          db::each_line(tx.connection(), *table,
                        [&](std::string line) { lines.push_back(std::move(line)); });
      return lines;
    });
  }

  journal::VirtualClock clock;
  std::unique_ptr<journal::Journal> journal;

 private:
  db::Url url_;
  int steps_ = 0;
};

constexpr std::string_view five_past = "2026-12-03T00:05:00.000000+08:00";

}  // namespace

TEST_CASE("the day is closed at 00:05, not a moment before, and only once") {
  on_both_engines([](const db::Url& url) {
    City city(url);
    city.work();
    CHECK(city.journal->business_date() == Date(2026, 11, 29));
    city.clock.set(*Instant::parse("2026-11-30T00:04:59.999999+08:00"));
    city.work();
    CHECK(city.journal->business_date() == Date(2026, 11, 29));
    city.clock.set(*Instant::parse("2026-11-30T00:05:00.000000+08:00"));
    city.work();
    CHECK(city.journal->business_date() == Date(2026, 11, 30));
    const auto head = city.journal->head();
    city.work();
    CHECK(city.journal->head() == head);
  });
}

TEST_CASE("after a stop the days are closed one by one, and each is followed by its own work") {
  on_both_engines([](const db::Url& url) {
    City city(url);
    city.clock.set(*Instant::parse(five_past));
    city.work();
    CHECK(city.journal->business_date() == Date(2026, 12, 3));
    const auto told = city.told();
    const std::vector<std::string> days(told.begin() + 3, told.begin() + 12);
    CHECK(days ==
          std::vector<std::string>{"2026-11-29 duties.settle rules 3 duties.settle",
                                   "2026-11-30 day.close day 2026-11-29 day.close",
                                   "2026-11-30 duties.settle day 2026-11-29 duties.settle",
                                   "2026-12-01 day.close day 2026-11-30 day.close",
                                   "2026-12-01 duties.settle day 2026-11-30 duties.settle",
                                   "2026-12-02 day.close day 2026-12-01 day.close",
                                   "2026-12-02 duties.settle day 2026-12-01 duties.settle",
                                   "2026-12-03 day.close day 2026-12-02 day.close",
                                   "2026-12-03 duties.settle day 2026-12-02 duties.settle"});
    // The calendar of 2027 has been asked for on 1 December, and reminded of once.
    CHECK(told.size() == 14);
  });
}

TEST_CASE("a killed job goes on where it stopped and comes to the same record and duties") {
  on_both_engines([](const db::Url& url) {
    const bool sqlite = url.engine == db::Engine::sqlite;
    std::vector<std::string> wanted;
    int steps = 0;
    {
      City city(url);
      city.clock.set(*Instant::parse(five_past));
      steps = city.work();
      wanted = city.told();
    }
    REQUIRE(steps == 9);
    for (int killed = 0; killed < steps; killed += sqlite ? 1 : 4) {
      INFO("killed after step ", killed);
      const test::Folder folder;
      const test::Database database;
      City city(sqlite ? db::Url{db::Engine::sqlite, (folder.path() / "k.db").string()}
                       : database.url());
      city.clock.set(*Instant::parse(five_past));
      city.work(killed);
      city.close();
      city.open();
      city.work();
      CHECK(city.told() == wanted);
    }
  });
}

TEST_CASE(
    "a command that follows a quarter's end follows that day only, before duties are settled") {
  on_both_engines([](const db::Url& url) {
    City city(url, "2026-09-29T09:00:00.000000+08:00");
    city.clock.set(*Instant::parse("2026-10-02T00:05:00.000000+08:00"));
    city.work();
    const auto told = city.told();
    // It is refused here, which is a record and no reason to stop.
    const auto at =
        std::ranges::find(told, "2026-10-01 access.digest day 2026-09-30 access.digest");
    REQUIRE(at != told.end());
    CHECK(*(at - 1) == "2026-10-01 day.close day 2026-09-30 day.close");
    CHECK(*(at + 1) == "2026-10-01 duties.settle day 2026-09-30 duties.settle");
    CHECK(std::ranges::count_if(told, [](const std::string& line) {
            return line.find("access.digest") != std::string::npos;
          }) == 1);
    CHECK(city.journal->business_date() == Date(2026, 10, 2));
  });
}

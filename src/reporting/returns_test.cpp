#include "reporting/returns.h"

#include "reporting/test_quarter.h"

using namespace zr::test;       // NOLINT: a test of this namespace's small vocabulary
using namespace zr::reporting;  // NOLINT: likewise
using zr::Date;
using zr::Money;
namespace forms = zr::forms;
namespace json = zr::json;

TEST_CASE("四(三) the return is sent out to every bank, due ten days after the quarter") {
  in_the_quarter([](OpenQuarter& city) {
    for (const std::int64_t bank : {Who::first, Who::second, Who::third}) {
      const auto duty = zr::duty::duty_of(city.tx, "returns.file", city.return_of(bank));
      REQUIRE(duty);
      CHECK(duty->due == Date(2026, 10, 10));
      CHECK(duty->organisation == bank);
    }
    CHECK(refused(city.run("returns.open", json::Object{{"period", "2026Q3"}}, Who::regulator)) ==
          "round_open");
  });
}

TEST_CASE("四(三) the return is sent out once a quarter that the city has seen is over") {
  on_both_engines([](const zr::db::Url& url) {
    Quarterly city(url);
    const auto after = [&](Date closed) {
      const auto body = opening_after(city.tx, closed);
      return body ? json::write(*body) : std::string("none");
    };
    CHECK(after(Date(2026, 9, 30)) == "none");  // nothing was known by then
    city.began_on(Date(2026, 9, 30));
    CHECK(after(Date(2026, 9, 29)) == "none");
    CHECK(after(Date(2026, 9, 30)) == R"({"period":"2026Q3"})");
    // Refused that day, it is tried again after the next.
    CHECK(after(Date(2026, 10, 1)) == R"({"period":"2026Q3"})");
    REQUIRE(city.run("returns.open", json::Object{{"period", "2026Q3"}}, Who::regulator));
    CHECK(after(Date(2026, 10, 1)) == "none");
    CHECK(after(Date(2026, 12, 31)) == R"({"period":"2026Q4"})");
  });
}

TEST_CASE("return_form: the ledger's cells equal sums done by hand") {
  in_the_quarter([](OpenQuarter& city) {
    city.file();
    const forms::Cells cells = city.frozen();
    const std::map<std::string, std::int64_t> by_hand{{"balance_begin", 110 * wan},
                                                      {"disbursed_q", 50 * wan},
                                                      {"repaid_q", 50 * wan},
                                                      {"balance_end", 110 * wan},
                                                      {"loans_end", 2},
                                                      {"households_end", 2},
                                                      {"disbursed_ytd", 150 * wan},
                                                      {"loans_disbursed_ytd", 2},
                                                      {"households_disbursed_ytd", 2},
                                                      {"households_disbursed_q", 1},
                                                      {"balance_patent", 60 * wan},
                                                      {"balance_trademark", 50 * wan},
                                                      {"balance_gi", 0},
                                                      {"balance_pure_ip", 60 * wan},
                                                      {"balance_ip_plus", 40 * wan},
                                                      {"balance_unsecured_part", 10 * wan},
                                                      {"balance_special_mention", 50 * wan},
                                                      {"npl_balance", 0},
                                                      {"npl_ratio_ppm", 0},
                                                      {"households_in_park", 0}};
    for (const auto& [cell, value] : by_hand) {
      INFO(cell);
      CHECK(forms::number_in(cells, cell) == value);
    }
    // What nobody publishes yet and the bank left out is missing, not 0.
    CHECK_FALSE(forms::number_in(cells, "balance_small_micro"));
    CHECK_FALSE(forms::number_in(cells, "plan_used"));
  });
}

TEST_CASE("V1: what was written off or corrected is entered and is no repayment") {
  in_the_quarter([](OpenQuarter& city) {
    // Without an explicit 0 the balance cannot be said to roll forward.
    REQUIRE(city.run("returns.fill", filled(city.of, "ledger"), Who::first));
    CHECK(refused(city.run("returns.prepare", id(city.of), Who::first)) == "checks_failed");
    json::Object entered = zeros();
    entered[1].second = 5 * wan;
    REQUIRE(city.run("returns.fill", filled(city.of, "ledger", entered), Who::first));
    REQUIRE(city.run("returns.prepare", id(city.of), Who::first));
    CHECK(forms::number_in(city.frozen(), "repaid_q") == 45 * wan);
    CHECK(forms::number_in(city.frozen(), "written_off_q") == 5 * wan);
    // What rows give is not typed.
    CHECK(refused(city.run("returns.fill",
                           filled(city.of, "ledger", json::Object{{"balance_end", 1}}),
                           Who::first)) == "bad_input");
  });
}

TEST_CASE(
    "issue 2 (12): an open note without facts of the last day is named and stops the ledger") {
  in_the_quarter([](OpenQuarter& city) {
    city.note(204, {.enterprise = Who::maker,
                    .disbursed_on = {2026, 7, 1},
                    .secured_fen = zr::SecuredAmount{Money{wan}},
                    .disbursed_fen = {Money{wan}}});
    city.say({204, {2026, 9, 29}, wan});
    REQUIRE(city.run("returns.fill", filled(city.of, "ledger", zeros()), Who::first));
    const auto stopped = city.run("returns.prepare", id(city.of), Who::first);
    CHECK(stopped == facts_missing);
    REQUIRE(stopped.problem().errors.size() == 1);
    CHECK(stopped.problem().errors[0].pointer == "/notes/204");
    CHECK(stopped.problem().errors[0].zh.find("J204") != std::string::npos);
    city.say({204, {2026, 9, 30}, wan});
    CHECK(city.run("returns.prepare", id(city.of), Who::first));
  });
}

TEST_CASE("V1: a balance that rose without a drawdown has to be explained") {
  in_the_quarter([](OpenQuarter& city) {
    city.note(205, {.enterprise = Who::maker,
                    .disbursed_on = {2024, 1, 5},
                    .secured_fen = zr::SecuredAmount{Money{9 * wan}},
                    .disbursed_fen = {Money{9 * wan}}});
    city.say({205, {2026, 9, 30}, 7 * wan});
    REQUIRE(city.run("returns.fill", filled(city.of, "ledger", zeros()), Who::first));
    const auto stopped = city.run("returns.prepare", id(city.of), Who::first);
    CHECK(stopped == rise_unexplained);
    REQUIRE(stopped.problem().errors.size() == 1);
    CHECK(stopped.problem().errors[0].pointer == "/notes/205");
    json::Object entered = zeros();
    entered[0].second = 7 * wan;  // transferred in
    REQUIRE(city.run("returns.fill", filled(city.of, "ledger", entered), Who::first));
    REQUIRE(city.run("returns.prepare", id(city.of), Who::first));
    CHECK(forms::number_in(city.frozen(), "repaid_q") == 50 * wan);
    CHECK(forms::number_in(city.frozen(), "balance_end") == 117 * wan);
  });
}

TEST_CASE("pitfall 16: the tenth day until 24:00 is on time, 00:00:00 of the next is late") {
  in_the_quarter([](OpenQuarter& city) {
    CHECK(number(city.file("2026-10-10T23:59:59.999999+08:00"), "timeliness") == R"("on_time")");
    const auto duty = zr::duty::duty_of(city.tx, "returns.file", city.of);
    REQUIRE(duty);
    CHECK_FALSE(duty->open());
  });
  in_the_quarter([](OpenQuarter& city) {
    CHECK(number(city.file("2026-10-11T00:00:00.000000+08:00"), "timeliness") == R"("late")");
  });
}

TEST_CASE("issue 2 (12): a version is signed only as it was seen and while the ledger agrees") {
  in_the_quarter([](OpenQuarter& city) {
    REQUIRE(city.run("returns.fill", filled(city.of, "ledger", zeros()), Who::first));
    const auto prepared = city.run("returns.prepare", id(city.of), Who::first);
    REQUIRE(prepared);
    json::Value body = id(city.of);
    body.set("number", *prepared->find("number"));
    body.set("digest", std::string(64, '0'));
    CHECK(refused(city.run("returns.submit", body, Who::first)) == "version_changed");
    body.set("digest", *prepared->find("digest"));
    CHECK(refused(city.run("returns.submit", body, Who::second)) == "not_found");
    CHECK(refused(city.run("returns.submit", body, Who::bureau)) == "unconfirmed");
    city.say({201, {2026, 9, 30}, 61 * wan});
    const std::int64_t said = city.sequence;
    const auto stopped = city.run("returns.submit", body, Who::first);
    CHECK(stopped == ledger_moved);
    CHECK(stopped.problem().errors[0].pointer == "/cells/balance_end");
    // Undo is refused for what a submitted return rests on, and for nothing else.
    CHECK_FALSE(rests_on(city.tx, {said}));
    city.file();
    CHECK(rests_on(city.tx, {said - 1, said}));
    CHECK_FALSE(rests_on(city.tx, {said + 1}));
  });
}

TEST_CASE("a cell that nothing here gives says so by its title, never by a technical name") {
  in_the_quarter([](OpenQuarter& city) {
    const auto page = city.get("/returns/{id}", one(city.of), Who::first);
    REQUIRE(page);
    for (const json::Value& cell : *page->find("cells")->list()) {
      if (number(cell, "cell") != R"("balance_small_micro")" &&
          number(cell, "cell") != R"("whitelist_pushed")")
        continue;
      const std::string title = *cell.find("title_zh")->text();
      CHECK(*cell.find("lacking_zh")->text() == "系统暂无“" + title + "”所需的数据，请填写");
      CHECK(cell.find("lacking_en")->text()->find('.') == std::string::npos);
    }
  });
}

TEST_CASE("零报告: two steps where the ledger is empty, refused where it is not") {
  in_the_quarter([](OpenQuarter& city) {
    REQUIRE(city.run("returns.fill", filled(city.of, "nil"), Who::first));
    CHECK(refused(city.run("returns.prepare", id(city.of), Who::first)) == "nil_with_rows");
    city.of = city.return_of(Who::second);
    REQUIRE(city.run("returns.fill", filled(city.of, "nil"), Who::second));
    const auto typed =
        city.run("returns.fill", filled(city.of, "nil", json::Object{{"balance_small_micro", 100}}),
                 Who::second);
    REQUIRE_FALSE(typed);
    CHECK(typed.problem().errors.front().code == "not_entered");
    const auto page = city.get("/returns/{id}", one(city.of), Who::second);
    REQUIRE(page);
    for (const json::Value& cell : *page->find("cells")->list())
      CHECK(*cell.find("enterable")->truth() == (number(cell, "origin") == R"("entered")"));
    const auto prepared = city.run("returns.prepare", id(city.of), Who::second);
    REQUIRE(prepared);
    CHECK(forms::number_in(city.frozen(), "balance_end") == 0);
  });
}

TEST_CASE(
    "行动方案 四(三): roll and clause of the term are published and take over from their day") {
  for (const auto& [effective, due] : {std::pair{zr::Date(2026, 10, 1), zr::Date(2026, 10, 12)},
                                       std::pair{zr::Date(2026, 10, 2), zr::Date(2026, 10, 10)}})
    on_both_engines([&](const zr::db::Url& url) {
      Quarterly city(url);
      city.calendar();
      city.terms(effective, "day_off", 3);
      REQUIRE(city.run("returns.open", json::Object{{"period", "2026Q3"}}, Who::regulator,
                       "2026-10-01T00:05:00.000000+08:00"));
      const auto asked = zr::duty::duty_of(city.tx, "returns.file", city.return_of(Who::first));
      CHECK(asked->due == due);
      CHECK(asked->clause == "示例条款");
    });
}

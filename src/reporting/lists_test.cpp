#include "reporting/test_quarter.h"

using namespace zr::test;  // NOLINT: a test of this namespace's small vocabulary
using zr::Date;
namespace json = zr::json;

TEST_CASE("X11: every figure opens into frozen rows that add up to it") {
  in_the_quarter([](OpenQuarter& city) {
    city.file();
    city.say({201, {2026, 9, 30}, 1});  // what is said later changes nothing
    for (const auto& [cell, value] : city.frozen()) {
      const auto opened = city.get("/returns/{id}/rows", opened_cell(city.of, cell), Who::first);
      if (!opened) continue;  // entered, or computed from other cells
      INFO(cell);
      std::int64_t sum = 0;
      for (const json::Value& row : *opened->find("rows")->list())
        sum += *row.find("amount")->integer();
      CHECK(sum == std::get<std::int64_t>(value));
    }
    const auto rows =
        city.get("/returns/{id}/rows", opened_cell(city.of, "balance_end"), Who::first);
    REQUIRE(rows);
    CHECK(number(rows->find("rows")->list()->at(0), "note_number") == R"("J201")");
    CHECK(number(rows->find("rows")->list()->at(0), "amount") == "60000000");
    // No row of the first bank carries a legal basis: the bureau gets the sum alone.
    const auto summed =
        city.get("/returns/{id}/rows", opened_cell(city.of, "balance_end"), Who::bureau);
    REQUIRE(summed);
    CHECK(json::write(*summed->find("rows")) == R"([{"kind":"not_shown","amount":110000000}])");
    CHECK(refused(city.get("/returns/{id}/rows", opened_cell(city.of, "balance_end"),
                           Who::second)) == "not_found");
    CHECK(refused(city.get("/returns/{id}/rows", opened_cell(city.of, "all_balance"),
                           Who::first)) == "no_such_figure");
  });
}

TEST_CASE("scope: a bank sees its own, authorities what is submitted, others nothing") {
  in_the_quarter([](OpenQuarter& city) {
    const auto rows = [&](std::int64_t reader) {
      const auto page = city.get("/returns", Quarterly::Parameters{}, reader);
      REQUIRE(page);
      return page->find("rows")->list()->size();
    };
    CHECK(rows(Who::first) == 1);
    CHECK(rows(Who::regulator) == 3);
    CHECK(rows(Who::bureau) == 3);
    CHECK(rows(Who::financial) == 0);
    CHECK(rows(Who::district) == 0);
    REQUIRE(city.run("returns.fill", filled(city.of, "ledger", zeros()), Who::first));
    REQUIRE(city.run("returns.prepare", id(city.of), Who::first));
    // Nothing of it is anybody else's before it is submitted.
    const auto before = city.get("/returns/{id}", one(city.of), Who::regulator);
    REQUIRE(before);
    CHECK(number(*before, "state") == R"("open")");
    CHECK(number(*before, "cells") == "[]");
    CHECK(refused(city.get("/returns/{id}", one(city.of), Who::second)) == "not_found");
    CHECK(refused(city.get("/returns/{id}", one(city.of), Who::financial)) == "not_found");
    city.file();
    const auto after = city.get("/returns/{id}", one(city.of), Who::regulator);
    REQUIRE(after);
    CHECK(number(*after, "state") == R"("submitted")");
    CHECK(number(*after, "cells").find(R"("cell":"balance_end")") != std::string::npos);
  });
}

TEST_CASE("代录: the bureau enters for a bank that has not begun, and does not sign for it") {
  in_the_quarter([](OpenQuarter& city) {
    city.of = city.return_of(Who::second);
    const auto blank = city.get("/returns/{id}", one(city.of), Who::bureau);
    REQUIRE(blank);
    CHECK(number(*blank, "actions") == R"(["fill"])");
    REQUIRE(city.run("returns.fill", filled(city.of, "nil"), Who::bureau));
    const auto prepared = city.run("returns.prepare", id(city.of), Who::bureau);
    REQUIRE(prepared);
    json::Value seen = id(city.of);
    seen.set("number", *prepared->find("number"));
    seen.set("digest", *prepared->find("digest"));
    CHECK(refused(city.run("returns.submit", seen, Who::bureau)) == "unconfirmed");
    const auto page = city.get("/returns/{id}", one(city.of), Who::second);
    REQUIRE(page);
    CHECK(number(*page->find("frozen"), "entered_by_name") == R"("示例市市场监管局")");
    // The bank confirms by its own submission.
    REQUIRE(city.run("returns.submit", seen, Who::second));
    const auto row = city.get("/returns", {{"organisation", "20"}}, Who::regulator);
    REQUIRE(row);
    CHECK(number(row->find("rows")->list()->at(0), "entered_by_name") == R"("示例市市场监管局")");
    // What a bank fills in by itself the bureau neither sees nor overwrites.
    city.of = city.return_of(Who::first);
    REQUIRE(city.run("returns.fill", filled(city.of, "ledger", zeros()), Who::first));
    CHECK(refused(city.run("returns.fill", filled(city.of, "form"), Who::bureau)) ==
          "filled_by_bank");
    CHECK(refused(city.run("returns.prepare", id(city.of), Who::bureau)) == "filled_by_bank");
    const auto unseen = city.get("/returns/{id}", one(city.of), Who::bureau);
    REQUIRE(unseen);
    CHECK(number(*unseen, "state") == R"("open")");
    CHECK(json::write(*unseen).find(R"("value")") == std::string::npos);
    CHECK(json::write(*unseen).find(R"("ledger":)") == std::string::npos);
  });
}

TEST_CASE("退回: a remark stands at its cell, and the return is a duty again") {
  in_the_quarter([](OpenQuarter& city) {
    city.file();
    json::Value decision = id(city.of);
    decision.set("number", 1);
    CHECK(refused(city.run("returns.send-back", decision, Who::regulator)) == "remark_missing");
    decision.set("remarks", json::Object{{"balance_end", "与台账不符"}});
    REQUIRE(city.run("returns.send-back", decision, Who::regulator));
    const auto page = city.get("/returns/{id}", one(city.of), Who::first);
    REQUIRE(page);
    CHECK(number(*page, "state") == R"("returned")");
    CHECK(json::write(*page).find(R"("remark":"与台账不符")") != std::string::npos);
    CHECK(zr::duty::duty_of(city.tx, "returns.file", city.of)->open());
    // It stands there while the bank corrects, until something comes in again.
    const auto remarked = [&](std::int64_t organisation) {
      const auto seen = city.get("/returns/{id}", one(city.of), organisation);
      return seen && json::write(*seen).find(R"("remark":"与台账不符")") != std::string::npos;
    };
    REQUIRE(city.run("returns.fill", filled(city.of, "ledger", zeros()), Who::first));
    CHECK(remarked(Who::first));
    REQUIRE(city.run("returns.prepare", id(city.of), Who::first));
    CHECK(remarked(Who::first));
    city.file();
    CHECK_FALSE(remarked(Who::first));
    CHECK_FALSE(remarked(Who::regulator));
    json::Value second = id(city.of);
    second.set("number", 3);
    REQUIRE(city.run("returns.accept", second, Who::regulator));
    CHECK(refused(city.run("returns.accept", second, Who::regulator)) == "nothing_submitted");
  });
}

TEST_CASE("V7: in time is judged by the day of receipt, also of an accepted return months later") {
  in_the_quarter([](OpenQuarter& city) {
    city.file();
    json::Value decision = id(city.of);
    decision.set("number", 1);
    REQUIRE(city.run("returns.accept", decision, Who::regulator));
    const auto page =
        city.get("/returns/{id}", one(city.of), Who::regulator, "2026-12-01T09:00:00.000000+08:00");
    REQUIRE(page);
    bool judged = false;
    for (const json::Value& finding : *page->find("findings")->list()) {
      if (*finding.find("rule")->text() != "V7") continue;
      judged = true;
      CHECK(*finding.find("verdict")->text() == "holds");
    }
    CHECK(judged);
  });
}

TEST_CASE("V7: a correction that nobody asked for leaves a return in time that came in time") {
  in_the_quarter([](OpenQuarter& city) {
    const auto verdict = [&](std::string_view at) {
      const auto page = city.get("/returns/{id}", one(city.of), Who::first, at);
      REQUIRE(page);
      for (const json::Value& finding : *page->find("findings")->list())
        if (*finding.find("rule")->text() == "V7") return *finding.find("verdict")->text();
      return std::string();
    };
    city.file();
    REQUIRE(city.run("returns.fill", filled(city.of, "ledger", zeros()), Who::first,
                     "2026-10-20T09:00:00.000000+08:00"));
    CHECK(verdict("2026-10-20T09:30:00.000000+08:00") == "holds");
    city.say({201, {2026, 9, 30}, 59 * wan});
    city.file("2026-10-20T10:00:00.000000+08:00");
    CHECK(verdict("2026-10-20T11:00:00.000000+08:00") == "holds");
    // Sent back it was no valid submission: what is then asked for comes when it comes.
    json::Value decision = id(city.of);
    decision.set("number", 2);
    decision.set("remark", "示例");
    REQUIRE(city.run("returns.send-back", decision, Who::regulator,
                     "2026-10-21T09:00:00.000000+08:00"));
    city.file("2026-10-22T10:00:00.000000+08:00");
    CHECK(verdict("2026-10-22T11:00:00.000000+08:00") == "broken");
  });
}

TEST_CASE("重报: a later version counts, keeps the one before and shows the difference") {
  in_the_quarter([](OpenQuarter& city) {
    city.file();
    city.say({201, {2026, 9, 30}, 59 * wan});
    city.file("2026-10-12T09:00:00.000000+08:00");
    const auto history = city.get("/returns/{id}/history", one(city.of), Who::first);
    REQUIRE(history);
    const json::List& rows = *history->find("rows")->list();
    REQUIRE(rows.size() == 2);
    CHECK(number(rows[0], "number") == "2");
    CHECK(number(rows[0], "changes")
              .find(R"({"cell":"balance_end","before":110000000,"after":109000000,)"
                    R"("difference":-1000000})") != std::string::npos);
    CHECK(number(rows[1], "stage") == R"("submitted")");
    // The first receipt decides whether the return came in time.
    const auto board = city.get("/returns/board", Quarterly::Parameters{{"period", "2026Q3"}},
                                Who::regulator, "2026-10-12T10:00:00.000000+08:00");
    REQUIRE(board);
    CHECK(number(*board, "on_time") == "1");
    CHECK(number(*board, "overdue") == "2");
    CHECK(number(*board, "by_ledger") == "1");
  });
}

TEST_CASE("a return is printed as it was frozen, by those who may see it") {
  in_the_quarter([](OpenQuarter& city) {
    const auto draft = city.file_of("/returns/{id}/print", one(city.of), Who::first);
    REQUIRE(draft);
    CHECK(draft->name.ends_with("_示例银行甲_2026Q3_draft.html"));
    CHECK(city.file_of("/returns/{id}/print", one(city.of), Who::regulator) == zr::not_found);
    city.file();
    const auto page = city.file_of("/returns/{id}/print", one(city.of), Who::regulator);
    REQUIRE(page);
    CHECK(page->bytes.find("示例银行甲") != std::string::npos);
    CHECK(page->bytes.find("110.00") != std::string::npos);  // wan yuan
    CHECK(page->shown == zr::api::Download::Shown::inside);
    const auto book = city.file_of("/returns/{id}/workbook", one(city.of), Who::regulator);
    REQUIRE(book);
    CHECK(book->name.ends_with("_示例银行甲_2026Q3_v1.xlsx"));
    CHECK(book->bytes.starts_with("PK"));
    CHECK(city.file_of("/returns/{id}/workbook", one(city.of), Who::second) == zr::not_found);
  });
}

#include "reporting/test_quarter.h"

using namespace zr::test;  // NOLINT: a test of this namespace's small vocabulary
using zr::Date;
using zr::Instant;
using zr::Money;
namespace duty = zr::duty;
namespace forms = zr::forms;
namespace json = zr::json;

namespace {

/// The version that was prepared, as its signatory names it.
json::Value named(const OpenQuarter& city, const zr::Result<json::Value>& prepared) {
  REQUIRE(prepared);
  json::Value body = id(city.of);
  body.set("number", *prepared->find("number"));
  body.set("digest", *prepared->find("digest"));
  return body;
}

json::Value on_paper(json::Value version, std::string_view received) {
  version.set("channel", "paper");
  version.set("received", std::string(received));
  return version;
}

json::Value decided(const OpenQuarter& city, std::int64_t number) {
  json::Value decision = id(city.of);
  decision.set("number", number);
  decision.set("remark", "与台账不符");
  return decision;
}

/// The board as the regulator sees it at that moment.
std::string board(OpenQuarter& city, std::string_view figure, std::string_view at) {
  const auto board = city.get("/returns/board", {{"period", "2026Q3"}}, Who::regulator, at);
  REQUIRE(board);
  return number(*board, figure);
}

constexpr std::string_view ninth = "2026-10-09T10:00:00.000000+08:00";
constexpr std::string_view eleventh = "2026-10-11T10:00:00.000000+08:00";

}  // namespace

TEST_CASE("代录: what the bureau entered is no submission of the bank's without its paper") {
  in_the_quarter([](OpenQuarter& city) {
    city.of = city.return_of(Who::second);
    REQUIRE(city.run("returns.fill", filled(city.of, "nil"), Who::bureau));
    const auto version = named(city, city.run("returns.prepare", id(city.of), Who::bureau));
    CHECK(refused(city.run("returns.record-outside", on_paper(version, ninth), Who::bureau)) ==
          "unconfirmed");
    // The bank tells by itself where it has sent its own.
    CHECK(city.run("returns.record-outside", on_paper(version, ninth), Who::second));
  });
}

TEST_CASE("线下报送: one verdict on one submission, by the time it was received outside") {
  in_the_quarter([](OpenQuarter& city) {
    REQUIRE(city.run("returns.fill", filled(city.of, "ledger", zeros()), Who::first));
    const auto version = named(city, city.run("returns.prepare", id(city.of), Who::first));
    const auto receipt =
        city.run("returns.record-outside", on_paper(version, ninth), Who::first, eleventh);
    REQUIRE(receipt);
    CHECK(number(*receipt, "timeliness") == R"("on_time")");
    const auto asked = duty::duty_of(city.tx, "returns.file", city.of);
    REQUIRE(asked);
    CHECK(asked->timeliness() == duty::Timeliness::on_time);
  });
}

TEST_CASE("退回: a return that was sent back is not filed until it comes in again") {
  in_the_quarter([](OpenQuarter& city) {
    city.file();
    CHECK(board(city, "on_time", ninth) == "1");
    CHECK(board(city, "open", ninth) == "2");
    REQUIRE(city.run("returns.send-back", decided(city, 1), Who::regulator));
    CHECK(board(city, "on_time", ninth) == "0");
    CHECK(board(city, "by_ledger", ninth) == "0");
    CHECK(board(city, "open", ninth) == "3");
    CHECK(board(city, "overdue", eleventh) == "3");
    // The day it first came in still judges it once it is in again.
    city.file(eleventh);
    CHECK(board(city, "on_time", eleventh) == "1");
    CHECK(board(city, "overdue", eleventh) == "2");
  });
}

TEST_CASE("退回: only the version that counts is decided upon") {
  in_the_quarter([](OpenQuarter& city) {
    city.file();
    city.file();
    CHECK(refused(city.run("returns.send-back", decided(city, 1), Who::regulator)) == "superseded");
    CHECK(refused(city.run("returns.accept", decided(city, 1), Who::regulator)) == "superseded");
    CHECK_FALSE(duty::duty_of(city.tx, "returns.file", city.of)->open());
    CHECK(city.run("returns.accept", decided(city, 2), Who::regulator));
  });
}

TEST_CASE("V1: what is entered has to reach as far as the balances rose") {
  in_the_quarter([](OpenQuarter& city) {
    city.note(205, {.enterprise = Who::maker,
                    .disbursed_on = {2024, 1, 5},
                    .secured_fen = zr::SecuredAmount{Money{9 * wan}},
                    .disbursed_fen = {Money{9 * wan}}});
    city.say({205, {2026, 9, 30}, 7 * wan});
    json::Object entered = zeros();
    entered[0].second = 7 * wan - 1;
    REQUIRE(city.run("returns.fill", filled(city.of, "ledger", entered), Who::first));
    CHECK(refused(city.run("returns.prepare", id(city.of), Who::first)) == "rise_unexplained");
    entered[3].second = 1;
    REQUIRE(city.run("returns.fill", filled(city.of, "ledger", entered), Who::first));
    CHECK(city.run("returns.prepare", id(city.of), Who::first));
  });
}

TEST_CASE("a figure that the ledger no longer gives stops the signature") {
  in_the_quarter([](OpenQuarter& city) {
    REQUIRE(city.run("returns.fill", filled(city.of, "ledger", zeros()), Who::first));
    const auto version = named(city, city.run("returns.prepare", id(city.of), Who::first));
    REQUIRE(forms::number_in(city.frozen(), "balance_unsecured_part"));
    // The same note again, now without the amount that is secured.
    city.like(202, [](StoredFacts& facts) { facts.secured_fen = {}; });
    city.say({202, {2026, 9, 30}, 50 * wan});
    const auto stopped = city.run("returns.submit", version, Who::first);
    REQUIRE(refused(stopped) == "ledger_moved");
    const auto& errors = stopped.problem().errors;
    CHECK(std::ranges::any_of(errors, [](const zr::FieldError& error) {
      return error.pointer == "/cells/balance_unsecured_part";
    }));
  });
}

TEST_CASE("代录: notes that state no legal basis do not reach the bureau through a return") {
  in_the_quarter([](OpenQuarter& city) {
    CHECK(refused(city.run("returns.fill", filled(city.of, "ledger", zeros()), Who::bureau)) ==
          "rows_not_seen");
    REQUIRE(city.run("returns.fill", filled(city.of, "form"), Who::bureau));
    const auto page = city.get("/returns/{id}", one(city.of), Who::bureau);
    REQUIRE(page);
    CHECK(json::write(*page).find(R"("ledger":)") == std::string::npos);
    CHECK(json::write(*page).find("J201") == std::string::npos);
  });
}

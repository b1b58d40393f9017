#include "reporting/city.h"

#include "reporting/filings.h"
#include "reporting/test_returns.h"

using namespace zr::test;       // NOLINT: a test of this namespace's small vocabulary
using namespace zr::reporting;  // NOLINT: likewise
using zr::Money;
namespace json = zr::json;

namespace {

json::Value id(std::int64_t of) {
  return json::Object{{"id", of}};
}

/// A bank's own table: so much outstanding, all of it by patents, nothing moved.
json::Object own_table(std::int64_t balance, std::int64_t households) {
  json::Object cells;
  for (const char* zero : {"disbursed_q",
                           "transferred_in_q",
                           "repaid_q",
                           "written_off_q",
                           "transferred_out_q",
                           "prior_correction_q",
                           "disbursed_ytd",
                           "loans_disbursed_ytd",
                           "households_disbursed_ytd",
                           "households_disbursed_q",
                           "balance_trademark",
                           "balance_copyright",
                           "balance_ic_layout",
                           "balance_gi",
                           "balance_mixed",
                           "balance_ip_plus",
                           "balance_unsecured_part",
                           "balance_special_mention",
                           "balance_substandard",
                           "balance_doubtful",
                           "balance_loss"})
    cells.emplace_back(zero, 0);
  for (const char* whole : {"balance_begin", "balance_end", "balance_patent", "balance_pure_ip"})
    cells.emplace_back(whole, balance);
  cells.emplace_back("loans_end", households);
  cells.emplace_back("households_end", households);
  return cells;
}

class City : public Quarterly {
 public:
  explicit City(const zr::db::Url& url) : Quarterly(url) {
    REQUIRE(run("returns.open", json::Object{{"period", "2026Q3"}}, Who::regulator,
                "2026-10-01T00:05:00.000000+08:00"));
    note(201, {.enterprise = Who::maker,
               .disbursed_on = {2026, 2, 1},
               .secured_fen = zr::SecuredAmount{Money{70'000}},
               .disbursed_fen = {Money{70'000}}});
    note(202, {.enterprise = Who::designer,
               .disbursed_on = {2026, 2, 1},
               .secured_fen = zr::SecuredAmount{Money{50'000}},
               .disbursed_fen = {Money{50'000}}});
    for (const zr::Date day : {zr::Date(2026, 6, 30), zr::Date(2026, 9, 30)}) {
      say({201, day, 70'000});
      say({202, day, 30'000});
    }
  }

  void file(std::int64_t bank, const char* source, json::Object cells) {
    json::Value body = id(return_of(bank));
    body.set("source", source);
    body.set("edition", "final");
    body.set("responsible", "示例负责人");
    body.set("phone", "0371-00000000");
    body.set("cells", std::move(cells));
    REQUIRE(run("returns.fill", body, bank));
    const auto prepared = run("returns.prepare", id(return_of(bank)), bank);
    REQUIRE(prepared);
    json::Value seen = id(return_of(bank));
    seen.set("number", *prepared->find("number"));
    seen.set("digest", *prepared->find("digest"));
    REQUIRE(run("returns.submit", seen, bank));
  }
  void file_by_ledger() {
    file(Who::first, "ledger",
         {{"transferred_in_q", 0},
          {"written_off_q", 0},
          {"transferred_out_q", 0},
          {"prior_correction_q", 0}});
  }

  json::Value figures(std::int64_t reader) {
    const auto answer = get("/figures/city", Quarterly::Parameters{{"period", "2026Q3"}}, reader);
    REQUIRE(answer);
    return *answer;
  }
  /// One line of the city's figures.
  json::Value line(std::int64_t reader, std::string_view cell) {
    const json::Value answer = figures(reader);
    for (const json::Value& each : *answer.find("cells")->list())
      if (*each.find("cell")->text() == cell) return each;
    return {};
  }
};

std::int64_t in(const json::Value& line, std::string_view name) {
  const json::Value* member = line.find(name);
  return member && member->integer() ? *member->integer() : -1;
}

void in_the_city(const std::function<void(City&)>& each) {
  on_both_engines([&](const zr::db::Url& url) {
    City city(url);
    each(city);
  });
}

}  // namespace

TEST_CASE("issue 2 (12): the city's figure is the sum of the banks, and says what rows back") {
  in_the_city([](City& city) {
    city.file_by_ledger();
    city.file(Who::second, "form", own_table(300'000, 4));
    city.file(Who::third, "nil", {});
    const json::Value figures = city.figures(Who::regulator);
    CHECK(in(figures, "filed") == 3);
    CHECK(in(figures, "by_ledger") == 1);
    CHECK(in(figures, "by_form") == 1);
    CHECK(in(figures, "nil") == 1);
    CHECK(figures.find("returns")->list()->size() == 3);
    const json::Value balance = city.line(Who::regulator, "balance_end");
    CHECK(in(balance, "value") == 400'000);
    CHECK(in(balance, "backed") == 100'000);
    CHECK(in(balance, "rest") == 300'000);
    CHECK(in(balance, "backed_ppm") == 250'000);
    CHECK(in(balance, "ledger") == 100'000);
    CHECK(in(balance, "difference") == 0);
    CHECK(in(balance, "organisations") == 2);
    CHECK(in(city.line(Who::regulator, "households_end"), "value") == 6);
    // A ratio is computed from the sums, not added.
    CHECK(in(city.line(Who::regulator, "npl_ratio_ppm"), "value") == 0);
    CHECK(city.figures(Who::bureau) == figures);
  });
}

TEST_CASE("issue 2 (12): what the ledger says today stands beside it, different note by note") {
  in_the_city([](City& city) {
    city.file_by_ledger();
    city.say({201, {2026, 9, 30}, 65'000});
    const json::Value balance = city.line(Who::regulator, "balance_end");
    CHECK(in(balance, "value") == 100'000);
    CHECK(in(balance, "ledger") == 95'000);
    CHECK(in(balance, "difference") == -5'000);
    const Quarterly::Parameters asked{{"period", "2026Q3"}, {"cell", "balance_end"}};
    const auto notes = city.get("/figures/city/differences", asked, Who::regulator);
    REQUIRE(notes);
    CHECK(json::write(*notes->find("rows")) ==
          R"([{"organisation":10,"name":"示例银行甲","note":201,"note_number":"J201",)"
          R"("frozen":70000,"ledger":65000,"difference":-5000}])");
    // Without a legal basis the bureau learns the difference, not whose loan it is.
    const auto summed = city.get("/figures/city/differences", asked, Who::bureau);
    REQUIRE(summed);
    CHECK(json::write(*summed->find("rows")) ==
          R"([{"organisation":10,"name":"示例银行甲",)"
          R"("frozen":70000,"ledger":65000,"difference":-5000}])");
    CHECK(city.get("/figures/city/differences", asked, Who::financial) == zr::not_found);
  });
}

TEST_CASE("control 18: who is no authority sees no line of one or two banks") {
  in_the_city([](City& city) {
    CHECK(city.get("/figures/city", Quarterly::Parameters{{"period", "2026Q3"}}, Who::first) ==
          zr::not_found);
    CHECK(city.get("/figures/city", Quarterly::Parameters{{"period", "2026Q2"}}, Who::regulator) ==
          zr::not_found);
    city.file_by_ledger();
    city.file(Who::second, "form", own_table(300'000, 4));
    const auto level = [&](std::int64_t reader, std::string_view cell) {
      return *city.line(reader, cell).find("level")->text();
    };
    CHECK(level(Who::financial, "balance_end") == "withheld");
    city.file(Who::third, "form", own_table(200'000, 3));
    CHECK(level(Who::financial, "balance_end") == "city");
    CHECK(in(city.line(Who::financial, "balance_end"), "value") == 600'000);
    CHECK(in(city.line(Who::financial, "balance_end"), "backed") == -1);
    CHECK(city.figures(Who::financial).find("returns")->list()->empty());
    // Only one bank has drawn this year.
    CHECK(level(Who::financial, "disbursed_ytd") == "withheld");
    // The district has one bank's rows alone, so its bureau sees the city.
    CHECK(level(Who::district, "balance_end") == "city");
    CHECK(in(city.line(Who::district, "balance_end"), "value") == 600'000);
    CHECK(level(Who::district, "disbursed_ytd") == "withheld");
  });
}

TEST_CASE("control 18: the threshold is published and takes over from its own day") {
  for (const auto& [effective, shown] :
       {std::pair{zr::Date(2026, 9, 30), "withheld"}, std::pair{zr::Date(2026, 10, 1), "city"}})
    on_both_engines([&](const zr::db::Url& url) {
      City city(url);
      city.terms(effective, "none", 4);
      city.file_by_ledger();
      city.file(Who::second, "form", own_table(300'000, 4));
      city.file(Who::third, "form", own_table(200'000, 3));
      CHECK(*city.line(Who::financial, "balance_end").find("level")->text() == shown);
    });
}

TEST_CASE("V1: what a bank wrote off names no district, so no district says what was repaid") {
  in_the_city([](City& city) {
    city.say({201, {2026, 9, 30}, 60'000});
    city.file(Who::first, "ledger",
              {{"transferred_in_q", 0},
               {"written_off_q", 10'000},
               {"transferred_out_q", 0},
               {"prior_correction_q", 0}});
    const auto round = return_round(city.tx, {2026, 3});
    REQUIRE(round);
    const auto steps = contributions(city.tx, *round, "410105");
    REQUIRE(steps.size() == 1);
    CHECK(zr::forms::number_in(steps[0].cells, "balance_end") == 60'000);
    CHECK_FALSE(zr::forms::number_in(steps[0].cells, "repaid_q"));
    const auto whole = contributions(city.tx, *round, std::nullopt);
    CHECK(zr::forms::number_in(whole.at(0).cells, "repaid_q") == 0);
  });
}

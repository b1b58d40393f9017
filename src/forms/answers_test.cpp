/// One return on its way: sent out, filled in, frozen, submitted, accepted or sent back.
#include "forms/test_forms.h"

namespace {

using namespace zr;
using forms::Cells;
using test::FormsCity;

const Date in_time(2026, 7, 10);
const Date too_late(2026, 7, 11);

/// The second quarter's cells that can be typed; formulas are computed.
json::Any typed_cells(const forms::Form& form) {
  json::Object cells;
  for (const auto& [id, value] : forms::fixture::second_quarter(form).cells)
    if (forms::origin_of(*form.cell(id)) != forms::CellOrigin::formula)
      cells.emplace_back(id, *std::get_if<std::int64_t>(&value));
  return {json::Value(std::move(cells))};
}

/// A bank that keeps its own table fills it in as a whole.
forms::FillAnswer own_table(std::int64_t answer) {
  return {.id = answer,
          .cover = {.source = forms::Source::form,
                    .responsible = "示例负责人",
                    .phone = "0371-00000000"},
          .cells = typed_cells(forms::fixture::return_form())};
}

/// Filled in and frozen by the bank's clerk.
forms::Prepared prepared(FormsCity& city, std::int64_t answer, const forms::Given& given = {}) {
  auto filling = city.of_clerk(in_time);
  REQUIRE(forms::fill(filling, own_table(answer), given.enterable));
  auto freezing = city.of_clerk(in_time);
  const auto done = forms::prepare(freezing, {.id = answer}, given);
  if (!done)
    for (const auto& error : done.problem().errors) MESSAGE(error.zh);
  REQUIRE(done);
  return *done;
}

forms::Receipt submitted(FormsCity& city, const forms::Prepared& version, Date day = in_time) {
  auto in = city.of_clerk(day);
  const auto done =
      forms::submit(in, {.id = version.id, .number = version.number, .digest = version.digest});
  REQUIRE(done);
  return *done;
}

/// The first fault's place, or "" where it was done.
template <class T>
std::string fault(const Result<T>& result) {
  return result ? std::string() : result.problem().errors.at(0).pointer;
}

}  // namespace

TEST_CASE("a form is sent out once a period, with an answer and a duty for each organisation") {
  test::on_both_engines([](const db::Url& url) {
    FormsCity city(url);
    const forms::Round round = city.open({2026, 2});
    CHECK(round.period_end == Date(2026, 6, 30));
    CHECK(round.due == Date(2026, 7, 10));
    const auto asked = duty::duty_of(city.tx, "returns.file", city.answer(round));
    REQUIRE(asked);
    CHECK(asked->open());
    CHECK(asked->organisation == test::bank);
    CHECK(forms::round_of(city.tx, "quarterly_return", "2026Q2")->id == round.id);
    auto in = city.of_regulator({2026, 6, 30});
    forms::RoundOpening again{.form = "quarterly_return",
                              .period = "2026Q2",
                              .organisations = {test::bank},
                              .duty = "returns.file",
                              .right = "returns.prepare",
                              .term = {.from = Date(2026, 6, 30), .amount = 10},
                              .clause = "示例"};
    CHECK(forms::open_round(in, again) == forms::round_open);
    again.period = "2026Q9";
    CHECK(forms::open_round(in, again) == forms::no_such_period);
    again.period = "2026Q3";
    again.organisations = {};
    CHECK(forms::open_round(in, again) == forms::nobody_asked);
    again.organisations = {test::bank, 99};
    CHECK(fault(forms::open_round(in, again)) == "/organisations");
  });
}

TEST_CASE("another bank's answer is not found, whatever is done to it") {
  test::on_both_engines([](const db::Url& url) {
    FormsCity city(url);
    const std::int64_t foreign = city.answer(city.open({2026, 2}), test::other_bank);
    auto in = city.of_clerk(in_time);
    CHECK_FALSE(forms::answer(city.tx, in.scope, foreign));
    CHECK(forms::fill(in, own_table(foreign), {}) == not_found);
    CHECK(forms::prepare(in, {.id = foreign}, {}) == not_found);
    CHECK(forms::submit(in, {.id = foreign, .number = 1, .digest = "0"}) == not_found);
    CHECK(forms::answer(city.tx, city.of_regulator(in_time).scope, foreign));
  });
}

TEST_CASE("what is typed is checked against the form, every fault at its place") {
  test::on_both_engines([](const db::Url& url) {
    FormsCity city(url);
    const std::int64_t answer = city.answer(city.open({2026, 2}));
    forms::FillAnswer input{.id = answer, .cover = {.source = forms::Source::ledger}};
    const auto refused = [&](std::string_view cells) {
      input.cells = json::Any{*json::parse(cells)};
      auto in = city.of_clerk(in_time);
      const auto done = forms::fill(in, input, {"written_off_q"});
      return done ? std::string("done")
                  : done.problem().errors.at(0).pointer + " " + done.problem().errors.at(0).code;
    };
    CHECK(refused(R"({"all_balance":100,"written_off_q":0})") == "done");
    CHECK(refused(R"({"balance_end":100})") == "/cells/balance_end not_entered");
    CHECK(refused(R"({"npl_balance":100})") == "/cells/npl_balance not_entered");
    CHECK(refused(R"({"nothing":100})") == "/cells/nothing no_such_cell");
    for (const std::string_view wrong :
         {"-1", "0.001", "9007199254740992", "1e3", "\"100\"", "true"})
      CHECK(refused("{\"all_balance\":" + std::string(wrong) + "}") ==
            "/cells/all_balance wrong_value");
    CHECK(refused(R"({"all_balance":9007199254740991})") == "done");
    CHECK(refused("[]") == "/cells type");
    input.cells.reset();
    auto in = city.of_clerk(in_time);
    input.reasons = json::Any{*json::parse(R"({"V99":"示例"})")};
    CHECK(fault(forms::fill(in, input, {})) == "/reasons/V99");
  });
}

TEST_CASE("a version is frozen with its digest, and only a sound one") {
  test::on_both_engines([](const db::Url& url) {
    FormsCity city(url);
    const std::int64_t answer = city.answer(city.open({2026, 2}));
    auto early = city.of_clerk(in_time);
    CHECK(forms::prepare(early, {.id = answer}, {}) == forms::no_draft);
    const forms::Prepared one = prepared(city, answer, {.known_at = 40});
    CHECK(one.number == 1);
    CHECK(one.known_at == 40);
    const auto kept = forms::frozen_version(city.tx, answer);
    REQUIRE(kept);
    CHECK(kept->digest == one.digest);
    CHECK(forms::number_in(forms::cells_of(kept->cells.value), "npl_ratio_ppm") == 5000);
    CHECK(kept->cover.responsible == "示例负责人");

    // One fen more at the end: the balance does not roll forward.
    auto filling = city.of_clerk(in_time);
    REQUIRE(forms::fill(filling,
                        {.id = answer,
                         .cover = {.source = forms::Source::form},
                         .cells = json::Any{*json::parse(R"({"balance_end":12000001})")}},
                        {}));
    auto freezing = city.of_clerk(in_time);
    const auto refused = forms::prepare(freezing, {.id = answer}, {});
    CHECK(refused == forms::checks_failed);
    CHECK(fault(refused) == "/rules/V1");
  });
}

TEST_CASE("a rule to be justified and a warning wait for their reasons") {
  test::on_both_engines([](const db::Url& url) {
    FormsCity city(url);
    const std::int64_t answer = city.answer(city.open({2026, 2}));
    auto filling = city.of_clerk(in_time);
    forms::FillAnswer input = own_table(answer);
    input.cells->value.set("plan_used", 11'000'000);
    input.cells->value.set("whitelist_contacted", 11);
    REQUIRE(forms::fill(filling, input, {}));
    auto freezing = city.of_clerk(in_time);
    const auto refused = forms::prepare(freezing, {.id = answer}, {});
    CHECK(refused == forms::reasons_missing);
    REQUIRE(refused.problem().errors.size() == 2);
    CHECK(refused.problem().errors[0].pointer == "/reasons/V13");
    CHECK(refused.problem().errors[1].pointer == "/reasons/V15");
    auto explaining = city.of_clerk(in_time);
    REQUIRE(
        forms::fill(explaining,
                    {.id = answer,
                     .cover = input.cover,
                     .reasons = json::Any{*json::parse(R"({"V13":"追加计划","V15":"上年推送"})")}},
                    {}));
    auto again = city.of_clerk(in_time);
    CHECK(forms::prepare(again, {.id = answer}, {}));
  });
}

TEST_CASE("the last day counts as a whole, the next is late, and the duty is closed") {
  test::on_both_engines([](const db::Url& url) {
    FormsCity city(url);
    const forms::Round round = city.open({2026, 2});
    const forms::Receipt receipt = submitted(city, prepared(city, city.answer(round)));
    CHECK(receipt.due == Date(2026, 7, 10));
    CHECK(receipt.timeliness == duty::Timeliness::on_time);
    CHECK(receipt.receipt == city.sequence());
    CHECK_FALSE(duty::duty_of(city.tx, "returns.file", receipt.id)->open());
    const auto other = [&] {
      auto filling = city.at(in_time, test::clerk, test::other_bank);
      const std::int64_t answer = city.answer(round, test::other_bank);
      REQUIRE(forms::fill(filling, own_table(answer), {}));
      auto freezing = city.at(too_late, test::clerk, test::other_bank);
      const auto version = forms::prepare(freezing, {.id = answer}, {});
      REQUIRE(version);
      auto sending = city.at(too_late, test::clerk, test::other_bank);
      return forms::submit(sending, {.id = answer, .number = 1, .digest = version->digest});
    }();
    REQUIRE(other);
    CHECK(other->timeliness == duty::Timeliness::late);
  });
}

TEST_CASE("only the latest version is submitted, and only the one that was seen") {
  test::on_both_engines([](const db::Url& url) {
    FormsCity city(url);
    const std::int64_t answer = city.answer(city.open({2026, 2}));
    auto in = city.of_clerk(in_time);
    CHECK(forms::submit(in, {.id = answer, .number = 1, .digest = "0"}) == forms::nothing_prepared);
    const forms::Prepared one = prepared(city, answer);
    const forms::Prepared two = prepared(city, answer);
    CHECK(two.number == 2);
    CHECK(two.digest != one.digest);
    CHECK(forms::submit(in, {.id = answer, .number = 1, .digest = one.digest}) ==
          forms::version_changed);
    CHECK(forms::submit(in, {.id = answer, .number = 2, .digest = one.digest}) ==
          forms::version_changed);
    submitted(city, two);
    CHECK(forms::submit(in, {.id = answer, .number = 2, .digest = two.digest}) ==
          forms::nothing_prepared);
  });
}

TEST_CASE("sent back with remarks the answer is a duty again; accepted, nothing more is decided") {
  test::on_both_engines([](const db::Url& url) {
    FormsCity city(url);
    const std::int64_t answer = city.answer(city.open({2026, 2}));
    const forms::Prepared one = prepared(city, answer);
    auto in = city.of_regulator({2026, 7, 20});
    CHECK(forms::accept(in, {.id = answer, .number = 1}) == forms::nothing_submitted);
    CHECK(forms::accept(in, {.id = answer, .number = 2}) == not_found);
    submitted(city, one);
    CHECK(forms::send_back(in, {.id = answer, .number = 1}) == forms::remark_missing);
    CHECK(fault(forms::send_back(in,
                                 {.id = answer,
                                  .number = 1,
                                  .remarks = json::Any{*json::parse(R"({"nothing":"示例"})")}})) ==
          "/remarks/nothing");
    CHECK(forms::standing_versions(city.tx, in.scope, 1).empty());
    const auto round = forms::round_of(city.tx, "quarterly_return", "2026Q2")->id;
    CHECK(forms::standing_versions(city.tx, in.scope, round).size() == 1);
    auto returning = city.of_regulator({2026, 7, 20});
    REQUIRE(forms::send_back(returning,
                             {.id = answer,
                              .number = 1,
                              .remarks = json::Any{*json::parse(R"({"balance_end":"示例"})")}}));
    CHECK(forms::standing_versions(city.tx, in.scope, round).empty());
    CHECK(forms::standing_versions(city.tx, in.scope, round, returning.sequence - 1).size() == 1);
    const auto asked = duty::duty_of(city.tx, "returns.file", answer);
    CHECK(asked->open());
    CHECK(asked->due == Date(2026, 7, 20));

    const forms::Prepared two = prepared(city, answer);
    CHECK(submitted(city, two, {2026, 7, 20}).timeliness == duty::Timeliness::on_time);
    auto accepting = city.of_regulator({2026, 7, 21});
    REQUIRE(forms::accept(accepting, {.id = answer, .number = 2}));
    CHECK(forms::accept(accepting, {.id = answer, .number = 2}) == forms::nothing_submitted);
    const auto counted = forms::standing_versions(city.tx, in.scope, round);
    REQUIRE(counted.size() == 1);
    CHECK(counted[0].version.number == 2);
    CHECK(counted[0].stage == forms::Stage::accepted);

    // A correction that nobody asked for has no due date; until it is submitted the old one counts.
    const forms::Prepared three = prepared(city, answer);
    CHECK(forms::standing_versions(city.tx, in.scope, round)[0].version.number == 2);
    CHECK_FALSE(submitted(city, three, {2026, 8, 1}).due);
    CHECK(forms::standing_versions(city.tx, in.scope, round)[0].version.number == 3);
  });
}

TEST_CASE("rules look at the submitted version of the period before, and nothing older") {
  test::on_both_engines([](const db::Url& url) {
    FormsCity city(url);
    const std::int64_t before = city.answer(city.open({2026, 2}));
    const std::int64_t now = city.answer(city.open({2026, 3}));
    const auto opening_rule = [&] {
      auto in = city.of_clerk(in_time);
      REQUIRE(forms::fill(in, own_table(now), {}));
      const auto tried = forms::trial(city.tx, *forms::answer(city.tx, in.scope, now), {}, in_time);
      REQUIRE(tried);
      for (const forms::Finding& each : tried->findings)
        if (each.rule == "V1b") return each.verdict;
      throw std::logic_error("no V1b");
    };
    CHECK(opening_rule() == forms::Verdict::not_applicable);
    const forms::Prepared version = prepared(city, before);
    CHECK(opening_rule() == forms::Verdict::not_applicable);
    submitted(city, version);
    CHECK(opening_rule() == forms::Verdict::broken);  // 1200 at the end, 1000 at the beginning
  });
}

TEST_CASE("a nil return is two clicks: every figure is 0 and every mandatory rule holds") {
  test::on_both_engines([](const db::Url& url) {
    FormsCity city(url);
    const std::int64_t answer = city.answer(city.open({2026, 2}));
    auto choosing = city.of_clerk(in_time);
    REQUIRE(forms::fill(choosing, {.id = answer, .cover = {.source = forms::Source::nil}}, {}));
    auto freezing = city.of_clerk(in_time);
    const auto done = forms::prepare(freezing, {.id = answer}, {});
    REQUIRE(done);
    const Cells cells = forms::cells_of(forms::frozen_version(city.tx, answer)->cells.value);
    CHECK(forms::number_in(cells, "balance_end") == 0);
    CHECK(forms::number_in(cells, "households_end") == 0);
    CHECK(forms::number_in(cells, "npl_balance") == 0);
    CHECK_FALSE(forms::number_in(cells, "npl_ratio_ppm"));
    CHECK_FALSE(forms::number_in(cells, "all_balance"));
  });
}

TEST_CASE("with source ledger the owner's figures are taken, and what he cannot give is typed") {
  test::on_both_engines([](const db::Url& url) {
    FormsCity city(url);
    const std::int64_t answer = city.answer(city.open({2026, 2}));
    const forms::Form form = forms::fixture::return_form();
    forms::Given given{.figures = forms::fixture::second_quarter(form).cells,
                       .ledger = forms::fixture::second_quarter(form).cells,
                       .enterable = {"written_off_q"},
                       .known_at = 9};
    given.figures.erase("written_off_q");
    auto filling = city.of_clerk(in_time);
    forms::FillAnswer input{.id = answer, .cover = {.source = forms::Source::ledger}};
    REQUIRE(forms::fill(filling, input, given.enterable));
    auto freezing = city.of_clerk(in_time);
    // 0 must be said: what nobody entered is missing, not 0.
    CHECK(fault(forms::prepare(freezing, {.id = answer}, given)) == "/rules/V1");
    input.cells = json::Any{*json::parse(R"({"written_off_q":0})")};
    auto again = city.of_clerk(in_time);
    REQUIRE(forms::fill(again, input, given.enterable));
    auto last = city.of_clerk(in_time);
    REQUIRE(forms::prepare(last, {.id = answer}, given));
    const auto kept = forms::frozen_version(city.tx, answer);
    CHECK(kept->ledger);
    CHECK(forms::number_in(forms::cells_of(kept->cells.value), "balance_end") == 12'000'000);
  });
}

TEST_CASE("entered on behalf, a return is the bank's own to submit") {
  test::on_both_engines([](const db::Url& url) {
    FormsCity city(url);
    const std::int64_t answer = city.answer(city.open({2026, 2}));
    auto filling = city.of_regulator(in_time);
    REQUIRE(forms::fill(filling, own_table(answer), {}));
    auto freezing = city.of_regulator(in_time);
    const auto version = forms::prepare(freezing, {.id = answer}, {});
    REQUIRE(version);
    CHECK(forms::frozen_version(city.tx, answer)->entered_by == test::regulator);
    const forms::SubmitAnswer sending{.id = answer, .number = 1, .digest = version->digest};
    auto signing = city.of_regulator(in_time);
    CHECK(forms::submit(signing, sending) == forms::unconfirmed);
    auto own = city.of_clerk(in_time);
    CHECK(forms::submit(own, sending));
  });
}

TEST_CASE("a submission made outside counts from the time stated, which lies behind") {
  test::on_both_engines([](const db::Url& url) {
    FormsCity city(url);
    const std::int64_t answer = city.answer(city.open({2026, 2}));
    const forms::Prepared version = prepared(city, answer);
    auto in = city.of_regulator({2026, 7, 15});
    forms::RecordOutside outside{.id = answer,
                                 .number = 1,
                                 .digest = version.digest,
                                 .channel = forms::Channel::regulator_system,
                                 .received = in.received + std::chrono::seconds(1),
                                 .receipt = "示例回执001"};
    CHECK(fault(forms::record_outside(in, outside)) == "/received");
    outside.received = Instant::start_of({2026, 7, 10});
    const auto receipt = forms::record_outside(in, outside);
    REQUIRE(receipt);
    CHECK(receipt->timeliness == duty::Timeliness::on_time);
    CHECK(receipt->received.date() == Date(2026, 7, 10));
  });
}

TEST_CASE("a version seen too long ago is refused as stale") {
  test::on_both_engines([](const db::Url& url) {
    FormsCity city(url);
    const std::int64_t answer = city.answer(city.open({2026, 2}));
    const forms::Prepared version = prepared(city, answer);
    auto in = city.of_clerk(in_time);
    in.expected_version = version.version - 1;
    CHECK(forms::prepare(in, {.id = answer}, {}) == journal::version_stale);
    in.expected_version = version.version;
    CHECK(forms::prepare(in, {.id = answer}, {}));
  });
}

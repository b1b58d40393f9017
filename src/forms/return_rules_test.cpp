/// Every rule of data/return_rules.csv on both sides of its boundary, named by its id.
#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <set>

#include "forms/return_fixture.h"

using namespace zr::forms;  // NOLINT: a test of this namespace's small vocabulary
using fixture::Situation;
using zr::Date;

namespace {

using Edit = std::function<void(Situation&)>;

struct Side {
  Verdict expected;
  Edit edit;
};

constexpr std::int64_t u = fixture::unit;

void set(Cells& cells, std::string_view id, std::int64_t value) {
  cells.insert_or_assign(std::string(id), zr::json::Scalar(value));
}

Side holds(Edit edit) {
  return {Verdict::holds, std::move(edit)};
}
Side broken(Edit edit) {
  return {Verdict::broken, std::move(edit)};
}
Side skipped(Edit edit) {
  return {Verdict::not_applicable, std::move(edit)};
}
void nothing(Situation&) {}
/// Puts values into cells of the return.
Edit put(std::vector<std::pair<std::string_view, std::int64_t>> values) {
  return [values = std::move(values)](Situation& in) {
    for (const auto& [id, value] : values) in.put(id, value);
  };
}
Edit clear(std::string_view id) {
  return [id](Situation& in) { in.clear(id); };
}
Edit before(std::string_view id, std::int64_t value) {
  return [id, value](Situation& in) { set(in.previous, id, value); };
}
Edit by_ledger(std::string_view id, std::int64_t value) {
  return [id, value](Situation& in) { set(in.ledger, id, value); };
}
Edit in_quarter(int quarter, const Edit& edit) {
  return [quarter, edit](Situation& in) {
    in.submission.quarter = quarter;
    edit(in);
  };
}
Edit own_file(const Edit& edit) {
  return [edit](Situation& in) {
    in.submission.way = Submission::Way::own_file;
    edit(in);
  };
}
Edit resubmitted(std::int64_t version, std::int64_t previous) {
  return [version, previous](Situation& in) {
    in.submission.version = version;
    in.submission.previous_version = previous;
  };
}
void without_previous(Situation& in) {
  in.has_previous = false;
}
void without_ledger(Situation& in) {
  in.has_ledger = false;
}

const std::map<std::string, std::vector<Side>, std::less<>>& sides_of_balances() {
  static const std::map<std::string, std::vector<Side>, std::less<>> sides{
      {"V1",
       {holds(put({{"prior_correction_q", -5}, {"balance_end", 1200 * u - 5}})),
        broken(put({{"balance_end", 1200 * u + 1}})), broken(put({{"balance_end", 1200 * u - 1}})),
        broken(clear("written_off_q"))}},
      {"V1b",
       {holds(nothing), broken(put({{"balance_begin", 1000 * u + 1}})),
        broken(before("balance_end", 1000 * u + 1)), skipped(without_previous),
        skipped(clear("balance_begin"))}},
      {"V2",
       {holds(nothing), broken(put({{"balance_gi", 1}})), holds(clear("balance_gi")),
        broken(clear("balance_patent"))}},
      {"V2b",
       {holds(nothing), broken(put({{"balance_ip_plus", 150 * u - 1}})),
        broken(clear("balance_unsecured_part"))}},
      {"V3",
       {holds(before("disbursed_ytd", 900 * u)), broken(before("disbursed_ytd", 900 * u + 1)),
        skipped(in_quarter(1, before("disbursed_ytd", 900 * u + 1))), skipped(without_previous)}},
      {"V3b",
       {holds(nothing), broken(put({{"disbursed_ytd", 900 * u + 1}})),
        skipped(in_quarter(1, put({{"disbursed_ytd", 1}})))}},
      {"V3c",
       {holds(in_quarter(1, put({{"disbursed_ytd", 500 * u}}))),
        broken(in_quarter(1, put({{"disbursed_ytd", 500 * u + 1}}))), skipped(nothing)}},
      {"V5",
       {holds(nothing), broken(put({{"npl_balance", 6 * u + 1}})),
        broken(put({{"balance_loss", 1}}))}},
      {"V11",
       {holds(put({{"balance_special_mention", 1194 * u}})),
        broken(put({{"balance_special_mention", 1194 * u + 1}})),
        holds(clear("balance_special_mention"))}},
      {"V13",
       {holds(put({{"plan_used", 1000 * u}})), broken(put({{"plan_used", 1000 * u + 1}})),
        skipped(clear("plan_amount"))}},
      {"V16",
       {holds(put({{"balance_insured", 1200 * u}})),
        broken(put({{"balance_insured", 1200 * u + 1}}))}},
      {"V16b",
       {holds(put({{"balance_guaranteed", 1200 * u}})),
        broken(put({{"balance_guaranteed", 1200 * u + 1}}))}},
      {"V17",
       {holds(put({{"balance_small_micro", 1200 * u}})),
        broken(put({{"balance_small_micro", 1200 * u + 1}}))}},
  };
  return sides;
}

const std::map<std::string, std::vector<Side>, std::less<>>& sides_of_counts() {
  static const std::map<std::string, std::vector<Side>, std::less<>> sides{
      {"V4", {holds(put({{"households_end", 3}})), broken(put({{"households_end", 4}}))}},
      {"V4b",
       {holds(put({{"households_disbursed_ytd", 4}})),
        broken(put({{"households_disbursed_ytd", 5}}))}},
      {"V10",
       {holds(before("households_disbursed_ytd", 3)), broken(before("households_disbursed_ytd", 4)),
        skipped(in_quarter(1, before("households_disbursed_ytd", 4)))}},
      {"V10b", {holds(nothing), broken(put({{"households_disbursed_ytd", 4}}))}},
      {"V14",
       {holds(put({{"households_first_time", 3}})), broken(put({{"households_first_time", 4}}))}},
      {"V15",
       {holds(put({{"whitelist_contacted", 10}})), broken(put({{"whitelist_contacted", 11}}))}},
      {"V15b", {holds(put({{"whitelist_granted", 5}})), broken(put({{"whitelist_granted", 6}}))}},
      {"V20", {holds(put({{"rights_pledged_q", 2}})), broken(put({{"rights_pledged_q", 1}}))}},
  };
  return sides;
}

const std::map<std::string, std::vector<Side>, std::less<>>& sides_of_ratios() {
  static const std::map<std::string, std::vector<Side>, std::less<>> sides{
      {"V6",
       {holds(nothing), broken(put({{"npl_ratio_ppm", 5001}})),
        // 1,000,000 / 16 and 3,000,000 / 16 lie half way: half even rounds down, then up.
        holds(put({{"balance_end", 16'000'000}, {"npl_balance", 1 * 8}, {"npl_ratio_ppm", 0}})),
        holds(put({{"balance_end", 16'000'000}, {"npl_balance", 3 * 8}, {"npl_ratio_ppm", 2}})),
        broken(put({{"balance_end", 16'000'000}, {"npl_balance", 1 * 8}, {"npl_ratio_ppm", 1}})),
        broken(clear("npl_ratio_ppm")), broken(clear("balance_end")),
        skipped(put({{"balance_end", 0}}))}},
      {"V6b",
       {holds([](Situation& in) {
          in.put("balance_end", 0);
          in.clear("npl_ratio_ppm");
        }),
        broken(put({{"balance_end", 0}, {"npl_ratio_ppm", 0}})), skipped(put({{"balance_end", 1}})),
        broken(clear("balance_end"))}},
      {"V12",
       {holds(put({{"npl_balance", 48 * u}})), broken(put({{"npl_balance", 48 * u + 1}})),
        skipped(put({{"all_balance", 0}})), skipped(clear("all_npl_balance"))}},
      {"V18",
       {holds(nothing), broken(put({{"overall_npl_ratio_ppm", 10'001}})),
        skipped(put({{"all_balance", 0}}))}},
  };
  return sides;
}

const std::map<std::string, std::vector<Side>, std::less<>>& sides_of_sending() {
  static const std::map<std::string, std::vector<Side>, std::less<>> sides{
      {"V7",
       {holds(nothing), broken([](Situation& in) {
          in.submission.submitted_on = {2026, 7, 11};
        }),
        broken([](Situation& in) { in.submission.submitted_on.reset(); })}},
      {"V8", {skipped(nothing), holds(resubmitted(2, 1)), broken(resubmitted(3, 1))}},
      {"V9",
       {skipped(put({{"balance_gi", 1}})), holds(own_file(nothing)),
        broken(own_file(put({{"balance_gi", u + 1}}))),
        holds(own_file(put({{"prior_correction_q", -u}})))}},
      {"V9b",
       {holds(put({{"balance_gi", 0}, {"prior_correction_q", -1}})),
        broken(put({{"balance_gi", -1}})), broken(put({{"loans_end", -1}})),
        holds(clear("loans_end"))}},
      {"V19",
       {holds(nothing), broken(by_ledger("balance_end", 1200 * u - 1)), skipped(without_ledger)}},
      {"V19b",
       {holds(nothing), broken(by_ledger("disbursed_q", 500 * u + 1)), skipped(without_ledger)}},
  };
  return sides;
}

std::map<std::string, std::vector<Side>, std::less<>> all_sides() {
  auto all = sides_of_balances();
  for (const auto* more : {&sides_of_counts(), &sides_of_ratios(), &sides_of_sending()})
    all.insert(more->begin(), more->end());
  return all;
}

Finding finding(const Form& form, const Situation& situation, std::string_view rule) {
  for (Finding& each : judge(form, situation.evidence()))
    if (each.rule == rule) return each;
  throw std::logic_error("no such rule");
}

}  // namespace

TEST_CASE("every rule of the return holds and breaks at its boundary") {
  const Form form = fixture::return_form();
  const auto sides = all_sides();
  for (const FormRule& rule : form.rules()) {
    CAPTURE(rule.id);
    REQUIRE(sides.contains(rule.id));
    std::set<Verdict> seen;
    std::size_t nth = 0;
    for (const Side& side : sides.at(rule.id)) {
      Situation situation = fixture::second_quarter(form);
      side.edit(situation);
      const Finding found = finding(form, situation, rule.id);
      CAPTURE(nth++);
      CAPTURE(found.zh);
      CHECK(found.verdict == side.expected);
      seen.insert(found.verdict);
    }
    CHECK(seen.contains(Verdict::holds));
    CHECK(seen.contains(Verdict::broken));
  }
  CHECK(sides.size() == form.rules().size());
}

TEST_CASE("a sound return breaks no rule") {
  const Form form = fixture::return_form();
  for (const Finding& each : judge(form, fixture::second_quarter(form).evidence())) {
    CAPTURE(each.rule);
    CAPTURE(each.zh);
    CHECK(each.verdict != Verdict::broken);
  }
}

TEST_CASE("V1: the sentence names what should hold, both sides and the fen between them") {
  const Form form = fixture::return_form();
  Situation situation = fixture::second_quarter(form);
  situation.put("balance_end", 1200 * u + 1);
  const Finding found = finding(form, situation, "V1");
  CHECK(found.left == "12000001");
  CHECK(found.right == "12000000");
  CHECK(found.zh ==
        "期末贷款余额应等于期初贷款余额＋本季发放＋本季转入(追加知识产权质押)"
        "－本季收回－本季核销－本季转"
        "出＋以前各期更正净额。现前者为120000.01元，后者为120000.00元，相差0.01元，请核对。");
  CHECK(found.en.starts_with("Balance at the end of the quarter must equal Balance at the start"));
  CHECK(
      found.en.ends_with("now 120000.01 yuan against 120000.00 yuan, 0.01 yuan apart. Check "
                         "these cells."));
  situation.clear("written_off_q");
  const Finding lacking = finding(form, situation, "V1");
  CHECK(lacking.missing == std::vector<std::string>{"written_off_q"});
  CHECK(lacking.zh == "缺少本季核销，无法校验；没有发生的请填0。");
}

TEST_CASE("V7, V9b, V12: days, cells and ratios are said in their own words") {
  const Form form = fixture::return_form();
  Situation situation = fixture::second_quarter(form);
  situation.submission.submitted_on = {2026, 7, 11};
  situation.put("balance_gi", -1);
  situation.put("npl_balance", 48 * u + 1);
  CHECK(finding(form, situation, "V7").zh ==
        "报送日期应不晚于报告期末日＋10日。现前者为2026-07-11，后者为2026-07-10，请核对。");
  const Finding below = finding(form, situation, "V9b");
  CHECK(below.cells == std::vector<std::string>{"balance_gi"});
  CHECK(below.zh == "以下指标应不小于0：期末余额:地理标志（-0.01元），请核对。");
  CHECK(finding(form, situation, "V12").zh ==
        "不良率高于本行三个百分点以上。现不良贷款余额4800.01元、本行全部贷款余额10000000."
        "00元、本行全部"
        "不良余额100000.00元、期末贷款余额120000.00元，请核对。");
}

TEST_CASE("formulas of the return follow from its cells, half even, and stay empty without") {
  const Form form = fixture::return_form();
  Cells cells = fixture::second_quarter(form).cells;
  CHECK(number_in(cells, "npl_balance") == 6 * u);
  CHECK(number_in(cells, "npl_ratio_ppm") == 5000);
  CHECK(number_in(cells, "overall_npl_ratio_ppm") == 10'000);
  set(cells, "npl_balance", 77);  // whatever was typed there
  set(cells, "balance_end", 0);
  cells = computed(form, std::move(cells));
  CHECK(number_in(cells, "npl_balance") == 6 * u);
  CHECK_FALSE(number_in(cells, "npl_ratio_ppm"));
  cells.erase("balance_loss");
  CHECK_FALSE(number_in(computed(form, std::move(cells)), "npl_balance"));
}

#include "forms/rules/form.h"

#include <doctest/doctest.h>

#include "forms/rules/judgement.h"

using namespace zr::forms;  // NOLINT: a test of this namespace's small vocabulary

namespace {

FormCell amount(std::string id) {
  return {.id = std::move(id), .title_zh = "余额", .title_en = "Balance", .unit = "fen"};
}
FormCell formula(std::string id, Measure measure, std::string expression) {
  FormCell cell = amount(std::move(id));
  cell.measure = measure;
  cell.field = std::move(expression);
  if (measure == Measure::ratio) cell.unit = "ppm";
  return cell;
}

/// A rule over these sides that is always judged.
FormRule rule(std::string left, std::string comparison, std::string right) {
  return {.id = "V1",
          .title_zh = "平衡",
          .title_en = "Rolls",
          .when = "always",
          .left = std::move(left),
          .comparison = std::move(comparison),
          .right = std::move(right),
          .missing = MissingCells::skip_if_any_missing,
          .severity = Severity::error};
}

FormTables with(std::vector<FormRule> rules, std::vector<FormCell> more = {}) {
  FormTables tables{.cells = {amount("balance_end"), amount("balance_begin")},
                    .rules = std::move(rules)};
  for (FormCell& cell : more) tables.cells.push_back(std::move(cell));
  return tables;
}

std::string faults(FormTables tables) {
  std::string all;
  const auto form = Form::of(std::move(tables));
  if (!form)
    for (const auto& error : form.problem().errors) all += error.pointer + " " + error.code + " ";
  return all;
}
std::string faults_of_condition(std::string when) {
  FormRule judged = rule("balance_end", "<=", "0");
  judged.when = std::move(when);
  return faults(with({std::move(judged)}));
}

/// The one rule's verdict over these cells.
Verdict verdict(const FormRule& judged, const Cells& cells, std::vector<FormCell> more = {}) {
  const auto form = Form::of(with({judged}, std::move(more)));
  REQUIRE(form);
  return judge(*form, {.cells = &cells}).at(0).verdict;
}

Cells two(std::int64_t end, std::int64_t begin) {
  return {{"balance_end", zr::json::Scalar(end)}, {"balance_begin", zr::json::Scalar(begin)}};
}

}  // namespace

TEST_CASE("a rule may name cells, the period before, the ledger, the submission, and numbers") {
  for (const char* side : {"balance_end + 3 * balance_end", "prev.balance_end",
                           "ledger.balance_end", "round(1000000 * balance_end / balance_begin)",
                           "0", "-5", "(balance_end - balance_begin) * 2", "meta.version"}) {
    CAPTURE(side);
    CHECK(faults(with({rule("balance_end", "<=", side)})) == "");
  }
  CHECK(faults(with({rule("meta.submitted_on", "<=", "meta.quarter_end + 10 calendar_day")})) ==
        "");
  CHECK(faults(with({rule("each_field except balance_end, balance_begin", ">=", "0")})) == "");
}

TEST_CASE("a name that stands for nothing is refused on its side") {
  CHECK(faults(with({rule("balance_end", "==", "balance_start - prev.balance_q")})) ==
        "/rules/0/right unknown_cell /rules/0/right unknown_cell ");
  CHECK(faults(with({rule("meta.weather", "==", "1")})) == "/rules/0/left unknown_cell ");
  CHECK(faults(with({rule("each_field except balance_q", ">=", "0")})) ==
        "/rules/0/left unknown_cell ");
}

TEST_CASE("what makes no sense is refused: another sign, half a sum, days beside money") {
  CHECK(faults(with({rule("balance_end", "~", "0")})) == "/rules/0/operator enum ");
  for (const char* side :
       {"balance_end +", "(balance_end", "balance_end)", "+ + 1", "1 2", "balance_end 余额", "",
        "round(balance_end", "1234567890123456789", "each_amount + 1", "((((((((((((((((((1"}) {
    CAPTURE(side);
    CHECK(faults(with({rule("balance_end", "==", side)})) == "/rules/0/right syntax ");
  }
  CHECK(faults(with({rule("balance_end", "<=", "meta.quarter_end")})) ==
        "/rules/0/right sides_differ ");
  CHECK(faults(with({rule("meta.submitted_on", "<=", "meta.quarter_end + 10")})) ==
        "/rules/0/right sides_differ ");
  CHECK(faults(with({rule("balance_end", "==", "empty")})) == "/rules/0/right sides_differ ");
  CHECK(faults(with({rule("balance_end", "is", "0")})) == "/rules/0/right sides_differ ");
  CHECK(faults(with({rule("each_amount", "multiple_of", "0")})) == "/rules/0/right sides_differ ");
}

TEST_CASE("a quotient stands only where it is rounded") {
  CHECK(faults(with({rule("balance_end", "==", "balance_end / 2")})) ==
        "/rules/0/right not_rounded ");
  CHECK(faults(with({rule("balance_end", "==", "1 + balance_end / 2")})) ==
        "/rules/0/right not_rounded ");
  CHECK(faults(with({rule("balance_end", "==", "round(balance_end)")})) ==
        "/rules/0/right nothing_to_round ");
}

TEST_CASE("conditions are words, quarters and comparisons joined by and; others are refused") {
  for (const char* when : {"always", "has_previous", "resubmission", "bank_file", "has_ledger_rows",
                           "quarter in 2,3,4", "balance_end > 0 and balance_begin >= -1"}) {
    CAPTURE(when);
    CHECK(faults_of_condition(when) == "");
  }
  CHECK(faults_of_condition("balance_q > 0") == "/rules/0/when unknown_fact ");
  CHECK(faults_of_condition("always and has_previous") == "/rules/0/when syntax ");
  CHECK(faults_of_condition("balance_end or balance_begin") == "/rules/0/when syntax ");
  CHECK(faults_of_condition("") == "/rules/0/when syntax ");
}

TEST_CASE("a cell twice, a choice without choices and a filter that is no tree are refused") {
  FormCell choice = amount("kind");
  choice.unit = "choice";
  FormCell filtered = amount("filtered");
  filtered.filter = zr::json::Any{zr::json::Object{{"every", zr::json::List{}}}};
  const std::string found = faults(with({}, {amount("balance_end"), choice, filtered}));
  CHECK(found.starts_with("/cells/2/id id_twice /cells/3/choices required /cells/4/filter"));
}

TEST_CASE("formulas in a circle are refused at publication, in a row they are computed in order") {
  CHECK(faults(with({}, {formula("a", Measure::formula, "b + 1"),
                         formula("b", Measure::formula, "a + 1")})) ==
        "/cells/2/field formula_circle /cells/3/field formula_circle ");
  CHECK(faults(with({}, {formula("a", Measure::formula, "a")})) ==
        "/cells/2/field formula_circle ");
  CHECK(faults(with({}, {formula("a", Measure::formula, "prev.balance_end")})) ==
        "/cells/2/field not_a_cell ");
  CHECK(faults(with({}, {formula("a", Measure::ratio, "balance_end + 1")})) ==
        "/cells/2/field no_quotient ");
  FormCell nothing = amount("a");
  nothing.measure = Measure::formula;
  CHECK(faults(with({}, {nothing})) == "/cells/2/field required ");
  const auto form = Form::of(with({}, {formula("a", Measure::formula, "b + 1"),
                                       formula("b", Measure::formula, "balance_end * 2")}));
  REQUIRE(form);
  CHECK(number_in(computed(*form, two(5, 0)), "a") == 11);
}

TEST_CASE("a ratio rounds half to even and is empty over nothing") {
  const auto form =
      Form::of(with({}, {formula("share", Measure::ratio, "balance_end / balance_begin")}));
  REQUIRE(form);
  CHECK(number_in(computed(*form, two(1, 3)), "share") == 333'333);
  CHECK(number_in(computed(*form, two(2, 3)), "share") == 666'667);
  CHECK(number_in(computed(*form, two(1, 2'000'000)), "share") == 0);
  CHECK(number_in(computed(*form, two(3, 2'000'000)), "share") == 2);
  CHECK(number_in(computed(*form, two(-3, 2'000'000)), "share") == -2);
  CHECK_FALSE(number_in(computed(*form, two(1, 0)), "share"));
}

TEST_CASE("products are exact to 128 bits; beyond, the rule is broken and says so") {
  constexpr std::int64_t most = 9'007'199'254'740'991;
  const Cells cells = two(most, most - 1);
  CHECK(verdict(rule("balance_end * balance_end", ">", "balance_end * balance_begin"), cells) ==
        Verdict::holds);
  const FormRule huge =
      rule("balance_end * balance_end * balance_end", ">=", "balance_begin * balance_begin");
  CHECK(verdict(huge, cells) == Verdict::broken);
  const auto form = Form::of(with({huge}));
  REQUIRE(form);
  const Finding found = judge(*form, {.cells = &cells}).at(0);
  CHECK(found.zh == "数值过大，无法计算，请核对单位是否为元、万元混用。");
  CHECK_FALSE(found.left);
}

TEST_CASE("the least and the greatest of a comparison lie where its sign says") {
  for (const auto& [sign, below, same, above] :
       std::vector<std::tuple<std::string, Verdict, Verdict, Verdict>>{
           {"==", Verdict::broken, Verdict::holds, Verdict::broken},
           {"!=", Verdict::holds, Verdict::broken, Verdict::holds},
           {"<", Verdict::holds, Verdict::broken, Verdict::broken},
           {"<=", Verdict::holds, Verdict::holds, Verdict::broken},
           {">", Verdict::broken, Verdict::broken, Verdict::holds},
           {">=", Verdict::broken, Verdict::holds, Verdict::holds}}) {
    CAPTURE(sign);
    const FormRule judged = rule("balance_end", sign, "balance_begin");
    CHECK(verdict(judged, two(4, 5)) == below);
    CHECK(verdict(judged, two(5, 5)) == same);
    CHECK(verdict(judged, two(6, 5)) == above);
  }
}

TEST_CASE("a cell may be negative unless a rule over each cell says at least 0") {
  const auto form = Form::of(with({rule("each_field except balance_begin", ">=", "0")}));
  REQUIRE(form);
  CHECK_FALSE(form->may_be_negative("balance_end"));
  CHECK(form->may_be_negative("balance_begin"));
}

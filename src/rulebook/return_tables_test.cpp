#include "rulebook/return_tables.h"

#include <doctest/doctest.h>

using namespace zr::rulebook;  // NOLINT: a test of this namespace's small vocabulary

namespace {

zr::json::Value content(std::string_view cells, std::string_view rules) {
  return *zr::json::parse("{\"cells\":[" + std::string(cells) + "],\"rules\":[" +
                          std::string(rules) + "]}");
}

constexpr std::string_view balance =
    R"({"id":"balance_end","title_zh":"余额","title_en":"Balance","unit":"fen","reader":"ledger.notes","measure":"sum","field":"balance_fen","filter":{"fact":"note.balance_fen","op":">","value":0}})";

/// A rule over these sides.
std::string rule(std::string_view left, std::string_view comparison, std::string_view right) {
  return R"({"id":"V1","title_zh":"平衡","title_en":"Rolls","when":"always","left":")" +
         std::string(left) + R"(","operator":")" + std::string(comparison) + R"(","right":")" +
         std::string(right) + R"(","missing":"never_skip","severity":"error"})";
}

std::string faults(const zr::json::Value& from) {
  std::string all;
  const auto answer = check(return_set(), from);
  if (!answer)
    for (const auto& error : answer.problem().errors) all += error.pointer + " " + error.code + " ";
  return all;
}

}  // namespace

TEST_CASE("cells and rules of the return are read typed, filters as predicate trees") {
  const auto tables =
      return_tables_from(content(balance, rule("balance_end", "==", "prev.balance_end")));
  REQUIRE(tables);
  CHECK(tables->cells.at(0).measure == Measure::sum);
  CHECK(tables->cells.at(0).filter);
  CHECK(tables->rules.at(0).severity == Severity::error);
}

TEST_CASE("a rule may name cells, the quarter before, the ledger, the submission, and numbers") {
  for (const std::string_view side :
       {"balance_end + 3 * balance_end", "prev.balance_end", "ledger.balance_end",
        "meta.quarter_end + 10 calendar_day", "round(1000000 * balance_end / balance_end)",
        "each_field except balance_end", "0"}) {
    CAPTURE(side);
    CHECK(faults(content(balance, rule(side, "<=", "balance_end"))) == "");
  }
}

TEST_CASE("a rule over a cell that the return lacks is refused with its side") {
  CHECK(faults(content(balance, rule("balance_end", "==", "balance_begin - prev.balance_q"))) ==
        "/rules/0/right unknown_cell /rules/0/right unknown_cell ");
  CHECK(faults(content(balance, rule("balance_end", "~", "0"))) == "/rules/0/operator enum ");
}

TEST_CASE("a cell twice and a filter that is no predicate tree are refused with the place") {
  CHECK(faults(content(std::string(balance) + "," + std::string(balance), "")) ==
        "/cells/1/id id_twice ");
  const std::string wrong =
      R"({"id":"a","title_zh":"甲","title_en":"A","unit":"fen","measure":"mean","filter":{"every":[]}})";
  CHECK(faults(content(wrong, "")).starts_with("/cells/0/measure enum "));
  const std::string no_tree =
      R"({"id":"a","title_zh":"甲","title_en":"A","unit":"fen","measure":"sum","filter":{"every":[]}})";
  CHECK(faults(content(no_tree, "")).starts_with("/cells/0/filter"));
}

TEST_CASE("cells of a file become what their description says; what does not fit stays text") {
  const auto rows = typed_rows(
      return_set().tables[0],
      {zr::json::Object{{"id", "a"}, {"filter", R"({"fact":"a.b","op":"==","value":1})"}},
       zr::json::Object{{"id", "7"}, {"filter", "{"}}});
  CHECK(zr::json::write(zr::json::Value(rows)) ==
        R"([{"id":"a","filter":{"fact":"a.b","op":"==","value":1}},{"id":"7","filter":"{"}])");
}

#include "reporting/rules/suppression.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using zr::forms::Cells;
using zr::forms::FormCell;
using zr::forms::FormRule;
using zr::forms::FormTables;
using zr::forms::Measure;
using zr::reporting::Contribution;
using zr::reporting::Grid;
using zr::reporting::grids_of;
using zr::reporting::published;
using zr::reporting::Published;
using zr::reporting::ratios_shown;

FormCell line(std::string id, Measure measure = Measure::sum, const char* field = nullptr) {
  FormCell cell{.id = std::move(id), .title_zh = "示例", .title_en = "Example", .unit = "fen"};
  cell.measure = measure;
  if (field) cell.field = field;
  return cell;
}

FormRule rule(std::string left, std::string comparison, std::string right) {
  return {.id = "V",
          .title_zh = "示例",
          .title_en = "Example",
          .when = "always",
          .left = std::move(left),
          .comparison = std::move(comparison),
          .right = std::move(right)};
}

/// Two kinds that add up to the whole, bad loans of two classes, and their ratio.
FormTables form() {
  return {.cells = {line("whole"), line("patent"), line("mark"), line("doubtful"), line("lost"),
                    line("bad", Measure::formula, "doubtful + lost"),
                    line("bad_ppm", Measure::ratio, "bad / whole")},
          .rules = {rule("patent + mark", "==", "whole"), rule("bad", "<=", "whole"),
                    rule("whole", "==", "prev.whole + patent")}};
}

Contribution filed(std::int64_t sequence, std::int64_t organisation, std::int64_t patent,
                   std::int64_t mark = 0) {
  return {.sequence = sequence,
          .organisation = organisation,
          .cells = {{"whole", patent + mark}, {"patent", patent}, {"mark", mark}}};
}

bool shows(const Published& what, std::string_view cell) {
  return std::find(what.cells.begin(), what.cells.end(), cell) != what.cells.end();
}

Published after(const std::vector<Contribution>& filings) {
  return published(grids_of(form()), filings, 3);
}

}  // namespace

TEST_CASE("control 18: lines that add up to another stand in one grid") {
  const auto grids = grids_of(form());
  CHECK(std::count(grids.begin(), grids.end(), Grid{"patent", "mark"}) == 1);
  CHECK(std::count(grids.begin(), grids.end(), Grid{"doubtful", "lost"}) == 1);
  CHECK(std::count(grids.begin(), grids.end(), Grid{"whole"}) == 1);
  CHECK(std::count(grids.begin(), grids.end(), Grid{"bad"}) == 1);
  CHECK(grids.size() == 4);
}

TEST_CASE("control 18: two organisations are never shown, three are") {
  const auto two = after({filed(1, 7, 100, 5), filed(2, 8, 100, 5)});
  CHECK_FALSE(two.sequence);
  CHECK(two.cells.empty());
  const auto three = after({filed(1, 7, 100, 5), filed(2, 8, 100, 5), filed(3, 9, 100, 5)});
  CHECK(three.sequence == 3);
  CHECK(shows(three, "whole"));
  CHECK(shows(three, "patent"));
  CHECK(shows(three, "mark"));
}

TEST_CASE("control 18: a grid with a line of one or two organisations shows only its total") {
  const auto some = after({filed(1, 7, 100), filed(2, 8, 100), filed(3, 9, 100, 5)});
  CHECK(shows(some, "whole"));
  CHECK_FALSE(shows(some, "mark"));
  CHECK_FALSE(shows(some, "patent"));  // whole - patent would be the one organisation's marks
  const auto none = after({filed(1, 7, 100), filed(2, 8, 100), filed(3, 9, 100)});
  CHECK(shows(none, "mark"));  // nobody has any
}

TEST_CASE("control 18: a version that moves fewer than three waits for the next") {
  std::vector<Contribution> filings{filed(1, 7, 100), filed(2, 8, 100), filed(3, 9, 100),
                                    filed(4, 10, 100), filed(5, 7, 200)};
  CHECK(after(filings).sequence == 3);
  filings.push_back(filed(6, 11, 100));
  CHECK(after(filings).sequence == 6);
  CHECK(shows(after(filings), "whole"));
}

TEST_CASE("control 18: the difference between two totals does not show one organisation either") {
  // Three move again, but only one of them moves the marks.
  std::vector<Contribution> filings{filed(1, 7, 100, 5), filed(2, 8, 100, 5), filed(3, 9, 100, 5),
                                    filed(4, 7, 200, 9), filed(5, 8, 200, 5), filed(6, 9, 200, 5)};
  CHECK(after(filings).sequence == 6);
  CHECK(shows(after(filings), "whole"));
  CHECK_FALSE(shows(after(filings), "mark"));
  // Later the others have moved them too since they were last shown.
  filings.push_back(filed(7, 7, 300, 9));
  filings.push_back(filed(8, 8, 300, 9));
  filings.push_back(filed(9, 9, 300, 9));
  CHECK(shows(after(filings), "mark"));
}

TEST_CASE("control 18: a ratio is shown only with both lines it divides") {
  CHECK(ratios_shown(form(), {"bad", "whole"}) == std::vector<std::string>{"bad_ppm"});
  CHECK(ratios_shown(form(), {"whole"}).empty());
}

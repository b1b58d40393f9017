#include "reporting/own_table.h"

#include "reporting/test_returns.h"

using namespace zr;             // NOLINT: a test of this namespace's small vocabulary
using namespace zr::reporting;  // NOLINT: likewise

namespace {

/// "balance_end=6471234500 loans_end=12", a fault as "cell!"; the row behind where it is asked for.
std::string read(std::string_view csv, std::optional<imports::Unit> said = {}) {
  const auto sheet = imports::Sheet::read(documents::Source::memory(csv), std::nullopt);
  REQUIRE(sheet);
  const forms::Form form = forms::fixture::return_form();
  std::string out;
  for (const OwnLine& line : own_table(*sheet, form, said).lines)
    out += line.cell + (line.value ? "=" + std::to_string(*line.value) : ":" + *line.fault) + " ";
  return out;
}

}  // namespace

TEST_CASE("填表: a bank's own table is read by its lines, in the unit written above it") {
  CHECK(read("示例银行知识产权质押融资情况\n单位：万元\n项目,期末\n期末贷款余额,647.1234\n"
             "期末贷款笔数,12\n无关的一行,5\n") == "balance_end=647123400 loans_end=12 ");
}

TEST_CASE("填表: the return's own workbook comes back, last period's column left alone") {
  CHECK(read("序号,指标,单位,本期,上期,编号\n1,期末贷款余额,万元,,600,balance_end\n"
             "2,期末贷款笔数,笔,3,4,loans_end\n") == "loans_end=3 ");
}

TEST_CASE("填表: an amount without any unit is asked about, never guessed") {
  constexpr std::string_view bare = "项目,金额\n期末贷款余额,647\n期末贷款笔数,12\n";
  CHECK(read(bare) == "balance_end:unit_not_said loans_end=12 ");
  CHECK(read(bare, imports::Unit::wan) == "balance_end=647000000 loans_end=12 ");
  CHECK(read(bare, imports::Unit::yuan) == "balance_end=64700 loans_end=12 ");
  CHECK(read("项目,金额\n期末贷款余额（万元）,647\n", imports::Unit::yuan) ==
        "balance_end=647000000 ");
}

TEST_CASE("填表: what cannot be read says so at its line and the rest is read") {
  CHECK(read("单位：元\n项目,金额\n期末贷款余额,约六百万\n期末贷款笔数,12\n期末贷款笔数,13\n") ==
        "balance_end:not_a_number loans_end=12 loans_end:line_twice ");
  CHECK(read("项目,金额\n别的指标,1\n") == "");
  // Only a correction may be below 0.
  CHECK(read("单位：元\n项目,金额\n以前各期更正净额,-5\n期末贷款余额,-5\n") ==
        "prior_correction_q=-500 balance_end:negative_amount ");
}

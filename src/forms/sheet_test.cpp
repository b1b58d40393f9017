#include "forms/sheet.h"

#include <algorithm>

#include "documents/test_book.h"
#include "forms/return_fixture.h"
#include "unit/engines.h"

using namespace zr::forms;  // NOLINT: a test of this namespace's small vocabulary
using zr::Date;
using zr::Instant;

namespace {

Sheet example(const Form& form) {
  const fixture::Situation situation = fixture::second_quarter(form);
  return {.title = "知识产权质押融资季度专项统计表",
          .organisation = "示例银行<甲>",
          .period = "2026Q2",
          .form = &form,
          .cells = situation.cells,
          .previous = situation.previous,
          .cover = {.source = Source::form, .responsible = "示例负责人", .phone = "0371-00000000"},
          .number = 2,
          .digest = std::string(64, 'a'),
          .prepared_by = "示例填表人",
          .checked_by = "=1+1",
          .received = Instant::start_of({2026, 7, 10}),
          .receipt = 4711,
          .made = Instant::start_of({2026, 7, 11})};
}

/// The rows of a sheet of the workbook, counted from 0.
std::vector<std::string> rows_of(const Sheet& sheet, std::size_t nth = 0) {
  const auto bytes = workbook_of(sheet);
  REQUIRE(bytes);
  zr::documents::made::Read read;
  REQUIRE(zr::documents::made::read(*bytes, read, {.sheet = nth}));
  return read.rows;
}

bool stands(const std::vector<std::string>& rows, std::string_view row) {
  return std::find_if(rows.begin(), rows.end(),
                      [&](const std::string& each) { return each.ends_with(row); }) != rows.end();
}

}  // namespace

TEST_CASE("the workbook shows wan yuan and keeps the fen, counts and ratios as numbers") {
  const Form form = fixture::return_form();
  Sheet sheet = example(form);
  sheet.cells.insert_or_assign("balance_end", zr::json::Scalar(std::int64_t{12'000'001}));
  const auto rows = rows_of(sheet);
  CHECK(stands(rows, ": 知识产权质押融资季度专项统计表"));
  CHECK(stands(rows, ": 填报机构：示例银行<甲>"));
  CHECK(stands(rows, ": 金额单位：万元"));
  CHECK(stands(rows, ": 版次：2"));
  CHECK(stands(rows, ": 序号|指标|单位|本期|上期|编号"));
  CHECK(stands(rows, ": 8|期末贷款余额|万元|12.000001|10|balance_end"));
  CHECK(stands(rows, ": 9|期末贷款笔数|笔|3||loans_end"));
  CHECK(stands(rows, "|不良贷款率|%|0.005||npl_ratio_ppm"));
  CHECK(stands(rows,
               ": 填表人：示例填表人　　复核人：=1+1　　负责人：示例负责人　　联系电话："
               "0371-00000000　　报出日期：2026-07-10"));
  CHECK(stands(rows, ": 单位（盖章）："));
  CHECK(stands(rows, "　回执号：4711"));
}

TEST_CASE("a text that a spreadsheet would run is guarded in the workbook") {
  const Form form = fixture::return_form();
  Sheet sheet = example(form);
  sheet.title = "=HYPERLINK(\"x\")";
  CHECK(stands(rows_of(sheet), ": '=HYPERLINK(\"x\")"));
}

TEST_CASE("a draft says that it is one and leaves lines to sign on") {
  const Form form = fixture::return_form();
  Sheet sheet = example(form);
  sheet.number.reset();
  sheet.checked_by.reset();
  sheet.received.reset();
  const auto rows = rows_of(sheet);
  CHECK(stands(rows, ": 版次：草稿"));
  CHECK(stands(rows, ": 草稿，未冻结，不作为报送依据。"));
  CHECK(stands(rows, "　报出日期：＿＿＿＿＿"));
  CHECK(page_of(sheet).find("<dt>复核人</dt><dd></dd>") != std::string::npos);
}

TEST_CASE("what the rules say stands beside the cells with the reason given") {
  const Form form = fixture::return_form();
  Sheet sheet = example(form);
  fixture::Situation situation = fixture::second_quarter(form);
  situation.put("plan_used", 1001 * fixture::unit);
  sheet.findings = judge(form, situation.evidence());
  sheet.reasons = {zr::json::Object{{"V13", "已追加<计划>"}}};
  const auto rows = rows_of(sheet, 1);
  CHECK(stands(rows, ": 规则|校验结果|填报机构说明"));
  CHECK(stands(rows, "，请核对。|已追加<计划>"));
  const std::string page = page_of(sheet);
  CHECK(page.find("<p>说明：已追加&lt;计划&gt;</p>") != std::string::npos);
}

TEST_CASE("the page is whole, in the reader's language, and nothing typed is markup") {
  const Form form = fixture::return_form();
  Sheet sheet = example(form);
  const std::string page = page_of(sheet);
  CHECK(page.starts_with("<!doctype html>\n<html lang=\"zh-CN\">"));
  CHECK(page.find("<dd>示例银行&lt;甲&gt;</dd>") != std::string::npos);
  CHECK(page.find("<td class=\"line\">期末贷款余额</td><td class=\"unit\">万元</td>"
                  "<td class=\"value\">12.00</td><td class=\"value\">10.00</td>") !=
        std::string::npos);
  CHECK(page.find("<td class=\"value\">0.50%</td>") != std::string::npos);
  CHECK(page.find("<dt>报出日期</dt><dd>2026-07-10</dd>") != std::string::npos);
  CHECK(page.find("单位（盖章）") != std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("style=") == std::string::npos);
  sheet.language = zr::Language::en;
  const std::string english = page_of(sheet);
  CHECK(english.find("Balance at the end of the quarter") != std::string::npos);
  CHECK(english.find("<dt>Checked by</dt>") != std::string::npos);
}

TEST_CASE("half a fen of wan yuan is never shown as another amount on paper") {
  const Form form = fixture::return_form();
  const FormCell* cell = form.cell("balance_end");
  const auto shown = [&](std::int64_t fen) {
    return shown_value(*cell, {{"balance_end", zr::json::Scalar(fen)}});
  };
  CHECK(shown(5'000) == "0.00");
  CHECK(shown(5'001) == "0.01");
  CHECK(shown(15'000) == "0.02");
  CHECK(shown(-5'001) == "-0.01");
  CHECK(shown_value(*cell, {}).empty());
}

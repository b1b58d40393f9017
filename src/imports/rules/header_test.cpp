#include "imports/rules/header.h"

#include <doctest/doctest.h>

using namespace zr::imports;

namespace {

const Vocabulary words{{"借据号", "note"},
                       {"余额", "balance"},
                       {"贷款余额", "balance"},
                       {"放款日", "day"},
                       {"DAY", "day"}};

std::string found(const std::vector<std::vector<std::string>>& sheet) {
  std::vector<HeadRow> rows;
  for (std::size_t i = 0; i < sheet.size(); ++i) rows.push_back({i, sheet[i]});
  const auto header = find_header(rows, words);
  if (!header) return "";
  std::string out = std::to_string(header->place);
  for (const std::string& text : header->texts) out += "|" + text;
  return out;
}

}  // namespace

TEST_CASE("a header is known without blanks, width, marks and the unit behind it") {
  for (const auto* text : {"贷款余额（万元）", " 贷款 余额(万元) ", "*贷款余额\n（人民币万元）",
                           "贷款余额（单位：万元）"}) {
    INFO(text);
    const HeaderText header = read_header(text);
    CHECK(header.name == "贷款余额");
    CHECK(header.unit == Unit::wan);
  }
  CHECK(read_header("贷款余额（元）").unit == Unit::yuan);
  CHECK_FALSE(read_header("贷款余额").unit);
  CHECK_FALSE(read_header("贷款余额（亿元）").unit);
  CHECK(read_header("Ｄａｙ").name == "DAY");
  // A bracket that is no unit belongs to the name, and may be left out.
  CHECK(read_header("余额（期末）").name == "余额(期末)");
  CHECK(field_named(words, read_header("余额（期末）（万元）")) == "balance");
  CHECK(field_named(words, read_header("余数")).empty());
}

TEST_CASE("item 10: the header row is found below a title, in any column order, over two rows") {
  CHECK(found({{"某行台账"}, {"单位：万元", "", "2026年"}, {"余额", "借据号"}}) == "2|余额|借据号");
  CHECK(found({{"放款日", "贷款余额", "借据号"}, {"2026-01-05", "1", "A1"}}) ==
        "0|放款日|贷款余额|借据号");
  CHECK(found({{"借据号", "金额", ""}, {"", "放款日", "余额"}}) == "1|借据号|放款日|余额");
  CHECK(found({{"借据号"}, {"A1"}}).empty());
  CHECK(found({}).empty());
}

TEST_CASE("item 10: the unit is read from a line above the table") {
  CHECK(unit_stated("单位：万元") == Unit::wan);
  CHECK(unit_stated("金额单位：人民币元") == Unit::yuan);
  CHECK(unit_stated("知识产权质押贷款台账（万元）") == Unit::wan);
  CHECK(unit_stated("报送单位：示例银行 金额单位:元") == Unit::yuan);
  CHECK(unit_stated("填报单位 万元") == Unit::wan);
  CHECK_FALSE(unit_stated("示例银行台账"));
  CHECK_FALSE(unit_stated("单位：亿元"));
}

TEST_CASE("a word that only begins like a unit states none") {
  for (const auto* line : {"填报单位：元氏示例银行", "台账（元月份）", "单位：万元通示例公司",
                           "示例台账（元氏县）", "单位 元谋示例社"}) {
    INFO(line);
    CHECK_FALSE(unit_stated(line));
  }
  for (const auto* line :
       {"单位：元 数据日期：2026年9月30日", "单位：元　币种：人民币", "单 位 ： 元", "单位:元,笔",
        "单位：元、笔", "单位：元；笔", "单位：元。", "单位：（元）", "（单位：元）截至九月末",
        "（元）", "单位：元（人民币）", "单位：元【人民币】"}) {
    INFO(line);
    CHECK(unit_stated(line) == Unit::yuan);
  }
  CHECK(unit_stated("单位：万元人民币") == Unit::wan);
  CHECK(unit_stated("填报单位：元氏示例银行　金额单位：万元") == Unit::wan);
  CHECK(unit_stated("填报单位：元氏示例银行（万元）") == Unit::wan);
}

TEST_CASE("item 10: totals and the lines below a table are no rows") {
  CHECK(total_named("合 计") == TotalKind::whole);
  CHECK(total_named("总计：") == TotalKind::whole);
  CHECK(total_named("小计") == TotalKind::part);
  CHECK(total_named("示例合计公司") == TotalKind::none);
  for (const auto* text : {"合计（元）", "合计:3笔", "总计 3 笔", "合计数", "合计金额：", "共计、",
                           "Total", "TOTAL:", "total (yuan)", "Total 12"}) {
    INFO(text);
    CHECK(total_named(text) == TotalKind::whole);
  }
  CHECK(total_named("本页合计：") == TotalKind::part);
  CHECK(total_named("Subtotal") == TotalKind::part);
  CHECK(footer_named("填表人：张三"));
  CHECK(footer_named("注：含续贷"));
  CHECK_FALSE(footer_named("示例公司"));
}

TEST_CASE("a borrower whose name begins like a total is a row") {
  for (const auto* text :
       {"小计划科技有限公司", "合计科技示例公司", "总计示例软件公司", "共计示例社",
        "Totalenergy Example Ltd", "Total Example Ltd", "SUBTOTALLY", "合计数据科技公司"}) {
    INFO(text);
    CHECK(total_named(text) == TotalKind::none);
  }
}

TEST_CASE("a borrower whose name begins like a footer is a row") {
  for (const auto* text : {"制表示例公司", "填报人示例社", "复核示例有限公司", "盖章示例公司",
                           "填报说明示例公司", "报送日期示例公司", "备注示例公司"}) {
    INFO(text);
    CHECK_FALSE(footer_named(text));
  }
  for (const auto* text :
       {"制表", "制表：", "制 表 人：示例", "制表人", "复核", "复核：示例", "复核人:", "审核",
        "审核人：", "填报人", "盖章", "（盖章）", "填报单位（盖章）：示例银行",
        "填报日期：2026-09-30", "报送日期: 2026年10月9日", "联系电话：0371-00000000",
        "负责人:", "说明：含续贷", "备注:"}) {
    INFO(text);
    CHECK(footer_named(text));
  }
}

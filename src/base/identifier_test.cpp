#include "base/identifier.h"

#include <doctest/doctest.h>

using zr::Identified;
using zr::IdentifierKind;
using zr::IdentifierVerdict;
using zr::identify;
using zr::PatentKind;

namespace {

Identified uscc(std::string_view text) {
  return identify(IdentifierKind::uscc, text);
}

Identified patent(std::string_view text) {
  return identify(IdentifierKind::patent, text);
}

IdentifierVerdict verdict(IdentifierKind kind, std::string_view text) {
  return identify(kind, text).verdict;
}

}  // namespace

TEST_CASE("GB 32100: real credit codes pass both checks") {
  for (const std::string_view code :
       {"914100001699995779", "9141000031741675X6", "91410000170001401D", "914403001922038216",
        "9144030071526726XG", "91100000100003962T", "91440300192317458F"}) {
    CAPTURE(code);
    CHECK(uscc(code).verdict == IdentifierVerdict::valid);
    CHECK(uscc(code).normalised == code);
    CHECK(uscc(code).reasons.empty());
    CHECK(zr::uscc_verdict(code) == IdentifierVerdict::valid);
  }
}

TEST_CASE("GB 32100: a published code that fails its last check is a warning, not a refusal") {
  const Identified bank = uscc("911000001000044477");
  CHECK(bank.verdict == IdentifierVerdict::warning);
  REQUIRE(bank.reasons.size() == 1);
  CHECK(bank.reasons[0].code == "wrong_check");
  CHECK(bank.reasons[0].zh == "第 18 位校验位应为 3，现为 7，请核对");
  CHECK(bank.reasons[0].en == "Character 18 (check) should be 3, not 7");
  CHECK(zr::uscc_verdict("911000001000044477") == IdentifierVerdict::warning);
}

TEST_CASE("GB 11714: a wrong check inside the organisation code is a warning of its own") {
  // The last character is right for this text; only character 17 is not.
  const Identified changed = uscc("91410000169999578C");
  CHECK(changed.verdict == IdentifierVerdict::warning);
  REQUIRE(changed.reasons.size() == 1);
  CHECK(changed.reasons[0].code == "wrong_organisation_check");
  CHECK(changed.reasons[0].zh == "第 17 位（组织机构代码校验位）应为 7，现为 8，请核对");
  CHECK(zr::uscc_verdict("91410000169999578C") == IdentifierVerdict::warning);
}

TEST_CASE("GB 32100: any one character changed is noticed and never refused") {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const std::string code = "9144030071526726XG";
  for (std::size_t at = 0; at < code.size(); ++at)
    for (const char other : alphabet) {
      if (other == code[at]) continue;
      std::string changed = code;
      changed[at] = other;
      CAPTURE(changed);
      CHECK(uscc(changed).verdict == IdentifierVerdict::warning);
      CHECK(zr::uscc_verdict(changed) == IdentifierVerdict::warning);
    }
}

TEST_CASE("GB 32100: lower case, full width and blanks are normalised") {
  const Identified code = uscc("　９１４４０３００ 7152\t6726xg ");
  CHECK(code.normalised == "9144030071526726XG");
  CHECK(code.verdict == IdentifierVerdict::valid);
  CHECK(uscc("9144030071526726\xC2\xA0XG").verdict == IdentifierVerdict::valid);
  CHECK(zr::uscc_verdict("9144030071526726xg") == IdentifierVerdict::valid);
}

TEST_CASE("GB 32100: 17 or 19 characters and the letters I O S V Z are a wrong form") {
  for (const std::string_view code :
       {"91410000169999577", "9141000016999957790", "", "91410000169999577I", "O14100001699995779",
        "9141000016999957S9", "9141000016999957V9", "9141000016999957Z9", "91410000169999577-",
        "市场监管局号"}) {
    CAPTURE(code);
    CHECK(uscc(code).verdict == IdentifierVerdict::invalid);
    CHECK(uscc(code).reasons.at(0).code == "wrong_form");
    CHECK(zr::uscc_verdict(code) == IdentifierVerdict::invalid);
  }
}

TEST_CASE("GB/T 2260: a letter where the region stands is a warning even if both checks agree") {
  const Identified code = uscc("91A10000169999577H");
  CHECK(code.verdict == IdentifierVerdict::warning);
  REQUIRE(code.reasons.size() == 1);
  CHECK(code.reasons[0].code == "region_not_digits");
  CHECK(zr::uscc_verdict("91A10000169999577H") == IdentifierVerdict::warning);
}

TEST_CASE("ZC 0006-2003: real patent numbers of all kinds, old and new") {
  struct Vector {
    std::string_view number;
    PatentKind kind;
  };
  for (const Vector& real : {Vector{"ZL201010104157.0", PatentKind::invention},
                             {"ZL201310491586.1", PatentKind::invention},
                             {"ZL99117225.6", PatentKind::invention},
                             {"ZL02139508.X", PatentKind::invention},
                             {"ZL200480001590.4", PatentKind::invention},
                             {"ZL200820047012.X", PatentKind::utility_model},
                             {"ZL97248479.5", PatentKind::utility_model},
                             {"ZL201020681902.3", PatentKind::utility_model},
                             {"ZL201130436459.3", PatentKind::design},
                             {"ZL201330528226.5", PatentKind::design},
                             {"ZL01319523.9", PatentKind::design}}) {
    CAPTURE(real.number);
    const Identified found = patent(real.number);
    CHECK(found.verdict == IdentifierVerdict::valid);
    CHECK(found.normalised == real.number);
    CHECK(found.right_kind == real.kind);
    CHECK(found.reasons.empty());
  }
}

TEST_CASE("ZC 0006-2003: dot and prefix may be missing, blanks and full width are mended") {
  CHECK(patent("2014103620773").normalised == "ZL201410362077.3");
  CHECK(patent("2014103620773").verdict == IdentifierVerdict::valid);
  CHECK(patent("cn 2010 1 0104157.0").normalised == "ZL201010104157.0");
  CHECK(patent("ＺＬ０２１３９５０８．ｘ").normalised == "ZL02139508.X");
  CHECK(patent("zl02139508x").verdict == IdentifierVerdict::valid);
}

TEST_CASE("ZC 0006-2003: kinds 8 and 9 are the international invention and utility model") {
  CHECK(patent("ZL200480001590.4").right_kind == PatentKind::invention);
  CHECK(patent("ZL200490001590.X").right_kind == PatentKind::utility_model);
  for (const std::string_view other : {"ZL200440001590.4", "ZL200400001590.4", "ZL99717225.6"})
    CHECK(patent(other).reasons.at(0).code == "wrong_form");
}

TEST_CASE("ZC 0006-2003: a wrong check character makes the number invalid and is named") {
  const Identified wrong = patent("ZL201010104157.1");
  CHECK(wrong.verdict == IdentifierVerdict::invalid);
  CHECK(wrong.normalised == "ZL201010104157.1");
  CHECK(wrong.right_kind == PatentKind::invention);
  REQUIRE(wrong.reasons.size() == 1);
  CHECK(wrong.reasons[0].code == "wrong_check");
  CHECK(wrong.reasons[0].zh == "校验位应为 0，现为 1，请核对号码");
}

TEST_CASE("ZC 0006-2003: other lengths, letters and publication numbers are a wrong form") {
  for (const std::string_view number :
       {"ZL20101010415.0", "ZL2010101041570.0", "ZL20101010415A.0", "ZL201010104157..0",
        "ZL201010104157.A", "ZL", "", "X", "ZL9911722.6"}) {
    CAPTURE(number);
    CHECK(patent(number).verdict == IdentifierVerdict::invalid);
    CHECK(patent(number).reasons.at(0).code == "wrong_form");
    CHECK_FALSE(patent(number).right_kind);
  }
  CHECK(patent("CN101234567B").reasons.at(0).zh == "这是授权公告号，请填写专利号（ZL 开头）");
}

TEST_CASE("a trademark has 1 to 8 digits and at most one letter, an international one G") {
  for (const std::string_view mark : {"1", "12345678", "12345678A", "G123456", "G1234567"})
    CHECK(verdict(IdentifierKind::trademark, mark) == IdentifierVerdict::valid);
  for (const std::string_view mark :
       {"", "A", "123456789", "12345678AB", "G12345", "G12345678", "12-34"})
    CHECK(verdict(IdentifierKind::trademark, mark) == IdentifierVerdict::invalid);
  CHECK(identify(IdentifierKind::trademark, " g１23456").normalised == "G123456");
}

TEST_CASE("software copyright: only the SR number is read, not the certificate") {
  for (const std::string_view number : {"2021SR0123456", "2009SR012345"})
    CHECK(verdict(IdentifierKind::software_copyright, number) == IdentifierVerdict::valid);
  for (const std::string_view number :
       {"2021SR01234", "2021SR01234567", "2021RS0123456", "21SR0123456", "软著登字第1234567号"})
    CHECK(verdict(IdentifierKind::software_copyright, number) == IdentifierVerdict::invalid);
  CHECK(identify(IdentifierKind::software_copyright, "2021sr0123456").normalised ==
        "2021SR0123456");
}

TEST_CASE(
    "a layout design has the patent check; dots may be missing and a wrong check only warns") {
  for (const std::string_view number :
       {"BS.08500145.7", "BS.12500520.2", "BS085001457", "bs.085001457"})
    CHECK(verdict(IdentifierKind::ic_layout, number) == IdentifierVerdict::valid);
  CHECK(identify(IdentifierKind::ic_layout, "bs125005202").normalised == "BS.12500520.2");
  CHECK(verdict(IdentifierKind::ic_layout, "BS.08500145.8") == IdentifierVerdict::warning);
  for (const std::string_view number :
       {"08500145.7", "BS.08600145.7", "BS.0850014.7", "BS.085001450.7", "BS", "BS."})
    CHECK(verdict(IdentifierKind::ic_layout, number) == IdentifierVerdict::invalid);
}

TEST_CASE("a pledge registration is Y and 13 digits, or 13 digits of the old form") {
  for (const std::string_view number : {"2015990000410", "Y2022980001234", "y2022410000001"})
    CHECK(verdict(IdentifierKind::pledge_registration, number) == IdentifierVerdict::valid);
  for (const std::string_view number :
       {"201599000041", "20159900004100", "Y202298000123", "Y20229800012345", "X2022980001234"})
    CHECK(verdict(IdentifierKind::pledge_registration, number) == IdentifierVerdict::invalid);
}

TEST_CASE("an endless text is refused unread, and every verdict but valid says why") {
  const Identified endless = uscc(std::string(257, '9'));
  CHECK(endless.verdict == IdentifierVerdict::invalid);
  CHECK(endless.normalised.empty());
  for (const auto& row : zr::names_of(IdentifierKind{})) {
    const auto kind = zr::value_named<IdentifierKind>(row.name);
    REQUIRE(kind);
    const Identified nothing = identify(*kind, "?");
    CHECK(nothing.verdict == IdentifierVerdict::invalid);
    REQUIRE(nothing.reasons.size() == 1);
    CHECK_FALSE(nothing.reasons[0].zh.empty());
    CHECK_FALSE(nothing.reasons[0].en.empty());
  }
  CHECK(zr::name_of(IdentifierVerdict::warning) == "warning");
  CHECK(zr::name_of(PatentKind::utility_model) == "utility_model");
}

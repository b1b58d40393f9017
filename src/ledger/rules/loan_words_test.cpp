#include "ledger/rules/loan_words.h"

#include <doctest/doctest.h>

using namespace zr::ledger;  // NOLINT: a test of this namespace's small vocabulary

namespace {

std::string rights(std::string_view text) {
  const auto kinds = read_rights(text);
  return kinds ? rights_text(*kinds) : "?";
}

}  // namespace

TEST_CASE("ledger: rights are read from the lists that banks write") {
  CHECK(rights("专利") == "patent");
  CHECK(rights("专利、商标") == "patent trademark");
  CHECK(rights("发明专利，实用新型专利") == "patent");
  CHECK(rights("注册商标专用权 + 计算机软件著作权") == "trademark copyright");
  CHECK(rights("专利权/集成电路布图设计专有权") == "patent ic_layout");
  CHECK(rights("商标和地理标志") == "trademark gi");
  CHECK(rights("patent; trademark") == "patent trademark");
  CHECK(rights("Layout design") == "ic_layout");
  CHECK(rights("混合") == "mixed");
  CHECK(rights("专利商标组合") == "patent trademark");
}

TEST_CASE("ledger: a word that is no right refuses the list, and so does an empty one") {
  CHECK(rights("专利、房产") == "?");
  CHECK(rights("知识产权") == "?");
  CHECK(rights("") == "?");
  CHECK(rights("、") == "?");
  CHECK(check_rights("房产") == &unknown_right);
  CHECK(check_rights("专利") == nullptr);
}

TEST_CASE("order 1 of 2023: a class is read with the endings banks add, and with nothing else") {
  CHECK(read_class("正常") == LoanClass::pass);
  CHECK(read_class("关注类") == LoanClass::special_mention);
  CHECK(read_class("次级类贷款") == LoanClass::substandard);
  CHECK(read_class("正常一级") == LoanClass::pass);
  CHECK(read_class("关注2") == LoanClass::special_mention);
  CHECK(read_class("可疑贷款") == LoanClass::doubtful);
  CHECK(read_class("损失 ") == LoanClass::loss);
  CHECK(read_class("不正常") == std::nullopt);
  CHECK(read_class("正常偏关注") == std::nullopt);
  CHECK(read_class("不良") == std::nullopt);
  CHECK(read_class("") == std::nullopt);
}

TEST_CASE("ledger: security is the pledge and at most one kind beside it") {
  using enum SecurityMode;
  CHECK(read_security("知识产权质押") == pure_ip);
  CHECK(read_security("纯知识产权质押") == pure_ip);
  CHECK(read_security("专利权质押＋保证") == ip_guarantee);
  CHECK(read_security("知识产权质押、担保公司担保") == ip_guarantee);
  CHECK(read_security("知识产权质押+保证保险") == ip_insurance);
  CHECK(read_security("质押加房产抵押") == ip_other);
  CHECK(read_security("知识产权质押+抵押+股权质押") == ip_other);
  CHECK(read_security("知识产权质押+保证+抵押") == std::nullopt);
  CHECK(read_security("信用") == std::nullopt);
  CHECK(read_security("保证") == std::nullopt);
  CHECK(read_security("") == std::nullopt);
}

TEST_CASE("ledger: the legal basis is read from short words") {
  CHECK(read_basis("授权书") == LegalBasis::customer_authorisation);
  CHECK(read_basis("基金备案") == LegalBasis::fund_filing);
  CHECK(read_basis("补贴申请") == LegalBasis::subsidy_application);
  CHECK(read_basis("口头同意") == std::nullopt);
}

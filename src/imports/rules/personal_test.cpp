#include "imports/rules/personal.h"

#include <doctest/doctest.h>

using namespace zr::imports;

TEST_CASE("architecture 3: listed columns are personal, also inside a longer name") {
  const PersonalColumns listed{"联系人", "电话", "法定代表人", "手机"};
  CHECK(personal_column(listed, "联系人"));
  CHECK(personal_column(listed, "企业 联系人（必填）"));
  CHECK(personal_column(listed, "联系电话"));
  CHECK_FALSE(personal_column(listed, "企业名称"));
  CHECK_FALSE(personal_column({}, "联系人"));
}

TEST_CASE("architecture 3: a value shaped like a mobile or identity number is personal anywhere") {
  for (const auto* value :
       {"13900000000", "139 0000 0000", "139-0000-0000", "+86 13900000000",
        "８６１３９００００００００", "示例13900000000转1", "410105199003070011",
        "41010519900307001x", "身份证41010519900307001X"}) {
    INFO(value);
    CHECK(personal_shape(value));
  }
  for (const auto* value :
       {"", "12900000000", "1390000000", "139000000001", "1234567.89", "914101001234567890",
        "410105199013070011", "4101051990030700", "2026-01-05"}) {
    INFO(value);
    CHECK_FALSE(personal_shape(value));
  }
}

TEST_CASE("what is personal is shown by its first character only") {
  CHECK(masked("张三丰") == "张***");
  CHECK(masked("1390") == "1***");
  CHECK(masked("") == "***");
}

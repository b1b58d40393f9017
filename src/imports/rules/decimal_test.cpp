#include "imports/rules/decimal.h"

#include <doctest/doctest.h>

#include "imports/rules/number_text.h"

using namespace zr;
using namespace zr::imports;

namespace {

Decimal of(std::string_view text) {
  const auto value = Decimal::parse(text);
  REQUIRE(value);
  return *value;
}

std::string meant(std::string_view text) {
  const NumberText read = read_number(text);
  CHECK_FALSE(read.value);
  return read.meant ? read.meant->text() : "";
}

}  // namespace

TEST_CASE("a decimal of a sheet is exact, up to 18 digits") {
  CHECK(of("12.50").text() == "12.5");
  CHECK(of("-0.05").text() == "-0.05");
  CHECK(of(".5").text() == "0.5");
  CHECK(of("7").text() == "7");
  CHECK(of("000").text() == "0");
  CHECK(of("0.30000000000000004").text() == "0.30000000000000004");
  CHECK(Decimal::parse("999999999999999999"));
  CHECK_FALSE(Decimal::parse("1000000000000000001"));
  for (const auto* text : {"", ".", "-", "1.2.3", "1e3", "1,000", "１", " 1"})
    CHECK_FALSE(Decimal::parse(text));
}

TEST_CASE("item 10: an amount must be whole fen after its unit; what it rounds to is only shown") {
  CHECK(fen_of(of("0.01"), Unit::yuan) == Money{1});
  CHECK_FALSE(fen_of(of("0.001"), Unit::yuan));
  CHECK(fen_of(of("0.000001"), Unit::wan) == Money{1});
  CHECK_FALSE(fen_of(of("0.0000001"), Unit::wan));
  CHECK(fen_of(of("123.456789"), Unit::wan) == Money{123'456'789});
  CHECK_FALSE(fen_of(of("0.30000000000000004"), Unit::yuan));
  CHECK(to_whole_fen(of("0.30000000000000004"), Unit::yuan)->text() == "0.3");
  CHECK(to_whole_fen(of("1.005"), Unit::yuan)->text() == "1.01");
  CHECK(to_whole_fen(of("-1.005"), Unit::yuan)->text() == "-1.01");
  CHECK(to_whole_fen(of("1.0049"), Unit::yuan)->text() == "1");
  CHECK(to_whole_fen(of("0.000000000000000000001"), Unit::yuan)->text() == "0");
  // 2^53 - 1 fen is the most that the house accepts.
  CHECK(fen_of(of("90071992547409.91"), Unit::yuan) == money_limit);
  CHECK_FALSE(fen_of(of("90071992547409.92"), Unit::yuan));
  CHECK_FALSE(fen_of(of("900719925474099.1"), Unit::wan));
}

TEST_CASE(
    "item 10: full-width digits, thousands commas, blanks and a sign of money are normalised") {
  for (const auto* text : {"１２３４．５０", "1,234.50", " 1 234.50 ", "￥1,234.5", "¥1234.50",
                           "+1234.50", "１，２３４．５", "1，234.5"}) {
    INFO(text);
    const NumberText read = read_number(text);
    REQUIRE(read.value);
    CHECK(read.value->text() == "1234.5");
    CHECK(read.tidied);
  }
  CHECK_FALSE(read_number("1234.50").tidied);
  CHECK(read_number("-1,234,567").value->text() == "-1234567");
}

TEST_CASE("item 10: a text such as 1e3 or 1.2亿 is held with what it probably means") {
  CHECK(meant("1e3") == "1000");
  CHECK(meant("1.5E+05") == "150000");
  CHECK(meant("5E-2") == "0.05");
  CHECK(meant("1.2亿") == "120000000");
  CHECK(meant("50万元") == "500000");
  CHECK(meant("1,200元") == "1200");
  CHECK(read_number("50万").said_in == Unit::yuan);
  CHECK_FALSE(read_number("30天").said_in);
  CHECK(meant("30天") == "30");
  CHECK(meant("(1,000.00)") == "-1000");
  CHECK(meant("1,23") == "123");
  CHECK(meant("12,34,567") == "1234567");
  for (const auto* text : {"", "约100", "abc", "e3", "1e", "1e99", "(", "()", "元", "一百"})
    CHECK(meant(text).empty());
}

TEST_CASE("normalising never makes or loses a fen, in either unit and however it is written") {
  std::uint64_t state = 20260930;
  const auto random = [&] {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return state >> 9;
  };
  for (int n = 0; n < 20'000; ++n) {
    const Money amount{static_cast<std::int64_t>(random() % 9'007'199'254'740'991ULL) >>
                       (random() % 50)};
    for (const Unit unit : {Unit::yuan, Unit::wan}) {
      const std::string plain = in_unit(amount, unit).text();
      REQUIRE(fen_of(of(plain), unit) == amount);
      // With commas between the thousands, in full width.
      std::string wide;
      const auto whole = std::min(plain.find('.'), plain.size());
      for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0) wide += "，";
        if (plain[i] == '.')
          wide += "．";
        else
          wide += std::string("\xEF\xBC") + static_cast<char>(0x90 + (plain[i] - '0'));
      }
      const NumberText read = read_number(wide);
      REQUIRE(read.value);
      REQUIRE(fen_of(*read.value, unit) == amount);
      REQUIRE(to_whole_fen(*read.value, unit) == in_unit(amount, unit));
    }
  }
}

#include "imports/rules/cell.h"

#include <doctest/doctest.h>

#include "base/identifier.h"

using namespace zr;
using namespace zr::imports;
using documents::Cell;
using documents::CellKind;

namespace {

enum class Right { patent, trademark };
std::span<const Name> names_of(Right) {
  static constexpr Name names[] = {named(Right::patent, "patent", "专利权", "Patent"),
                                   named(Right::trademark, "trademark", "商标权", "Trademark")};
  return names;
}

constexpr Refusal code_form{"code_form", "应为18位", "18 places"};

struct Line {
  std::string name;
  std::optional<std::string> code;
  std::optional<Money> balance_fen;
  Money paid_fen;
  std::optional<std::int64_t> days;
  std::optional<Date> due;
  std::optional<Right> right;
  std::optional<bool> first;
  std::optional<Ppm> rate_ppm;
  std::optional<Share> part_bp;
  std::optional<Quarter> quarter;
};
const json::Struct& describe(const Line*) {
  static const json::Struct table(
      "Line",
      {{"name", &Line::name, "名称", "Name", {.max_length = 5}},
       {"code", &Line::code, "代码", "Code", {.check = [](std::string_view text) -> const Refusal* {
          return uscc_verdict(text) == IdentifierVerdict::invalid ? &code_form : nullptr;
        }}},
       {"balance_fen", &Line::balance_fen, "余额", "Balance"},
       {"paid_fen", &Line::paid_fen, "放款", "Paid", {.min = 1}},
       {"days", &Line::days, "天数", "Days", {.min = 0, .max = 9999}},
       {"due", &Line::due, "到期", "Due"},
       {"right", &Line::right, "权利", "Right"},
       {"first", &Line::first, "首贷", "First"},
       {"rate_ppm", &Line::rate_ppm, "利率", "Rate"},
       {"part_bp", &Line::part_bp, "比例", "Part"},
       {"quarter", &Line::quarter, "季度", "Quarter"}});
  return table;
}

/// "value", "~value" where it was tidied, "code" or "code→suggestion" where it is held.
std::string read(std::string_view field, std::string_view text, CellKind kind = CellKind::text,
                 Unit unit = Unit::yuan) {
  const json::Field& column = *json::struct_of<Line>().find(field);
  const CellReading out =
      read_cell({.kind = kind, .text = text, .date = {}}, {.field = column, .unit = unit});
  if (out.fault)
    return out.fault->code + (out.fault->suggestion ? "→" + *out.fault->suggestion : "");
  std::string told = out.tidied ? "~" : "";
  if (const auto* number = std::get_if<std::int64_t>(&out.value))
    return told + std::to_string(*number);
  const auto* said = std::get_if<std::string>(&out.value);
  return told + (said ? *said : "");
}

}  // namespace

TEST_CASE("item 10: amounts are read in their unit, to the fen") {
  CHECK(read("balance_fen", "1234.56") == "123456");
  CHECK(read("balance_fen", "1,234.56") == "~123456");
  CHECK(read("balance_fen", "12.5", CellKind::number, Unit::wan) == "12500000");
  CHECK(read("balance_fen", "0.1234567", CellKind::number, Unit::wan) == "part_of_a_fen→0.123457");
  CHECK(read("balance_fen", "1e3") == "number_unclear→1000");
  CHECK(read("balance_fen", "1.2亿", CellKind::text, Unit::wan) == "number_unclear→12000");
  CHECK(read("balance_fen", "1.2亿") == "number_unclear→120000000");
  CHECK(read("balance_fen", "一百") == "not_a_number");
  CHECK(read("balance_fen", "NaN") == "not_a_number");
  CHECK(read("balance_fen", "90071992547409.92") == "amount_too_large");
  CHECK(read("balance_fen", "-1") == "negative_amount");
  CHECK(read("balance_fen", "0") == "0");
  CHECK(read("paid_fen", "0") == "not_positive");
  CHECK(read("paid_fen", "0.01") == "1");
}

TEST_CASE("a cell that may be empty may hold a dash, one that must not may not") {
  CHECK(read("balance_fen", "") == "");
  CHECK(read("balance_fen", "—") == "~");
  CHECK(read("due", "无") == "~");
  CHECK(read("paid_fen", " ") == "cell_empty");
  CHECK(read("paid_fen", "—") == "not_a_number");
  CHECK(read("name", "") == "cell_empty");
}

TEST_CASE("counts, days, shares and truth") {
  CHECK(read("days", "30") == "30");
  CHECK(read("days", "３０") == "~30");
  CHECK(read("days", "30天") == "number_unclear→30");
  CHECK(read("days", "30.5") == "not_whole");
  CHECK(read("days", "10000") == "max");
  CHECK(read("due", "2026/1/5") == "~2026-01-05");
  CHECK(read("due", "46027", CellKind::number) == "~2026-01-05");
  CHECK(read("due", "46027", CellKind::text) == "not_a_day");
  CHECK(read("due", "2026-02-30") == "not_a_day");
  CHECK(read("due", "26.1.5") == "day_unclear→2026-01-05");
  CHECK(read("rate_ppm", "3.65%") == "36500");
  CHECK(read("rate_ppm", "3.65") == "not_a_share→3.65%");
  CHECK(read("rate_ppm", "3.00001%") == "not_a_share");
  CHECK(read("part_bp", "80%") == "8000");
  CHECK(read("first", "是") == "1");
  CHECK(read("first", "n") == "0");
  CHECK(read("first", "也许") == "not_yes_or_no");
  CHECK(read("quarter", "2026q3") == "2026Q3");
  CHECK(read("quarter", "2026年三季度") == "~2026Q3");
  CHECK(read("quarter", "2026年9月") == "not_a_quarter→2026Q3");
  CHECK(read("quarter", "2026") == "not_a_quarter");
}

TEST_CASE("item 10: a choice is known by its Chinese or English label or its code") {
  CHECK(read("right", "专利权") == "patent");
  CHECK(read("right", "trademark") == "trademark");
  CHECK(read("right", "PATENT") == "patent");
  CHECK(read("right", " 专利权 ") == "~patent");
  CHECK(read("right", "专利权质押") == "not_a_choice→专利权");
  CHECK(read("right", "商标") == "not_a_choice→商标权");
  CHECK(read("right", "版权") == "not_a_choice");
}

TEST_CASE("texts keep their brackets; codes lose blanks and width") {
  CHECK(read("name", "甲（乙）") == "甲（乙）");
  CHECK(read("name", "甲\n乙 ") == "~甲乙");
  CHECK(read("name", "甲１") == "~甲1");
  CHECK(read("name", "一二三四五六") == "too_long");
  CHECK(read("code", "91410100ma4000001x") == "~91410100MA4000001X");
  CHECK(read("code", "9141 0100 MA40 0000 1X") == "~91410100MA4000001X");
  CHECK(read("code", "12") == "code_form");
  CHECK(read("name", "12345", CellKind::number) == "12345");
  CHECK(read("code", "4101020260000120", CellKind::number) == "digits_lost");
}

TEST_CASE("a formula without its value and a formula error are told as what they are") {
  CHECK(read("balance_fen", "", CellKind::unread) == "formula_unread");
  CHECK(read("balance_fen", "#DIV/0!") == "sheet_error");
  CHECK(read("name", "#N/A") == "sheet_error");
}

TEST_CASE("a value is shown in the unit of its column and by its label") {
  const auto& line = json::struct_of<Line>();
  CHECK(shown(*line.find("balance_fen"), std::int64_t{12'500'000}, Unit::wan, Language::zh) ==
        "12.5");
  CHECK(shown(*line.find("right"), std::string("patent"), Unit::yuan, Language::zh) == "专利权");
  CHECK(shown(*line.find("right"), std::string("patent"), Unit::yuan, Language::en) == "Patent");
  CHECK(shown(*line.find("rate_ppm"), std::int64_t{36'500}, Unit::yuan, Language::zh) == "3.65%");
  CHECK(shown(*line.find("part_bp"), std::int64_t{8'000}, Unit::yuan, Language::zh) == "80%");
  CHECK(shown(*line.find("first"), std::int64_t{1}, Unit::yuan, Language::zh) == "是");
  CHECK(shown(*line.find("first"), std::int64_t{0}, Unit::yuan, Language::en) == "no");
  CHECK(shown(*line.find("due"), std::monostate{}, Unit::yuan, Language::zh).empty());
}

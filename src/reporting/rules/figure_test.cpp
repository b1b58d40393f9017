#include "reporting/rules/figure.h"

#include <doctest/doctest.h>

#include "base/money.h"

namespace {

using zr::forms::FormCell;
using zr::forms::Measure;
using zr::reporting::fact_rows;
using zr::reporting::FactRows;
using zr::reporting::FactShape;
using zr::reporting::Figure;
using zr::reporting::figure_of;
using zr::reporting::not_published;
using zr::reporting::Part;
using zr::reporting::total;
using zr::reporting::Total;
using zr::reporting::totals;

enum class Kind { patent, trademark };
std::span<const zr::Name> names_of(Kind) {
  static constexpr zr::Name names[] = {
      zr::named(Kind::patent, "patent", "专利", "Patent"),
      zr::named(Kind::trademark, "trademark", "商标", "Trademark")};
  return names;
}

struct Loan {
  std::int64_t enterprise = 0;
  Kind right_kind = Kind::patent;
  zr::Money balance_fen;
  std::optional<zr::Money> secured_fen = {};
  std::optional<zr::Ppm> rate_ppm = {};
  std::optional<std::int64_t> overdue_days = {};
  bool in_park = false;
};
const zr::json::Struct& describe(const Loan*) {
  static const zr::json::Struct table(
      "Loan", {{"enterprise", &Loan::enterprise, "企业", "Enterprise"},
               {"right_kind", &Loan::right_kind, "种类", "Kind"},
               {"balance_fen", &Loan::balance_fen, "余额", "Balance"},
               {"secured_fen", &Loan::secured_fen, "担保额", "Secured"},
               {"rate_ppm", &Loan::rate_ppm, "利率", "Rate"},
               {"overdue_days", &Loan::overdue_days, "逾期天数", "Overdue days"},
               {"in_park", &Loan::in_park, "园区内", "In a park"}});
  return table;
}

const std::vector<FactShape>& shapes() {
  static const std::vector<FactShape> all{
      {"loans", zr::json::struct_of<Loan>(), "loan", {{.prefix = "ent", .fields = {"in_park"}}}}};
  return all;
}

FormCell cell(Measure measure, const char* field, const char* filter = nullptr,
              const char* reader = "loans") {
  FormCell made{.id = "cell", .title_zh = "示例", .title_en = "Example", .unit = "fen"};
  made.reader = reader;
  made.measure = measure;
  if (field) made.field = field;
  if (filter) made.filter = zr::json::Any{*zr::json::parse(filter)};
  return made;
}

Figure figure(const FormCell& from) {
  auto made = figure_of(from, shapes());
  REQUIRE(made);
  return *std::move(made);
}

Total over(const FormCell& from, const std::vector<Loan>& loans) {
  return total(figure(from), fact_rows(shapes().front(), loans));
}

/// Borrower 7 twice; 100.00, 50.01 and 0.02 yuan.
std::vector<Loan> three() {
  return {{.enterprise = 7,
           .right_kind = Kind::patent,
           .balance_fen = {10'000},
           .rate_ppm = zr::Ppm{40'000},
           .in_park = true},
          {.enterprise = 8,
           .right_kind = Kind::trademark,
           .balance_fen = {5'001},
           .rate_ppm = zr::Ppm{30'000}},
          {.enterprise = 7,
           .right_kind = Kind::patent,
           .balance_fen = {2},
           .rate_ppm = zr::Ppm{50'000},
           .in_park = true}};
}

constexpr const char* patents = R"({"fact":"loan.right_kind","op":"==","value":"patent"})";

/// The pointer and code of the first fault.
std::string fault(const FormCell& from) {
  const auto made = figure_of(from, shapes());
  REQUIRE(made == not_published);
  const auto& first = made.problem().errors.front();
  return first.pointer + " " + first.code;
}

}  // namespace

TEST_CASE("return_form: a sum counts the rows its filter lets through and opens into them") {
  const Total all = over(cell(Measure::sum, "balance_fen"), three());
  CHECK(all.value == 15'003);
  CHECK(all.parts == std::vector<Part>{{0, 10'000}, {1, 5'001}, {2, 2}});
  const Total some = over(cell(Measure::sum, "balance_fen", patents), three());
  CHECK(some.value == 10'002);
  CHECK(some.parts == std::vector<Part>{{0, 10'000}, {2, 2}});
  CHECK(over(cell(Measure::sum, "balance_fen", patents), {}).value == 0);
}

TEST_CASE("return_form: loans are counted, households are distinct borrowers") {
  CHECK(over(cell(Measure::count, nullptr, patents), three()).value == 2);
  const Total households = over(cell(Measure::distinct, "enterprise"), three());
  CHECK(households.value == 2);
  // The parts still add up: a borrower met again gives nothing.
  CHECK(households.parts == std::vector<Part>{{0, 1}, {1, 1}, {2, 0}});
}

TEST_CASE("return_form: a fact about the borrower is known by its own prefix") {
  const char* parks = R"({"fact":"ent.in_park","op":"==","value":true})";
  CHECK(over(cell(Measure::distinct, "enterprise", parks), three()).value == 1);
}

TEST_CASE("return_form: an average is weighted, rounds half even and is empty over nothing") {
  // (40000 x 10000 + 30000 x 5001 + 50000 x 2) / 15003 = 36668.0…
  const FormCell average = cell(Measure::weighted, "rate_ppm by balance_fen");
  CHECK(over(average, three()).value == 36'668);
  const auto pair = [](std::int64_t first, std::int64_t second) {
    return std::vector<Loan>{{.enterprise = 1, .balance_fen = {1}, .rate_ppm = zr::Ppm{first}},
                             {.enterprise = 2, .balance_fen = {1}, .rate_ppm = zr::Ppm{second}}};
  };
  CHECK(over(average, pair(1, 2)).value == 2);  // 1.5 to the even 2
  CHECK(over(average, pair(2, 3)).value == 2);  // 2.5 to the even 2
  CHECK(over(average, pair(-1, -2)).value == -2);
  CHECK_FALSE(over(average, {}).value);
}

TEST_CASE("return_form: a missing datum leaves the figure empty and names the row") {
  auto loans = three();
  loans[0].secured_fen = zr::Money{9'000};
  const Total secured = over(cell(Measure::sum, "secured_fen", patents), loans);
  CHECK_FALSE(secured.value);
  CHECK(secured.lacking == std::vector<std::size_t>{2});
  loans[2].secured_fen = zr::Money{0};
  CHECK(over(cell(Measure::sum, "secured_fen", patents), loans).value == 9'000);
  const char* late = R"({"fact":"loan.overdue_days","op":">","value":0})";
  const Total undecided = over(cell(Measure::count, nullptr, late), loans);
  CHECK_FALSE(undecided.value);
  CHECK(undecided.undecided.size() == 3);
}

TEST_CASE("issue 2 (11): where one amount is missing every line over that field is entered") {
  auto loans = three();
  loans[0].secured_fen = zr::Money{9'000};
  loans[2].secured_fen = zr::Money{2};
  const std::vector<Figure> figures{
      figure(cell(Measure::sum, "secured_fen", patents)),
      figure(cell(Measure::sum, "secured_fen",
                  R"({"fact":"loan.right_kind","op":"!=","value":"patent"})")),
      figure(cell(Measure::sum, "balance_fen"))};
  const auto rows = std::vector<FactRows>{fact_rows(shapes().front(), loans)};
  const auto found = totals(figures, rows);
  CHECK_FALSE(found[0].value);  // its own rows are complete
  CHECK_FALSE(found[1].value);
  CHECK(found[2].value == 15'003);
  CHECK(found[0].parts.size() == 2);
}

TEST_CASE("return_form: a cell is entered where no reader, field or fact is published") {
  CHECK(fault(cell(Measure::sum, "amount_fen", nullptr, "product.plans")) ==
        "/reader not_published");
  CHECK(fault(cell(Measure::sum, "granted_fen")) == "/field not_published");
  CHECK(fault(cell(Measure::sum, "right_kind")) == "/field not_published");
  CHECK(fault(cell(Measure::weighted, "rate_ppm")) == "/field not_published");
  CHECK(fault(cell(Measure::entered, nullptr)) == "/measure not_published");
  CHECK(fault(cell(Measure::count, nullptr, R"({"fact":"ent.size","op":"==","value":"small"})")) ==
        "/filter/fact unknown_fact");
  CHECK(fault(cell(Measure::count, nullptr,
                   R"({"fact":"loan.right_kind","op":"==","value":"gi"})")) ==
        "/filter/value wrong_value");
}

TEST_CASE("figures beyond what money can hold are our own fault and throw") {
  const std::vector<Loan> loans(1025, Loan{.enterprise = 1, .balance_fen = zr::money_limit});
  CHECK_THROWS_AS(over(cell(Measure::sum, "balance_fen"), loans), std::overflow_error);
}

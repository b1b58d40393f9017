#include "rulebook/rules/fact.h"

#include <doctest/doctest.h>

#include <array>

#include "base/money.h"

using zr::Date;
using zr::Money;
using zr::Name;
using zr::json::Kind;
using zr::json::Scalar;
using zr::rulebook::Constant;
using zr::rulebook::Fact;
using zr::rulebook::Op;
using zr::rulebook::op_fits;
using zr::rulebook::scalar_of;

namespace fact_test {

enum class Mode { pure_ip, ip_plus };

constexpr std::array modes{
    zr::named(Mode::pure_ip, "pure_ip", "纯知识产权质押", "IP pledge only"),
    zr::named(Mode::ip_plus, "ip_plus", "知识产权加其他担保", "IP and other security"),
};

std::span<const Name> names_of(Mode) {
  return modes;
}

struct Amounts {
  Money balance;
  std::optional<Money> secured;
};

const zr::json::Struct& describe(const Amounts*) {
  static const zr::json::Struct table("Amounts",
                                      {{"balance_fen", &Amounts::balance, "余额", "Balance"},
                                       {"secured_fen", &Amounts::secured, "担保额", "Secured"}});
  return table;
}

struct Note {
  std::string number;
  Amounts amounts;
  Mode mode = Mode::pure_ip;
  bool first_time = false;
  Date due;
  std::vector<std::string> remarks;
};

const zr::json::Struct& describe(const Note*) {
  static const zr::json::Struct table("Note",
                                      {{"number", &Note::number, "借据号", "Note number"},
                                       zr::json::embed(&Note::amounts),
                                       {"mode", &Note::mode, "担保方式", "Security"},
                                       {"first_time", &Note::first_time, "首贷", "First time"},
                                       {"due", &Note::due, "到期日", "Maturity"},
                                       {"remarks", &Note::remarks, "备注", "Remarks"}});
  return table;
}

}  // namespace fact_test

namespace {

std::optional<Scalar> typed(const Constant& constant, Kind kind) {
  return scalar_of(constant, {.name = "x.y", .kind = kind, .zh = "示例", .en = "Example"});
}

}  // namespace

TEST_CASE("the facts of a row are its scalar fields with their labels, embedded ones flattened") {
  const auto facts = zr::rulebook::facts_of(zr::json::struct_of<fact_test::Note>(), "note");
  REQUIRE(facts.size() == 6);
  CHECK(facts[0].name == "note.number");
  CHECK(facts[1].name == "note.balance_fen");
  CHECK(facts[1].kind == Kind::money);
  CHECK(facts[1].zh == "余额");
  CHECK(facts[3].kind == Kind::enumeration);
  CHECK(facts[3].names.size() == 2);
  CHECK(facts[5].name == "note.due");
}

TEST_CASE("the data of a row stand in the order of its facts, absent ones empty") {
  const fact_test::Note note{.number = "示例-1",
                             .amounts = {.balance = {500}, .secured = {}},
                             .mode = fact_test::Mode::ip_plus,
                             .first_time = true,
                             .due = {2026, 12, 31},
                             .remarks = {"x"}};
  const auto data = zr::rulebook::data_of(zr::json::struct_of<fact_test::Note>(), &note);
  REQUIRE(data.size() == 6);
  CHECK(data[0] == Scalar{"示例-1"});
  CHECK(data[1] == Scalar{std::int64_t{500}});
  CHECK(data[2] == Scalar{});
  CHECK(data[3] == Scalar{"ip_plus"});
  CHECK(data[4] == Scalar{std::int64_t{1}});
  CHECK(data[5] == Scalar{"2026-12-31"});
}

TEST_CASE("only numbers, days, moments and quarters have an order; yes and no stand in no list") {
  for (const Kind kind : {Kind::integer, Kind::money, Kind::ppm, Kind::share, Kind::date,
                          Kind::instant, Kind::quarter})
    for (const Op op :
         {Op::equal, Op::not_equal, Op::less, Op::at_most, Op::more, Op::at_least, Op::in})
      CHECK(op_fits(op, kind));
  for (const Kind kind : {Kind::text, Kind::enumeration, Kind::boolean}) {
    CHECK(op_fits(Op::equal, kind));
    CHECK(op_fits(Op::not_equal, kind));
    CHECK(op_fits(Op::in, kind) == (kind != Kind::boolean));
    for (const Op op : {Op::less, Op::at_most, Op::more, Op::at_least})
      CHECK_FALSE(op_fits(op, kind));
  }
  for (const Kind kind : {Kind::object, Kind::list, Kind::any})
    CHECK_FALSE(op_fits(Op::equal, kind));
}

TEST_CASE("a constant fits only the kind of its fact") {
  const Constant yes = true;
  const Constant number = std::int64_t{1};
  const Constant text = std::string("1");
  CHECK(typed(yes, Kind::boolean) == Scalar{std::int64_t{1}});
  CHECK_FALSE(typed(number, Kind::boolean));
  CHECK_FALSE(typed(text, Kind::boolean));
  for (const Kind kind : {Kind::integer, Kind::money, Kind::ppm, Kind::share}) {
    CHECK(typed(number, kind) == Scalar{std::int64_t{1}});
    CHECK_FALSE(typed(yes, kind));
    CHECK_FALSE(typed(text, kind));
  }
  CHECK(typed(text, Kind::text) == Scalar{"1"});
  CHECK_FALSE(typed(number, Kind::text));
  CHECK_FALSE(typed(text, Kind::any));
}

TEST_CASE("a day must exist, an enumeration must know the value, a text is not endless") {
  CHECK(typed(std::string("2026-02-28"), Kind::date));
  CHECK_FALSE(typed(std::string("2026-02-29"), Kind::date));
  CHECK(typed(std::string("2026Q4"), Kind::quarter));
  CHECK_FALSE(typed(std::string("2026Q5"), Kind::quarter));
  CHECK(typed(std::string("2026-01-05T08:00:00.000000+08:00"), Kind::instant));
  CHECK_FALSE(typed(std::string("2026-01-05T08:00:00Z"), Kind::instant));
  const Fact mode{.name = "note.mode",
                  .kind = Kind::enumeration,
                  .zh = "担保方式",
                  .en = "Security",
                  .names = fact_test::modes};
  CHECK(scalar_of(std::string("pure_ip"), mode));
  CHECK_FALSE(scalar_of(std::string("纯知识产权质押"), mode));
  CHECK(typed(std::string(200, 'x'), Kind::text));
  CHECK_FALSE(typed(std::string(201, 'x'), Kind::text));
  CHECK_FALSE(typed(std::string("\xFF"), Kind::text));
}

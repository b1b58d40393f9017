#include "rulebook/rules/condition.h"

#include <doctest/doctest.h>

#include "rulebook/rules/condition_fixture.h"

using namespace zr::rulebook;  // NOLINT: a test of this namespace's small vocabulary
using Scalars = std::vector<zr::json::Scalar>;

namespace {

constexpr std::int64_t balance = 500'000'000;

Truth judged(const Predicate& predicate, const Scalars& data = fixture::data()) {
  const auto condition = Condition::of(predicate, fixture::facts());
  REQUIRE(condition);
  return condition->judge(data);
}

/// "pointer code " of every fault.
std::string faults(const Predicate& predicate) {
  const auto condition = Condition::of(predicate, fixture::facts(), "/filter");
  std::string all;
  if (condition == bad_predicate)
    for (const auto& error : condition.problem().errors)
      all += error.pointer + " " + error.code + " ";
  return all;
}

/// Predicates over the fixture's data that are yes, no and unknown.
Predicate yes() {
  return compare("note.first_time", Op::equal, true);
}
Predicate no() {
  return compare("note.first_time", Op::equal, false);
}
Predicate open() {
  return compare("loan.product", Op::equal, std::string("示例贷"));
}

}  // namespace

TEST_CASE("§5a: each operator on both sides of its boundary") {
  struct Row {
    Op op;
    Truth below;
    Truth at;
    Truth above;
  };
  for (const Row& row : {Row{Op::equal, Truth::no, Truth::yes, Truth::no},
                         {Op::not_equal, Truth::yes, Truth::no, Truth::yes},
                         {Op::less, Truth::no, Truth::no, Truth::yes},
                         {Op::at_most, Truth::no, Truth::yes, Truth::yes},
                         {Op::more, Truth::yes, Truth::no, Truth::no},
                         {Op::at_least, Truth::yes, Truth::yes, Truth::no}}) {
    CAPTURE(zr::name_of(row.op));
    CHECK(judged(compare("note.balance_fen", row.op, balance - 1)) == row.below);
    CHECK(judged(compare("note.balance_fen", row.op, balance)) == row.at);
    CHECK(judged(compare("note.balance_fen", row.op, balance + 1)) == row.above);
    CHECK(judged(compare("note.disbursed_on", row.op, std::string("2026-09-29"))) == row.below);
    CHECK(judged(compare("note.disbursed_on", row.op, std::string("2026-09-30"))) == row.at);
    CHECK(judged(compare("note.disbursed_on", row.op, std::string("2026-10-01"))) == row.above);
  }
}

TEST_CASE("§5a: a list holds the datum or does not") {
  const auto sizes = [](std::vector<Constant> names) { return judged(in("ent.size", names)); };
  CHECK(sizes({std::string("small"), std::string("micro")}) == Truth::yes);
  CHECK(sizes({std::string("micro"), std::string("small")}) == Truth::yes);
  CHECK(sizes({std::string("large")}) == Truth::no);
  CHECK(judged(in("loan.term_months", {std::int64_t{6}, std::int64_t{12}})) == Truth::yes);
}

TEST_CASE("§5a: missing data leave a comparison open, whatever the operator") {
  for (const Op op : {Op::equal, Op::not_equal})
    CHECK(judged(compare("loan.product", op, std::string("示例贷"))) == Truth::unknown);
  CHECK(judged(in("loan.product", {std::string("示例贷")})) == Truth::unknown);
  CHECK(judged(negation(open())) == Truth::unknown);
}

TEST_CASE("§5a: all, any and not follow three-valued logic in every order") {
  struct Row {
    Predicate left;
    Predicate right;
    Truth all;
    Truth any;
  };
  for (const Row& row : {Row{yes(), yes(), Truth::yes, Truth::yes},
                         {yes(), no(), Truth::no, Truth::yes},
                         {yes(), open(), Truth::unknown, Truth::yes},
                         {no(), no(), Truth::no, Truth::no},
                         {no(), open(), Truth::no, Truth::unknown},
                         {open(), open(), Truth::unknown, Truth::unknown}}) {
    CHECK(judged(all_of({row.left, row.right})) == row.all);
    CHECK(judged(all_of({row.right, row.left})) == row.all);
    CHECK(judged(any_of({row.left, row.right})) == row.any);
    CHECK(judged(any_of({row.right, row.left})) == row.any);
  }
  CHECK(judged(negation(yes())) == Truth::no);
  CHECK(judged(negation(no())) == Truth::yes);
  CHECK(judged(always()) == Truth::yes);
  CHECK(judged(never()) == Truth::no);
}

TEST_CASE("§5a: the trace names every node, its answer and the datum it looked at") {
  const auto condition =
      Condition::of(all_of({no(), any_of({open(), yes()}),
                            negation(compare("loan.rate_ppm", Op::more, std::int64_t{50'000}))}),
                    fixture::facts());
  REQUIRE(condition);
  const Trace trace = condition->trace(fixture::data());
  CHECK(trace.truth == Truth::no);
  CHECK(trace.pointer == "");
  REQUIRE(trace.parts.size() == 3);
  CHECK(trace.parts[0].pointer == "/all/0");
  CHECK(trace.parts[0].fact == "note.first_time");
  CHECK(trace.parts[0].datum == zr::json::Scalar{std::int64_t{1}});
  CHECK(trace.parts[0].truth == Truth::no);
  const Trace& choice = trace.parts[1];
  CHECK(choice.truth == Truth::yes);
  CHECK(choice.parts.at(0).pointer == "/all/1/any/0");
  CHECK(choice.parts.at(0).truth == Truth::unknown);
  CHECK(choice.parts.at(0).datum == zr::json::Scalar{});
  CHECK(trace.parts[2].truth == Truth::yes);
  CHECK(trace.parts[2].parts.at(0).pointer == "/all/2/not");
  CHECK(trace.parts[2].parts.at(0).datum == zr::json::Scalar{std::int64_t{34'500}});
}

TEST_CASE("§5a: a condition knows which facts it asks, each once") {
  const auto condition = Condition::of(all_of({yes(), open(), no()}), fixture::facts());
  CHECK(condition->facts_asked() == std::vector<std::size_t>{2, 6});
  CHECK((*Condition::of(always(), fixture::facts())).facts_asked().empty());
}

TEST_CASE("§5a: a tree is refused with every fault at its place") {
  CHECK(faults(all_of({compare("note.nothing", Op::equal, true),
                       compare("ent.size", Op::less, std::string("small")),
                       negation(compare("note.balance_fen", Op::equal, std::string("5")))})) ==
        "/filter/all/0/fact unknown_fact /filter/all/1/op wrong_operator "
        "/filter/all/2/not/value wrong_value ");
  CHECK(faults(in("ent.size", {std::string("small"), std::string("tiny"), true})) ==
        "/filter/value/1 wrong_value /filter/value/2 wrong_value ");
  CHECK(faults(compare("note.first_time", Op::in, true)) == "/filter/op wrong_operator ");
  CHECK(faults(compare("note.disbursed_on", Op::at_most, std::string("2026-02-29"))) ==
        "/filter/value wrong_value ");
}

TEST_CASE("§5a: empty groups, lists and comparisons are refused") {
  CHECK(faults(all_of({})) == "/filter wrong_count ");
  CHECK(faults(any_of({yes(), any_of({})})) == "/filter/any/1 wrong_count ");
  CHECK(faults(in("ent.size", {})) == "/filter/value wrong_count ");
  Predicate two = yes();
  two.comparison.values.push_back(true);
  CHECK(faults(two) == "/filter/value wrong_count ");
  Predicate neither = negation(yes());
  neither.parts.push_back(no());
  CHECK(faults(neither) == "/filter wrong_count ");
}

TEST_CASE("§5a: a tree of 16 levels and 500 nodes is taken, one more is refused") {
  const auto nested = [](std::size_t levels) {
    Predicate tree = yes();
    for (std::size_t i = 1; i < levels; ++i) tree = negation(std::move(tree));
    return tree;
  };
  CHECK(faults(nested(16)) == "");
  CHECK(faults(nested(17)).ends_with("/not too_large "));
  CHECK(faults(any_of(std::vector<Predicate>(499, yes()))) == "");
  CHECK(faults(any_of(std::vector<Predicate>(5'000, yes()))) == "/filter/any/499 too_large ");
}

TEST_CASE("§5a: as many values as the limit may be listed, one more may not") {
  std::vector<Constant> terms(500, std::int64_t{12});
  CHECK(faults(in("loan.term_months", terms)) == "");
  terms.push_back(std::int64_t{24});
  CHECK(faults(in("loan.term_months", terms)) == "/filter/value wrong_count ");
}

#include "rulebook/rules/predicate_json.h"

#include <doctest/doctest.h>

#include "rulebook/rules/condition_fixture.h"

using namespace zr::rulebook;  // NOLINT: a test of this namespace's small vocabulary

namespace {

zr::Result<Predicate> read(std::string_view text) {
  return read_predicate(*zr::json::parse(text, {.depth = 100}), "/when");
}

std::string faults(std::string_view text) {
  const auto predicate = read(text);
  std::string all;
  if (predicate == bad_predicate)
    for (const auto& error : predicate.problem().errors)
      all += error.pointer + " " + error.code + " ";
  return all;
}

}  // namespace

TEST_CASE("§5a: every form of the grammar reads and is written back as it was") {
  for (
      const std::string_view text :
      {R"(true)", R"(false)", R"({"fact":"note.balance_fen","op":">","value":0})",
       R"({"fact":"ent.size","op":"in","value":["small","micro"]})",
       R"({"all":[{"fact":"movement.kind","op":"==","value":"drawdown"},{"fact":"movement.in_year","op":"==","value":true}]})",
       R"({"any":[{"fact":"ent.registered_in_city","op":"==","value":false},{"not":{"fact":"ent.tax_in_city","op":"!=","value":false}}]})",
       R"({"all":[{"fact":"a.b","op":"<","value":-1},{"fact":"a.b","op":"<=","value":1},{"fact":"a.b","op":">=","value":9007199254740993}]})"}) {
    CAPTURE(text);
    const auto predicate = read(text);
    REQUIRE(predicate);
    CHECK(zr::json::write(to_json(*predicate)) == text);
    CHECK(*read(zr::json::write(to_json(*predicate))) == *predicate);
  }
}

TEST_CASE("§5a: the read tree is the one built by hand") {
  CHECK(read(R"({"not":{"fact":"ent.size","op":"in","value":["small"]}})") ==
        negation(in("ent.size", {std::string("small")})));
  CHECK(read(R"({"fact":"note.first_time","op":"==","value":true})") ==
        compare("note.first_time", Op::equal, true));
}

TEST_CASE("§5a: what is no condition is refused at its place") {
  CHECK(faults(R"(1)") == "/when wrong_form ");
  CHECK(faults(R"(null)") == "/when wrong_form ");
  CHECK(faults(R"({})") == "/when wrong_form ");
  CHECK(faults(R"([true])") == "/when wrong_form ");
  CHECK(faults(R"({"some":[true]})") == "/when wrong_form ");
  CHECK(faults(R"({"all":[true],"any":[true]})") == "/when wrong_form ");
  CHECK(faults(R"({"not":[true]})") == "/when/not wrong_form ");
  CHECK(faults(R"({"all":[]})") == "/when/all wrong_count ");
  CHECK(faults(R"({"any":true})") == "/when/any wrong_count ");
  CHECK(faults(R"({"all":[true,{"any":["x"]}]})") == "/when/all/1/any/0 wrong_form ");
}

TEST_CASE("§5a: every fault of a comparison is named at once") {
  CHECK(faults(R"({"fact":"a.b"})") == "/when/op wrong_operator /when/value required ");
  CHECK(faults(R"({"fact":1,"op":"=","value":1,"note":2})") ==
        "/when/note unknown_field /when/fact required /when/op wrong_operator ");
  CHECK(faults(R"({"fact":"a.b","op":"==","value":null})") == "/when/value wrong_value ");
  CHECK(faults(R"({"fact":"a.b","op":"==","value":1.5})") == "/when/value wrong_value ");
  CHECK(faults(R"({"fact":"a.b","op":"==","value":[1]})") == "/when/value wrong_value ");
  CHECK(faults(R"({"fact":"a.b","op":"in","value":1})") == "/when/value wrong_count ");
  CHECK(faults(R"({"fact":"a.b","op":"in","value":[]})") == "/when/value wrong_count ");
  CHECK(faults(R"({"fact":"a.b","op":"in","value":[1,{}]})") == "/when/value/1 wrong_value ");
}

TEST_CASE("§5a: a tree that is too deep or too wide is refused while it is read") {
  const auto nested = [](int levels) {
    std::string text = "true";
    for (int i = 1; i < levels; ++i) text = R"({"not":)" + text + "}";
    return text;
  };
  CHECK(faults(nested(16)) == "");
  CHECK(faults(nested(17)).ends_with("/not too_large "));
  std::string wide = R"({"any":[true)";
  for (int i = 1; i < 499; ++i) wide += ",true";
  CHECK(faults(wide + "]}") == "");
  CHECK(faults(wide + ",true,true]}") == "/when/any/499 too_large ");
}

TEST_CASE("§5a: a list of values is read up to its limit") {
  std::string list = R"({"fact":"a.b","op":"in","value":[1)";
  for (int i = 1; i < 500; ++i) list += ",1";
  CHECK(faults(list + "]}") == "");
  CHECK(faults(list + ",1]}") == "/when/value wrong_count ");
}

TEST_CASE("§5a: reading and checking in one step names shape first, then facts") {
  const auto value = [](std::string_view text) { return *zr::json::parse(text); };
  const auto facts = fixture::facts();
  CHECK(read_condition(value(R"({"fact":"ent.size","op":"==","value":"small"})"), facts));
  const auto shape = read_condition(value(R"({"fact":"ent.size","op":"=="})"), facts, "/when");
  CHECK(shape == bad_predicate);
  CHECK(shape.problem().errors.at(0).pointer == "/when/value");
  const auto typed =
      read_condition(value(R"({"fact":"ent.size","op":"==","value":"tiny"})"), facts, "/when");
  CHECK(typed == bad_predicate);
  CHECK(typed.problem().errors.at(0).code == "wrong_value");
  CHECK(typed.problem().errors.at(0).zh == "不是“企业规模”可有的值");
}

#include <doctest/doctest.h>

#include <algorithm>

#include "json/describe.h"

namespace {

using namespace zr;

enum class Colour { red, blue };
std::span<const Name> names_of(Colour) {
  static constexpr Name names[] = {named(Colour::red, "red", "红", "Red"),
                                   named(Colour::blue, "blue", "蓝", "Blue")};
  return names;
}

struct Terms {
  DisbursedAmount disbursed_fen;
  std::optional<Date> due;
};
const json::Struct& describe(const Terms*) {
  static const json::Struct table(
      "Terms", {{"disbursed_fen", &Terms::disbursed_fen, "发放金额", "Disbursed", {.min = 1}},
                {"due", &Terms::due, "到期日", "Due"}});
  return table;
}

struct Part {
  std::string number;
};
const json::Struct& describe(const Part*) {
  static const json::Struct table("Part",
                                  {{"number", &Part::number, "编号", "Number", {.max_length = 4}}});
  return table;
}

struct Offer {
  std::string name;
  Colour colour = Colour::red;
  Terms terms;
  bool open = false;
  std::vector<Part> parts;
  std::optional<Part> lead;
  std::string password;
};
const json::Struct& describe(const Offer*) {
  static const json::Struct table(
      "Offer",
      {{"name", &Offer::name, "名称", "Name", {.max_length = 5}},
       {"colour", &Offer::colour, "颜色", "Colour"},
       json::embed(&Offer::terms),
       {"open", &Offer::open, "开放", "Open"},
       {"parts", &Offer::parts, "部件", "Parts", {.max_items = 2}},
       {"lead", &Offer::lead, "主件", "Lead"},
       {"password", &Offer::password, "密码", "Password", {.privacy = json::Privacy::secret}}});
  return table;
}

constexpr Refusal code_form{"code_form", "代码应为6位", "A code has 6 digits"};
constexpr Refusal unknown_kind{"unknown_kind", "看不出是哪一种", "This is no kind"};

struct Coded {
  std::string code;
  std::string kind;
};
const json::Struct& describe(const Coded*) {
  static const json::Struct table(
      "Coded",
      {{"code", &Coded::code, "代码", "Code", {.check = [](std::string_view) -> const Refusal* {
          return &code_form;
        }}},
       {"kind", &Coded::kind, "种类", "Kind", {.check = [](std::string_view) -> const Refusal* {
          return &unknown_kind;
        }}}});
  return table;
}

struct Meeting {
  Instant at;
};
const json::Struct& describe(const Meeting*) {
  static const json::Struct table("Meeting", {{"at", &Meeting::at, "时间", "At"}});
  return table;
}

std::vector<std::string> faults(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& error : json::read_text<Offer>(text).problem().errors)
    out.push_back(error.pointer + " " + error.code);
  return out;
}

}  // namespace

TEST_CASE("a ground that names its field itself is not given the field's label again") {
  const auto errors = json::read_text<Coded>(R"({"code":"1","kind":"x"})").problem().errors;
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].zh == "代码应为6位");
  CHECK(errors[1].zh == "种类：看不出是哪一种");
}

TEST_CASE("a moment comes in as RFC 3339 has it and goes out in one form") {
  const std::string written = R"({"at":"2026-10-08T09:30:00.000000+08:00"})";
  for (const char* at : {"2026-10-08T09:30:00+08:00", "2026-10-08T01:30:00Z",
                         "2026-10-08T09:30:00.0+08:00", "2026-10-08T09:30:00.000000+08:00"}) {
    const auto read = json::read_text<Meeting>(R"({"at":")" + std::string(at) + R"("})");
    REQUIRE_MESSAGE(read, at);
    CHECK(json::write(*read) == written);
  }
  for (const char* at : {"2026-10-08", "2026-10-08T09:30:00", "2026-10-08T09:30Z"}) {
    const auto read = json::read_text<Meeting>(R"({"at":")" + std::string(at) + R"("})");
    REQUIRE_FALSE(read);
    CHECK(read.problem().errors.front().code == "instant");
  }
}

TEST_CASE("a described struct reads and writes itself, without its secrets") {
  const auto offer = json::read_text<Offer>(
      R"({"name":"质押","colour":"blue","disbursed_fen":9007199254740991,"due":"2026-01-05","open":true,"parts":[{"number":"1"}],"lead":{"number":"2"},"password":"x"})");
  REQUIRE(offer);
  CHECK(offer->terms.disbursed_fen.money == money_limit);
  CHECK(offer->parts.at(0).number == "1");
  CHECK(
      json::write(*offer) ==
      R"({"name":"质押","colour":"blue","disbursed_fen":9007199254740991,"due":"2026-01-05","open":true,"parts":[{"number":"1"}],"lead":{"number":"2"}})");
}

TEST_CASE("all faults of a request are told at once, each with its place") {
  CHECK(
      faults(
          R"({"name":"一二三四五六","colour":"green","disbursed_fen":0,"due":"2026-02-30","open":1,"parts":[{"number":""},{}],"zzz":1,"password":"x"})") ==
      std::vector<std::string>{"/zzz unknown_field", "/name too_long", "/colour enum",
                               "/disbursed_fen min", "/due date", "/open type",
                               "/parts/0/number too_short", "/parts/1/number required"});
}

TEST_CASE("security 22: money that is not a plain whole number of fen is refused by name") {
  for (const char* amount :
       {"-1", "0", "0.001", "1e3", "100.0", "9007199254740992", "1e308", "18446744073709551615",
        "\"1\"", "\"１\"", "null", "[1]", "{}", "true"}) {
    const auto text =
        std::string(R"({"name":"a","colour":"red","open":true,"password":"x","disbursed_fen":)") +
        amount + "}";
    CAPTURE(amount);
    const auto result = json::read_text<Offer>(text);
    REQUIRE_FALSE(result);
    REQUIRE(result.problem().errors.size() == 1);
    CHECK(result.problem().errors[0].pointer == "/disbursed_fen");
  }
  CHECK(json::parse("NaN") == json::malformed_json);
  CHECK(json::parse("１") == json::malformed_json);
}

TEST_CASE("security 37: hostile JSON ends in a refusal") {
  CHECK(json::parse(std::string(100'000, '[')) == json::json_too_deep);
  CHECK(json::parse(R"({"a":1,"a":2})") == json::json_repeated_key);
  std::string many = "{";
  for (int i = 0; i < 60'000; ++i) many += "\"k" + std::to_string(i) + "\":1,";
  many.back() = '}';
  CHECK(json::parse(many) == json::json_too_many_keys);
  CHECK(json::parse("\"\xC3\x28\"") == json::malformed_json);
  CHECK(json::parse("\"a\\u0000b\"") == json::malformed_json);
  CHECK(json::parse("{} {}") == json::malformed_json);
  CHECK(json::parse("") == json::malformed_json);
  CHECK(json::parse("[" + std::string(100'000, '9') + "]"));
}

TEST_CASE("a value writes back as it was read") {
  const std::string text = R"({"a":[1,null,true,"质\n\"\\\u0001"],"b":{},"c":1e400})";
  const auto value = json::parse(text);
  REQUIRE(value);
  CHECK(json::write(*value) == text);
}

TEST_CASE("the schema carries labels, limits and the names of an enumeration") {
  json::Object components;
  json::schema_of(json::struct_of<Offer>(), components);
  const auto text = json::write(json::Value(components));
  CHECK(
      text.find(
          R"("disbursed_fen":{"type":"integer","minimum":1,"format":"money-fen","x-zh":"发放金额","x-en":"Disbursed"})") !=
      std::string::npos);
  CHECK(text.find(R"({"name":"blue","zh":"蓝","en":"Blue"})") != std::string::npos);
  CHECK(text.find(R"("x-privacy":"secret")") != std::string::npos);
  CHECK(components.size() == 2);
}

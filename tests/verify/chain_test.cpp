/// Tampering with the record: changed, dropped, swapped, doubled, cut, recomputed.
#include <doctest/doctest.h>

#include <random>
#include <utility>

#include "crypto/digest.h"
#include "export.h"

using verify_test::City;
using verify_test::lines_of;
using verify_test::verify;
using verify_test::with;

namespace {

/// Exactly one finding, which says this.
void only(const verify_test::Answer& answer, const std::string& finding) {
  INFO(answer.said);
  CHECK(answer.exit == 1);
  CHECK(answer.names("found: " + finding));
  CHECK(answer.names("bad: " + finding));
  CHECK_FALSE(answer.names("findings)"));
}

/// At least this finding.
void finds(const verify_test::Answer& answer, const std::string& finding) {
  INFO(answer.said);
  CHECK(answer.exit == 1);
  CHECK(answer.names("found: " + finding));
  CHECK(answer.names("\nbad: "));
}

std::string& record(City& city, std::size_t seq) {
  return city.file.records.at(seq - 1);
}

}  // namespace

TEST_CASE(
    "an untouched record is good, and without an anchor the verifier says what it cannot see") {
  const City city;
  const auto answer = verify({.text = city.file.text()});
  INFO(answer.said);
  CHECK(answer.exit == 0);
  CHECK(answer.names("key " + city.key.id() + " introduced by record 1"));
  CHECK(answer.names("note: without an anchor a cut tail"));
  CHECK(answer.names("\nok: 10 records, head " + zr::crypto::sha256_hex(city.file.records.back())));
}

TEST_CASE("a changed record is named, wherever it stands") {
  for (const std::size_t seq : {1, 2, 5, 9, 10}) {
    City city;
    record(city, seq) = with(record(city, seq), "+08:00", "+08:01");
    only(verify({.text = city.file.text()}), "record " + std::to_string(seq) + " was changed");
  }
}

TEST_CASE("a changed link to the record before is the fault of the record that bears it") {
  for (const std::size_t seq : {2, 5, 10}) {
    City city;
    record(city, seq) = with(record(city, seq), "\"prev\":\"", "\"prev\":\"0");
    finds(verify({.text = city.file.text()}), "record " + std::to_string(seq) + " was changed");
  }
  City city;
  record(city, 1) = with(record(city, 1), "\"prev\":\"0", "\"prev\":\"1");
  city.file.records = {record(city, 1)};
  city.file.close();
  only(verify({.text = city.file.text()}), "record 1 names a predecessor");
}

TEST_CASE("a changed number is named by the place the record holds") {
  City city;
  record(city, 5) = with(record(city, 5), "\"seq\":5", "\"seq\":7");
  finds(verify({.text = city.file.text()}), "record 5 bears the number 7");
  City none;
  record(none, 5) = with(record(none, 5), "\"seq\":5", "\"seq\":\"5\"");
  finds(verify({.text = none.file.text()}), "record 5 bears no number");
}

TEST_CASE("a damaged or unknown form is named") {
  const std::pair<std::string, std::string> breaks[] = {
      {"\"alg\":\"sha256\"", "\"alg\":\"md5\""},
      {"\"v\":1", "\"v\":2"},
      {"\"result\":{", "\"result\":"},
      {"\"outcome\":\"done\",", ""},
      {"\"outcome\":\"done\"", "\"outcame\":\"done\""},
      {"\"key\":\"k-5\"", "\"alg\":\"sha256\""},
      {"{\"v\":1", "{ \"v\":1"},
  };
  const std::string says[] = {
      "uses an algorithm unknown here",
      "is of version 2, unknown here",
      "is not readable",
      "lacks outcome",
      "lacks outcome",
      "lacks actor",
      "is not readable",
  };
  for (std::size_t i = 0; i < std::size(breaks); ++i) {
    City city;
    record(city, 5) = with(record(city, 5), breaks[i].first, breaks[i].second);
    finds(verify({.text = city.file.text()}), "record 5 " + says[i]);
  }
  City extra;
  extra.drafts[4].outcome = "done\",\"zzz\":\"";
  extra.relink();
  finds(verify({.text = extra.file.text()}), "record 5 has an unknown member zzz");
}

TEST_CASE("a record nested without end is refused, not followed") {
  City city;
  city.drafts[4].body = std::string(100'000, '[') + std::string(100'000, ']');
  city.relink();
  finds(verify({.text = city.file.text()}), "record 5 is not readable");
}

TEST_CASE("dropped records are missing by number") {
  City one;
  one.file.records.erase(one.file.records.begin() + 4);
  finds(verify({.text = one.file.text()}), "record 5 missing");
  one.file.close();
  only(verify({.text = one.file.text()}), "record 5 missing");
  City three;
  three.file.records.erase(three.file.records.begin() + 4, three.file.records.begin() + 7);
  three.file.close();
  only(verify({.text = three.file.text()}), "record 5 to 7 missing");
  City first;
  first.file.records.erase(first.file.records.begin());
  first.file.close();
  only(verify({.text = first.file.text()}), "record 1 missing");
}

TEST_CASE("swapped records are named as out of order") {
  City near;
  std::swap(record(near, 5), record(near, 6));
  only(verify({.text = near.file.text()}), "record 5 is out of order: it stands after record 6");
  City far;
  std::swap(record(far, 3), record(far, 7));
  finds(verify({.text = far.file.text()}), "record 3 is out of order");
}

TEST_CASE("a record that stands twice is named") {
  City again;
  again.file.records.insert(again.file.records.begin() + 5, record(again, 5));
  again.file.close();
  only(verify({.text = again.file.text(), .rows = lines_of(again.dump)}), "record 5 stands twice");
  City later;
  later.file.records.insert(later.file.records.begin() + 8, record(later, 5));
  later.file.close();
  only(verify({.text = later.file.text()}), "record 5 stands twice, again after record 8");
}

TEST_CASE("a record inserted with a number and link of its own is named by its neighbours") {
  City city;
  const City other;
  city.file.records.insert(city.file.records.begin() + 5,
                           with(other.file.records[5], "k-6", "k-x"));
  finds(verify({.text = city.file.text()}), "record ");
}

TEST_CASE("an export without its end line, or with one that does not fit, was cut") {
  City city;
  const std::string text = city.file.text();
  only(verify({.text = text.substr(0, text.rfind("E "))}), "the export has no end line");
  const std::string cut = text.substr(0, text.rfind("R ") + 200);
  finds(verify({.text = cut}), "the export has no end line");
  city.file.records.pop_back();
  only(verify({.text = city.file.text()}), "the end line counts 10 records, here are 9");
  CHECK(verify({.text = text + "R more\n"}).names("stands after the end line"));
  CHECK(verify({.text = with(text, "\nE ", "\nnonsense\nE ")}).names("line 12 is neither record"));
}

TEST_CASE("record 1 must be init, and only record 1") {
  City city;
  city.drafts.front().action = "loans.update";
  city.relink();
  only(verify({.text = city.file.text()}), "record 1 is not init");
  City second;
  second.drafts[4] = verify_test::init(second.key.public_key());
  second.relink();
  only(verify({.text = second.file.text()}), "record 5 is a second init");
  City keyless;
  keyless.drafts.front() = verify_test::init("abc");
  keyless.relink();
  only(verify({.text = keyless.file.text()}), "record 1 introduces no readable public key");
  City empty;
  empty.file.records.clear();
  empty.file.close();
  only(verify({.text = empty.file.text()}), "the export holds no record");
}

TEST_CASE("whatever byte of an export is changed, the verifier does not say ok") {
  City city;
  city.file.records.resize(3);
  city.file.close();
  city.file.anchors = {city.anchor(2), city.anchor(3)};
  const std::string text = city.file.text();
  REQUIRE(verify({.text = text}).exit == 0);
  std::mt19937 random(20260105);
  for (int i = 0; i < 120; ++i) {
    const auto at = random() % text.size();
    std::string changed = text;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    const auto answer = verify({.text = changed});
    INFO("byte " << at << "\n" << answer.said);
    CHECK((answer.exit == 1 || answer.exit == 2));
  }
}

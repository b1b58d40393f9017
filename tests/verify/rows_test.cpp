/// Rows changed, missing or added in a covered table behind the record's back; bad input.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <random>

#include "crypto/digest.h"
#include "export.h"

using verify_test::City;
using verify_test::lines_of;
using verify_test::verify;
using verify_test::verify_words;
using verify_test::with;

namespace {

/// Exactly one finding, which says this.
void only(const verify_test::Answer& answer, const std::string& finding) {
  INFO(answer.said);
  CHECK(answer.exit == 1);
  CHECK(answer.names("found: " + finding));
  CHECK_FALSE(answer.names("findings)"));
}

verify_test::Answer judged(const City& city) {
  return verify({.text = city.file.text(), .rows = lines_of(city.dump)});
}

/// The row of `note` that record `seq` wrote.
std::string& note(City& city, int seq) {
  for (auto& line : city.dump)
    if (line.find("\"sequence\":" + std::to_string(seq) + "}") != std::string::npos) return line;
  FAIL("no such row");
  return city.dump.front();
}

}  // namespace

TEST_CASE("rows as the record wrote them are good, and tables that are not covered may change") {
  City city;
  const auto answer = judged(city);
  INFO(answer.said);
  CHECK(answer.exit == 0);
  CHECK(answer.names("rows: 11 rows of covered tables compared"));
  city.dump.back() += "x";
  city.dump.push_back("other\t[1]\t{\"sequence\":77}");
  CHECK(judged(city).exit == 0);
}

TEST_CASE("a fen changed directly in the table is named with table, record and row") {
  City city;
  note(city, 5) = with(note(city, 5), "\"balance_fen\":500", "\"balance_fen\":501");
  only(judged(city),
       "table note, record 5: rows changed (1 recorded, 1 in the dump); rows that carry it: "
       "[\"B05\"]");
  City version;
  version.dump[3] = with(version.dump[3], "pass", "loss");
  only(judged(version),
       "table note_version, record 4: rows changed (2 recorded, 2 in the dump); rows "
       "that carry it: [\"B04\",1] [\"B04\",2]");
}

TEST_CASE("a row deleted directly is missing from its record") {
  City city;
  city.dump.erase(city.dump.begin() + 3);
  only(judged(city),
       "table note_version, record 4: rows missing (2 recorded, 1 in the dump); rows that "
       "carry it: [\"B04\",2]");
  City all;
  all.dump = {all.dump.back()};
  const auto answer = judged(all);
  CHECK(answer.names(
      "table note, record 10: rows missing (1 recorded, 0 in the dump); rows that carry "
      "it: none"));
  CHECK(answer.names("(10 findings)"));
}

TEST_CASE("a row added directly is named, whatever record it claims") {
  City same;
  same.dump.push_back("note\t[\"B99\"]\t{\"balance_fen\":1,\"sequence\":5}");
  only(judged(same),
       "table note, record 5: rows added (1 recorded, 2 in the dump); rows that carry it: "
       "[\"B05\"] [\"B99\"]");
  City silent;
  silent.dump.push_back("note_version\t[\"B05\",1]\t{\"class\":\"pass\",\"sequence\":5}");
  only(judged(silent),
       "table note_version, record 5: rows added: no record here says that it wrote "
       "them; rows that carry it: [\"B05\",1]");
  City beyond;
  beyond.dump.push_back("note\t[\"B99\"]\t{\"sequence\":11}");
  only(judged(beyond), "table note, record 11: rows added");
  City none;
  none.dump.push_back("note\t[\"B99\"]\t{\"balance_fen\":1}");
  only(judged(none), "table note, no record: rows added");
}

TEST_CASE("a row given to another record is missing here and added there") {
  City city;
  note(city, 5) = with(note(city, 5), "\"sequence\":5", "\"sequence\":6");
  const auto answer = judged(city);
  CHECK(answer.names("table note, record 5: rows missing"));
  CHECK(answer.names("table note, record 6: rows added"));
}

TEST_CASE("rows of a record that was refused, or dropped, are added rows") {
  City refused;
  refused.drafts[4].outcome = "refused";
  refused.relink();
  only(judged(refused), "table note, record 5: rows added");
  City dropped;
  dropped.file.records.erase(dropped.file.records.begin() + 4);
  dropped.file.close();
  CHECK(judged(dropped).names("table note, record 5: rows added"));
}

TEST_CASE("row digests that cannot be read are named") {
  City city;
  city.drafts[4].rows = R"({"table":"note","count":1,"sha256":"abc"})";
  city.relink();
  CHECK(judged(city).names("record 5 has unreadable row digests"));
}

TEST_CASE("at most twenty keys of a record are shown, and no control character") {
  City city;
  for (int i = 100; i < 130; ++i)
    city.dump.push_back("note\t[\"\x1b" + std::to_string(i) + "\xC2\x9B\"]\t{\"sequence\":5}");
  const auto answer = judged(city);
  CHECK(answer.names("[\"?119"));
  CHECK_FALSE(answer.names("119\xC2"));
  CHECK(answer.names(" and 11 more"));
  CHECK_FALSE(answer.names("\x1b"));
}

TEST_CASE("whatever byte of a covered row is changed, the verifier does not say ok") {
  const City city;
  const std::string dump = lines_of(city.dump);
  const auto covered = dump.find("plain\t");
  std::mt19937 random(20260105);
  for (int i = 0; i < 60; ++i) {
    std::string changed = dump;
    const auto at = random() % covered;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    const auto answer = verify({.text = city.file.text(), .rows = changed});
    INFO("byte " << at << "\n" << answer.said);
    CHECK((answer.exit == 1 || answer.exit == 2));
  }
}

TEST_CASE("bad input ends with 2 and names file and line, an unreadable file with 3") {
  const City city;
  const std::string text = city.file.text();
  CHECK(verify({.text = "zhirong-journal 2\n"}).exit == 2);
  CHECK(verify({.text = ""}).exit == 2);
  CHECK(verify({.text = "{}"}).names("is not a record exported in version 1"));
  const std::string rows = lines_of(city.dump);
  const auto unsorted = verify({.text = text, .rows = rows + "note\t[1]\t{}\n"});
  CHECK(unsorted.exit == 2);
  CHECK(unsorted.names("line 13 is cut, out of order or not a line of a dump"));
  CHECK(verify({.text = text, .rows = rows + "zz"}).exit == 2);
  CHECK(verify({.text = text, .rows = rows.substr(0, rows.size() - 1)}).exit == 2);
  CHECK(verify({.text = "zhirong-journal 1\n" + std::string(70 << 20, 'R')}).names("is too long"));
  CHECK(verify_words("/nowhere/export").exit == 3);
  CHECK(verify_words("/").exit == 3);
  for (const char* words :
       {"", "a b", "--rows", "a --rows", "a --anchor b --anchor c", "--other a"})
    CHECK(verify_words(words).exit == 2);
}

/// Too long for every run; the bench calls it by name with --no-skip.
TEST_CASE("speed: a million records take at most five seconds of CPU" * doctest::skip()) {
  City city;
  std::vector<verify_test::Draft> drafts(1'000'000);
  drafts.front() = city.drafts.front();
  for (auto& draft : drafts) draft.rows = city.drafts[3].rows;
  drafts.front().rows.clear();
  city.file.records = verify_test::linked(drafts);
  city.file.close();
  const std::string text = city.file.text();
  city.file.records.clear();
  rusage before{}, after{};
  ::getrusage(RUSAGE_CHILDREN, &before);
  const auto answer = verify({.text = text});
  ::getrusage(RUSAGE_CHILDREN, &after);
  const auto ms = [](const rusage& r) {
    return (r.ru_utime.tv_sec + r.ru_stime.tv_sec) * 1000 +
           (r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1000;
  };
  CHECK(answer.exit == 0);
  MESSAGE("bytes a record " << text.size() / drafts.size() << ", cpu_ms "
                            << ms(after) - ms(before));
  CHECK(ms(after) - ms(before) <= 5000);
}

#include <doctest/doctest.h>

#include <cstdint>
#include <set>

#include "documents/csv_write.h"
#include "documents/test_book.h"
#include "documents/xlsx_write.h"

using namespace zr;
using namespace zr::documents;

namespace {

constexpr int mutations = 3'000;

/// SplitMix64: the same mutations on every machine.
struct Random {
  std::uint64_t state;
  std::uint64_t next() {
    std::uint64_t z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
};

/// One to four small damages: a byte changed, removed, doubled, a stretch copied or cut off.
std::string mutated(std::string bytes, Random& random) {
  for (std::size_t n = 1 + random.below(4); n > 0 && bytes.size() > 8; --n) {
    const std::size_t at = random.below(bytes.size());
    switch (random.below(6)) {
      case 0:
        bytes[at] = static_cast<char>(random.next());
        break;
      case 1:
        bytes[at] = static_cast<char>(bytes[at] ^ 1 << random.below(8));
        break;
      case 2:
        bytes.erase(at, 1 + random.below(8));
        break;
      case 3:
        bytes.insert(at, bytes.substr(at, 1 + random.below(32)));
        break;
      case 4:
        bytes.replace(at, 4, "\xFF\xFF\xFF\x7F");
        break;
      case 5:
        if (random.below(8) == 0) bytes.resize(at + 1);
        break;
    }
  }
  return bytes;
}

/// What came out, for the count at the end: "ok" or the code of the refusal.
std::string result_of(const std::string& bytes) {
  std::size_t read = 0;
  const auto facts = read_table(Source::memory(bytes), {}, [&](const Row& row) {
    for (const Cell& cell : row.cells) read += cell.text.size();
    return Continue::yes;
  });
  CHECK(read < (1u << 20));
  return facts ? "ok" : std::string(facts.problem().refusal.code);
}

std::vector<OutCell> example_row(int n) {
  return {{"郑州示例" + std::to_string(n)}, {Money{n * 12'345}}, {Date(2026, 1, 5) + n}};
}

}  // namespace

TEST_CASE("a workbook damaged in its members' text ends in rows or a refusal, never worse") {
  const auto parts = made::book(
      made::sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>46027</v>"
                  "</c></row><row r=\"2\"><c t=\"inlineStr\"><is><t>郑州</t></is></c><c><f>1+1</f>"
                  "<v>2.5</v></c></row>",
                  "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"));
  Random random{.state = 1};
  std::set<std::string> results;
  for (int n = 0; n < mutations; ++n) {
    auto damaged = parts;
    auto member = damaged.begin();
    std::advance(member, random.below(damaged.size()));
    member->second = mutated(member->second, random);
    results.insert(result_of(made::zip_of(damaged, ZIP_CM_STORE)));
  }
  CHECK(results.contains("ok"));
  CHECK(results.contains("damaged_file"));
}

TEST_CASE("a workbook damaged in its archive ends in rows or a refusal, never worse") {
  XlsxWriter writer(Instant{});
  writer.sheet({.name = "台账",
                .title = "台账",
                .notes = {},
                .columns = {{"企业"}, {"余额", ColumnKind::yuan}, {"日期", ColumnKind::date}}});
  for (int n = 0; n < 20; ++n) writer.row(example_row(n));
  const auto sound = writer.finish();
  REQUIRE(sound);
  Random random{.state = 2};
  std::set<std::string> results;
  for (int n = 0; n < mutations; ++n) results.insert(result_of(mutated(*sound, random)));
  CHECK(results.contains("ok"));
  CHECK(results.contains("damaged_file"));
}

TEST_CASE("a damaged CSV ends in rows or a refusal, in either encoding") {
  CsvWriter csv({{"企业"}, {"余额", ColumnKind::yuan}, {"日期", ColumnKind::date}});
  for (int n = 0; n < 20; ++n) csv.row(example_row(n));
  std::string chinese = "\xBD\xE8\xBE\xDD\xBA\xC5,\"\xD6\xA3\xD6\xDD\"\r\n";
  for (int n = 0; n < 5; ++n) chinese += chinese;
  Random random{.state = 3};
  std::set<std::string> results;
  for (const std::string& sound : {csv.take(), chinese})
    for (int n = 0; n < mutations; ++n) results.insert(result_of(mutated(sound, random)));
  CHECK(results.contains("ok"));
  CHECK(results.contains("bad_encoding"));
  CHECK(results.contains("unclosed_quote"));
}

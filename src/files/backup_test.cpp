#include "files/backup.h"

#include <sys/wait.h>

#include "crypto/digest.h"
#include "db/transaction.h"
#include "files/test_files.h"
#include "files/verify.h"

namespace fs = std::filesystem;
using namespace zr;
using City = test::FileCity;

namespace {

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_to(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

/// Every line of a city, as `zhirong dump` has them.
std::vector<std::string> lines_of(const db::Url& url) {
  const auto connection = db::connect(url, db::Access::read);
  const db::Transaction snapshot(*connection);
  std::vector<std::string> lines;
  for (const db::Table* table : City::tables())
    if (table->keeping != db::Keeping::unlisted)
      db::each_line(*connection, *table,
                    [&](std::string line) { lines.push_back(std::move(line)); });
  return lines;
}

Result<files::Manifest> back_up(const City& city, const fs::path& archive) {
  const auto tables = City::tables();
  const auto connection = db::connect(city.url(), db::Access::read);
  const db::Transaction snapshot(*connection);
  return files::back_up(*connection, {.tables = tables,
                                      .folder = files::home(),
                                      .archive = archive,
                                      .city = "示例市",
                                      .taken = city.clock.now()});
}

Result<files::Manifest> restore(db::Connection& into, const fs::path& folder,
                                const fs::path& archive) {
  const auto tables = City::tables();
  const files::Folder kept(folder);
  return files::restore(into, {.tables = tables,
                               .folder = kept,
                               .archive = archive,
                               .now = *Instant::parse("2026-02-01T00:00:00.000000+08:00")});
}

std::unique_ptr<db::Connection> empty_city(const db::Url& url) {
  return test::opened(url, {access::schema(), journal::schema(), files::schema()});
}

Result<files::Manifest> restore(const db::Url& url, const fs::path& folder,
                                const fs::path& archive) {
  return restore(*empty_city(url), folder, archive);
}

journal::Verification verified(const db::Url& url, const files::Folder& folder) {
  const auto tables = City::tables();
  const auto lying = files::listed(folder);
  const auto connection = db::connect(url, db::Access::read);
  const db::Transaction snapshot(*connection);
  auto proof = journal::verify(*connection, tables, {});
  db::Tx tx(*connection, nullptr);
  files::verify(tx, folder, lying, proof);
  return proof;
}

/// Two files, one of them named twice, and one that was only uploaded.
void fill(City& city) {
  city.attached(city.first, "a,b\n1,2\n", city.first.organisation);
  city.attached(city.second, "a,b\n1,2\n", city.second.organisation);
  city.attached(city.second, "%PDF-1.7 " + std::string(3'000, 'x'), city.second.organisation);
  REQUIRE(city.send(city.first, "only,sent\n", "未引用.csv"));
}

}  // namespace

TEST_CASE("a backup of either engine restores into either engine, every line and every file") {
  test::on_both_engines([](const db::Url& url) {
    City city(url);
    fill(city);
    const fs::path archive = city.place() / "city.tar";
    const auto made = back_up(city, archive);
    REQUIRE(made);
    CHECK(made->files == 2);
    CHECK(made->records == city.journal->head());
    CHECK(back_up(city, archive) == files::target_exists);
    const test::Folder elsewhere;
    const test::Database second;
    for (const db::Url& into :
         {db::Url{db::Engine::sqlite, (elsewhere.path() / "restored.db").string()}, second.url()}) {
      const fs::path folder = elsewhere.path() / (into.engine == db::Engine::sqlite ? "s" : "p");
      const auto restored = restore(into, folder, archive);
      REQUIRE(restored);
      CHECK(restored->head == made->head);
      CHECK(lines_of(into) == lines_of(url));
      CHECK(verified(into, files::Folder(folder)).ok());
      std::size_t found = 0;
      files::Folder(folder).each([&](const fs::path& file) {
        ++found;
        CHECK(bytes_of(file) == bytes_of(files::home().path_of(file.filename().string())));
      });
      CHECK(found == 2);
      CHECK(restore(into, folder, archive) == files::city_not_empty);
    }
  });
}

TEST_CASE("a restore is the first record of the restored city") {
  test::on_both_engines([](const db::Url& url) {
    std::string head;
    const test::Folder elsewhere;
    const fs::path archive = elsewhere.path() / "city.tar";
    {
      const test::Folder here;
      City city({db::Engine::sqlite, (here.path() / "city.db").string()});
      fill(city);
      const auto made = back_up(city, archive);
      REQUIRE(made);
      head = made->head;
    }
    REQUIRE(restore(url, elsewhere.path() / "files", archive));
    journal::VirtualClock clock{*Instant::parse("2026-02-02T09:00:00.000000+08:00")};
    auto commands = files::restore_commands();
    const auto opened =
        journal::Journal::open({.url = url, .commands = commands, .tables = City::tables()}, clock);
    REQUIRE(opened);
    const auto before = (*opened)->head();
    REQUIRE(files::record_restore(**opened));
    REQUIRE(files::record_restore(**opened));
    CHECK((*opened)->head() == before + 1);
    const auto lines = lines_of(url);
    CHECK(std::ranges::any_of(lines, [&](const std::string& line) {
      return line.starts_with("journal_record\t") &&
             line.find("restores.record") != std::string::npos &&
             line.find(head) != std::string::npos;
    }));
    CHECK(verified(url, files::Folder(elsewhere.path() / "files")).ok());
  });
}

TEST_CASE("any changed byte of an archive is refused, and the city stays empty") {
  test::on_both_engines([](const db::Url& url) {
    const test::Folder elsewhere;
    const fs::path archive = elsewhere.path() / "city.tar";
    {
      const test::Folder here;
      City source({db::Engine::sqlite, (here.path() / "city.db").string()});
      fill(source);
      REQUIRE(back_up(source, archive));
    }
    const auto city = empty_city(url);
    const std::string whole = bytes_of(archive);
    const fs::path changed = elsewhere.path() / "changed.tar";
    const fs::path folder = elsewhere.path() / "files";
    // Every byte of the first header, then one here and there up to the very last.
    for (std::size_t at = 0; at < whole.size(); at += at < 700 ? 1 : 97) {
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << (at % 8)));
      write_to(changed, bytes);
      CHECK_FALSE_MESSAGE(restore(*city, folder, changed), at);
    }
    for (const std::size_t size : {whole.size() - 1, whole.size() - 512, whole.size() / 2,
                                   std::size_t{512}, std::size_t{1}, std::size_t{0}}) {
      write_to(changed, whole.substr(0, size));
      CHECK_FALSE_MESSAGE(restore(*city, folder, changed), size);
    }
    write_to(changed, whole + std::string(512, '\0'));
    CHECK(restore(*city, folder, changed) == files::broken_archive);
    write_to(changed, "PK\x03\x04");
    CHECK_FALSE(restore(*city, folder, changed));
    CHECK(lines_of(url).empty());
    CHECK_FALSE(fs::exists(folder));
    CHECK(restore(*city, folder, archive));
  });
}

TEST_CASE("an archive made anew around a changed line is refused by the chain") {
  const test::Folder elsewhere;
  const test::Folder here;
  City city({db::Engine::sqlite, (here.path() / "city.db").string()});
  fill(city);
  const fs::path archive = elsewhere.path() / "forged.tar";
  // Somebody changes a row behind the journal's back and takes a sound backup of that.
  city.close();
  db::connect(city.url(), db::Access::write)
      ->run("UPDATE files_file SET name = 'other.csv' WHERE name = '示例.csv'");
  REQUIRE(back_up(city, archive));
  const db::Url into{db::Engine::sqlite, (elsewhere.path() / "restored.db").string()};
  const auto refused = restore(into, elsewhere.path() / "files", archive);
  CHECK(refused == files::broken_proof);
  CHECK(lines_of(into).empty());
}

TEST_CASE("a folder with files of another city is not restored into") {
  const test::Folder elsewhere;
  const test::Folder here;
  City city({db::Engine::sqlite, (here.path() / "city.db").string()});
  fill(city);
  const fs::path archive = elsewhere.path() / "city.tar";
  REQUIRE(back_up(city, archive));
  const db::Url into{db::Engine::sqlite, (elsewhere.path() / "restored.db").string()};
  const files::Folder folder(elsewhere.path() / "files");
  folder.prepare();
  REQUIRE(folder.put("another city's\n"));
  CHECK(restore(into, folder.root(), archive) == files::folder_not_empty);
  // What a killed restore of this very archive left is no obstacle.
  fs::remove_all(folder.root());
  folder.prepare();
  REQUIRE(folder.put("a,b\n1,2\n"));
  CHECK(restore(into, folder.root(), archive));
}

TEST_CASE("a city whose file is damaged or missing cannot be backed up, and says which") {
  const test::Folder elsewhere;
  const test::Folder here;
  City city({db::Engine::sqlite, (here.path() / "city.db").string()});
  fill(city);
  const std::string digest = crypto::sha256_hex("a,b\n1,2\n");
  const fs::path archive = elsewhere.path() / "city.tar";
  write_to(files::home().path_of(digest), "a,b\n1,3\n");
  const auto damaged = back_up(city, archive);
  CHECK(damaged == files::damaged_file);
  REQUIRE_FALSE(damaged);
  CHECK(damaged.problem().detail_en == digest);
  fs::remove(files::home().path_of(digest));
  CHECK(back_up(city, archive) == files::missing_file);
  CHECK(fs::is_empty(elsewhere.path()));
}

TEST_CASE("a damaged, missing or foreign file is found and named; an upload is neither") {
  test::on_both_engines([](const db::Url& url) {
    City city(url);
    fill(city);
    CHECK(verified(url, files::home()).ok());
    const std::string first = crypto::sha256_hex("a,b\n1,2\n");
    const std::string second = crypto::sha256_hex("%PDF-1.7 " + std::string(3'000, 'x'));
    write_to(files::home().path_of(first), "a,b\n1,3\n");
    fs::remove(files::home().path_of(second));
    write_to(files::home().root() / "stray.txt", "?");
    const auto unknown = files::home().put("nobody's\n");
    REQUIRE(unknown);
    const auto proof = verified(url, files::home());
    REQUIRE(proof.findings.size() == 4);
    const auto told = [&](std::string_view text) {
      return std::ranges::count_if(proof.findings, [&](const journal::Finding& finding) {
        return finding.kind == journal::FindingKind::file &&
               finding.text_en.find(text) != std::string::npos;
      });
    };
    CHECK(told(first + " of record 7 is damaged") == 1);
    CHECK(told(second + " of record 9 is missing") == 1);
    CHECK(told("foreign file stray.txt") == 1);
    CHECK(told("foreign file " + unknown->substr(0, 2) + "/" + *unknown) == 1);
  });
}

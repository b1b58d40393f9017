#include "files/files.h"

#include <sys/stat.h>

#include <fstream>

#include "access/tables.h"
#include "crypto/digest.h"
#include "db/transaction.h"
#include "documents/refusals.h"
#include "files/store.h"
#include "journal/clock.h"
#include "journal/commands.h"
#include "journal/tables.h"
#include "unit/engines.h"

namespace fs = std::filesystem;

namespace {

using namespace zr;

struct AttachFile {
  std::string digest;
  std::int64_t organisation = 0;
};
const json::Struct& describe(const AttachFile*) {
  static const json::Struct table(
      "AttachFile", {{"digest", &AttachFile::digest, "摘要", "Digest"},
                     {"organisation", &AttachFile::organisation, "机构", "Organisation"}});
  return table;
}
Result<journal::Changed> attach_file(journal::Context& in, const AttachFile& input) {
  const auto id = files::attach(in, {.digest = input.digest, .organisation = input.organisation});
  if (!id) return id.problem();
  return journal::Changed{.id = *id, .version = in.sequence};
}

/// Two banks, one with a branch, and a bureau; a journal with a command that attaches.
class City {
 public:
  explicit City(const db::Url& url) {
    auto opening = test::opened(url, {access::schema(), journal::schema(), files::schema()});
    {
      db::Transaction making(*opening);
      db::Tx tx(*opening, nullptr);
      for (const auto& [id, path] : {std::pair{1, "/1/"}, {2, "/2/"}, {3, "/1/3/"}, {4, "/4/"}})
        tx.run("INSERT INTO access_party (id, sequence, kind, path) VALUES ($1, 1, 'bank', $2)", id,
               path);
      making.commit();
    }
    opening.reset();
    files::set_home(files::Folder(folder_.path() / "files"));
    files::home().prepare();
    auto tables = access::tables();
    for (const db::Table* table : journal::tables()) tables.push_back(table);
    for (const db::Table* table : files::tables()) tables.push_back(table);
    auto made = journal::Journal::open(
        {.url = url,
         .commands = {journal::command<AttachFile, journal::Changed>(
             {"papers", "create", "增", "Add", journal::Eyes::two, {}}, attach_file)},
         .tables = tables},
        clock_);
    REQUIRE(made);
    journal = std::move(*made);
  }

  static access::Actor actor(access::PartyKind kind, std::int64_t organisation,
                             const std::string& path) {
    return {.person = 9,
            .account = 9,
            .organisation = organisation,
            .kind = kind,
            .path = path,
            .region = {},
            .rights = std::make_shared<access::Rights>(access::Rights{"papers.create"})};
  }
  const access::Actor first = actor(access::PartyKind::bank, 1, "/1/");
  const access::Actor second = actor(access::PartyKind::bank, 2, "/2/");
  const access::Actor branch = actor(access::PartyKind::bank, 3, "/1/3/");
  const access::Actor bureau = actor(access::PartyKind::city_bureau, 4, "/4/");
  const access::Actor regulator = actor(access::PartyKind::regulator, 5, "/5/");

  Result<files::Received> send(const access::Actor& who, const std::string& bytes,
                               const std::string& name) {
    const fs::path file = files::home().incoming() / "upload-test";
    std::ofstream(file, std::ios::binary) << bytes;
    auto received =
        files::receive(*journal, {.file = file, .name = name, .organisation = who.organisation});
    fs::remove(file);
    return received;
  }
  Result<journal::Answer> attach(const access::Actor& who, const std::string& digest,
                                 std::int64_t organisation) {
    return journal->submit(
        {.actor = who,
         .command = journal->find("papers.create"),
         .body = json::Object{{"digest", digest}, {"organisation", organisation}},
         .key = "step " + std::to_string(++steps_)});
  }
  std::int64_t attached(const access::Actor& who, const std::string& digest,
                        std::int64_t organisation) {
    const auto answer = attach(who, digest, organisation);
    REQUIRE(answer);
    const auto body = json::parse(answer->body);
    return *body->find("id")->integer();
  }
  bool reads(const access::Actor& who, std::int64_t id) {
    return journal->read([&](db::Tx& tx) { return files::readable_file(tx, who, id).has_value(); });
  }

  std::unique_ptr<journal::Journal> journal;

 private:
  test::Folder folder_;
  journal::MachineClock clock_;
  int steps_ = 0;
};

}  // namespace

TEST_CASE("a file stands under its digest, private, and the same bytes again are the same file") {
  test::on_both_engines([](const db::Url& url) {
    City city(url);
    const std::string bytes = "名称,金额\n示例,1\n";
    const auto once = city.send(city.first, bytes, "台账.csv");
    const auto again = city.send(city.first, bytes, "again.csv");
    REQUIRE(once);
    REQUIRE(again);
    CHECK(once->digest == crypto::sha256_hex(bytes));
    CHECK(once->kind == documents::FileKind::text);
    CHECK(once->size == static_cast<std::int64_t>(bytes.size()));
    CHECK(again->digest == once->digest);
    const fs::path place = files::home().path_of(once->digest);
    struct stat about {};
    REQUIRE(::stat(place.c_str(), &about) == 0);
    CHECK((about.st_mode & 0777) == 0600);
    REQUIRE(::stat(place.parent_path().c_str(), &about) == 0);
    CHECK((about.st_mode & 0777) == 0700);
    CHECK(files::home().read(once->digest, 100) == bytes);
    CHECK(files::home().read(once->digest, 3) == documents::file_too_large);
    CHECK(files::home().check(once->digest));
    std::ofstream(place, std::ios::app) << ' ';
    CHECK(files::home().check(once->digest) == files::damaged_file);
    CHECK(files::home().read(once->digest, 100) == files::damaged_file);
    // Sent once more, the damaged file is whole again.
    REQUIRE(city.send(city.first, bytes, "台账.csv"));
    CHECK(files::home().check(once->digest));
    fs::remove(place);
    CHECK(files::home().check(once->digest) == files::missing_file);
    CHECK(files::home().read("../../etc/passwd", 100) == files::missing_file);
  });
}

TEST_CASE("security 40: a file is judged by its bytes, whatever it is called") {
  test::on_both_engines([](const db::Url& url) {
    City city(url);
    const auto sent = [&](const std::string& bytes) {
      return city.send(city.first, bytes, "scan.pdf");
    };
    const auto paper = sent("%PDF-1.7\n...");
    const auto picture = sent(std::string("\x89PNG\r\n\x1A\n", 8));
    REQUIRE(paper);
    REQUIRE(picture);
    CHECK(paper->kind == documents::FileKind::pdf);
    CHECK(picture->kind == documents::FileKind::png);
    CHECK(sent("") == documents::empty_file);
    CHECK(sent("<html><script>alert(1)</script>") == documents::web_page);
    CHECK(sent("<?xml version=\"1.0\"?><svg/>") == documents::web_page);
    CHECK(sent("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old") == documents::old_spreadsheet);
    CHECK(sent("PK\x03\x04 word/document.xml") == files::unsuitable_file);
    CHECK(sent(std::string("MZ\0\1", 4)) == files::unsuitable_file);
    CHECK(sent("%PDF-" + std::string(files::most_paper_bytes - 5, 'x')));
    CHECK(sent("%PDF-" + std::string(files::most_paper_bytes - 4, 'x')) ==
          documents::file_too_large);
    CHECK(sent("a,b\n" + std::string(files::most_paper_bytes, 'x')));
  });
}

TEST_CASE("security 41: a file's name is only text") {
  test::on_both_engines([](const db::Url& url) {
    City city(url);
    const auto named = [&](const std::string& name) {
      return city.send(city.first, "a,b\n", name);
    };
    for (const std::string& name :
         {std::string(), std::string("a\0b", 3), std::string("a\r\nSet-Cookie: x"),
          std::string("\x1b[31m"), std::string("a\x7f"), std::string("a\xC2\x85"),
          std::string("fdp.\xE2\x80\xAE.exe"), std::string("\xE2\x81\xA6x"),
          std::string("\xFF\xFE"), std::string(201, 'a')})
      CHECK_MESSAGE(named(name) == files::bad_file_name, name);
    std::string longest;
    for (int i = 0; i < 200; ++i) longest += "名";
    CHECK(named(longest));
    CHECK_FALSE(named(longest + "名"));
    for (const char* name : {"../../etc/passwd", "a\"b'c.csv", "<img src=x>.csv", "…”.csv"}) {
      const auto received = named(name);
      REQUIRE(received);
      CHECK(received->name == name);
      CHECK(fs::exists(files::home().path_of(received->digest)));
    }
    const auto saved = files::download_of({.digest = crypto::sha256_hex("a,b\n"),
                                           .name = "../..\\etc:passwd",
                                           .media = documents::FileKind::text});
    REQUIRE(saved);
    CHECK(saved->name == "_._.._etc_passwd");
  });
}

TEST_CASE("only what an organisation has sent may its commands name; others' files are missing") {
  test::on_both_engines([](const db::Url& url) {
    City city(url);
    const auto sent = city.send(city.first, "a,b\n1,2\n", "台账.csv");
    REQUIRE(sent);
    const auto stolen = city.attach(city.second, sent->digest, 2);
    CHECK(stolen == files::unknown_file);
    REQUIRE_FALSE(stolen);
    CHECK(stolen.problem().errors.front().pointer == "/digest");
    CHECK(city.attach(city.first, std::string(64, '0'), 1) == files::unknown_file);
    CHECK(city.attach(city.first, "台账.csv", 1) == files::unknown_file);
    const auto id = city.attached(city.first, sent->digest, 1);
    const auto file = city.journal->read([&](db::Tx& tx) { return files::file(tx, id); });
    REQUIRE(file);
    CHECK(file->name == "台账.csv");
    CHECK(file->size == 8);
    CHECK(file->media == documents::FileKind::text);
    CHECK(city.reads(city.first, id));
    CHECK(city.reads(city.regulator, id));
    CHECK_FALSE(city.reads(city.second, id));
    CHECK_FALSE(city.reads(city.branch, id));
    // It holds rows without a stated basis too.
    CHECK_FALSE(city.reads(city.bureau, id));
    CHECK_FALSE(city.reads(city.first, id + 1));
    // Sent by the branch itself, it is the branch's and its bank's.
    REQUIRE(city.send(city.branch, "c,d\n", "支行.csv"));
    const auto below = city.attached(city.branch, crypto::sha256_hex("c,d\n"), 3);
    CHECK(city.reads(city.branch, below));
    CHECK(city.reads(city.first, below));
    CHECK_FALSE(city.reads(city.second, below));
  });
}

TEST_CASE("a file entered on behalf belongs to the bank and is read by who entered it") {
  test::on_both_engines([](const db::Url& url) {
    City city(url);
    const auto sent = city.send(city.bureau, "a,b\n1,2\n", "邮寄台账.csv");
    REQUIRE(sent);
    const auto id = city.attached(city.bureau, sent->digest, 2);
    CHECK(city.reads(city.second, id));
    CHECK(city.reads(city.bureau, id));
    CHECK_FALSE(city.reads(city.first, id));
    const auto file = city.journal->read([&](db::Tx& tx) { return files::file(tx, id); });
    CHECK(file->organisation == 2);
    CHECK(file->entered_by == 4);
  });
}

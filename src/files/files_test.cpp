#include "files/files.h"

#include <sys/stat.h>

#include "crypto/digest.h"
#include "documents/refusals.h"
#include "files/test_files.h"

namespace fs = std::filesystem;
using namespace zr;
using City = test::FileCity;

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
    const auto stolen = city.attach(city.second, sent->digest, city.second.organisation);
    CHECK(stolen == files::unknown_file);
    REQUIRE_FALSE(stolen);
    CHECK(stolen.problem().errors.front().pointer == "/digest");
    const std::int64_t own = city.first.organisation;
    CHECK(city.attach(city.first, std::string(64, '0'), own) == files::unknown_file);
    CHECK(city.attach(city.first, "台账.csv", own) == files::unknown_file);
    const auto id = city.attached(city.first, "a,b\n1,2\n", own);
    const auto file = city.journal->read([&](db::Tx& tx) { return files::file(tx, id); });
    REQUIRE(file);
    CHECK(file->name == "示例.csv");
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
    const auto below = city.attached(city.branch, "c,d\n", city.branch.organisation);
    CHECK(city.reads(city.branch, below));
    CHECK(city.reads(city.first, below));
    CHECK_FALSE(city.reads(city.second, below));
  });
}

TEST_CASE("a file entered on behalf belongs to the bank and is read by who entered it") {
  test::on_both_engines([](const db::Url& url) {
    City city(url);
    const auto id = city.attached(city.bureau, "a,b\n1,2\n", city.second.organisation);
    CHECK(city.reads(city.second, id));
    CHECK(city.reads(city.bureau, id));
    CHECK_FALSE(city.reads(city.first, id));
    const auto file = city.journal->read([&](db::Tx& tx) { return files::file(tx, id); });
    REQUIRE(file);
    CHECK(file->organisation == city.second.organisation);
    CHECK(file->entered_by == city.bureau.organisation);
  });
}

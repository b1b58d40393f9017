/// The proof in place finds what was planted behind the journal's back, on both engines.
#include "journal/verify.h"

#include "access/party.h"
#include "access/people.h"
#include "crypto/digest.h"
#include "db/transaction.h"
#include "journal/test_city.h"

namespace journal = zr::journal;
using journal::FindingKind;
using journal::Verification;
using zr::test::on_both_engines;
using zr::test::TestCity;

namespace {

/// Exactly these findings, in their order, by a part of their English text.
void finds(const Verification& got, std::initializer_list<std::string_view> wanted) {
  std::string all;
  for (const auto& finding : got.findings) all += finding.text_en + "\n";
  INFO(all);
  REQUIRE(got.findings.size() == wanted.size());
  std::size_t i = 0;
  for (const std::string_view part : wanted)
    CHECK(got.findings[i++].text_en.find(part) != std::string::npos);
}

/// What a chain looks like to somebody who writes every hash anew.
void recompute(zr::db::Connection& connection, std::int64_t from) {
  std::vector<std::pair<std::int64_t, std::string>> records;
  connection.run("SELECT sequence, bytes FROM journal_record ORDER BY sequence", {},
                 [&](const zr::db::Row& row) {
                   records.emplace_back(std::get<std::int64_t>(row.at(0)),
                                        std::get<std::string>(row.at(1)));
                 });
  std::string prev;
  zr::db::Tx tx(connection, nullptr);
  for (auto& [sequence, bytes] : records) {
    const auto at = bytes.find("\"prev\":\"") + 8;
    if (sequence >= from && sequence > 1) bytes.replace(at, 64, prev);
    prev = zr::crypto::sha256_hex(bytes);
    tx.run("UPDATE journal_record SET bytes = $2, hash = $3 WHERE sequence = $1", sequence, bytes,
           prev);
  }
}

constexpr std::string_view change_a_body =
    "UPDATE journal_record SET bytes = replace(bytes, '示例三行', '示例四行') WHERE sequence = 4";

}  // namespace

TEST_CASE("an untouched city is proved: chain, rows, anchors, values") {
  on_both_engines([](const zr::db::Url& url) {
    TestCity city(url);
    const auto got = city.verified(
        {.anchors = {city.anchor(3), city.anchor(6)}, .public_key = city.key.public_key()});
    finds(got, {});
    CHECK(got.ok());
    CHECK(got.records == 6);
    CHECK(got.head == city.digest(6));
    CHECK(got.anchored == 6);
    CHECK_FALSE(got.first_bad());
  });
}

TEST_CASE("a changed, a dropped and a swapped record are named") {
  on_both_engines([](const zr::db::Url& url) {
    TestCity city(url);
    city.run(change_a_body);
    finds(city.verified(), {"record 4 was changed"});
  });
  on_both_engines([](const zr::db::Url& url) {
    TestCity city(url);
    city.run("DELETE FROM journal_record WHERE sequence = 3");
    const auto got = city.verified();
    finds(got, {"record 3 missing", "table access_party, record 3: rows added",
                "table access_party_version, record 3: rows added"});
    CHECK(got.first_bad() == 3);
  });
  on_both_engines([](const zr::db::Url& url) {
    TestCity city(url);
    city.run("UPDATE journal_record SET sequence = -1 WHERE sequence = 3");
    city.run("UPDATE journal_record SET sequence = 3 WHERE sequence = 4");
    city.run("UPDATE journal_record SET sequence = 4 WHERE sequence = -1");
    const auto got = city.verified();
    CHECK(got.findings.at(0).text_en == "record 3 holds the bytes of another record");
    CHECK(got.findings.at(1).text_en == "record 4 holds the bytes of another record");
  });
}

TEST_CASE("a record changed together with its digest does not fit its successor") {
  on_both_engines([](const zr::db::Url& url) {
    TestCity city(url);
    city.run(change_a_body);
    city.run("UPDATE journal_record SET hash = '" + city.digest(4) + "' WHERE sequence = 4");
    finds(city.verified(), {"record 4 is not the one that its successor names"});
  });
}

TEST_CASE("a column that lists show must say what the record says") {
  on_both_engines([](const zr::db::Url& url) {
    TestCity city(url);
    city.run("UPDATE journal_record SET person = 77 WHERE sequence = 5");
    finds(city.verified(), {"record 5 has another person in its column than in its bytes"});
  });
}

TEST_CASE("a chain recomputed by an attacker is seen by a kept anchor only") {
  on_both_engines([](const zr::db::Url& url) {
    TestCity city(url);
    const auto kept = {city.anchor(3), city.anchor(6)};
    city.run(change_a_body);
    recompute(*city.connect(), 4);
    finds(city.verified(), {});
    const auto got = city.verified({.anchors = kept});
    finds(got, {"the anchor of record 6 signs another digest than the record has"});
    CHECK(got.anchored == 3);
  });
}

TEST_CASE("a cut tail is seen by a kept anchor only") {
  on_both_engines([](const zr::db::Url& url) {
    TestCity city(url);
    const auto kept = {city.anchor(6)};
    city.run("DELETE FROM journal_record WHERE sequence = 6");
    finds(city.verified(), {});
    const auto got = city.verified({.anchors = kept});
    finds(got, {"the anchor of record 6 is beyond the last record: the tail was cut off"});
    CHECK(got.first_bad() == 6);
  });
}

TEST_CASE("a chain made anew with another key fits neither anchor nor key file") {
  on_both_engines([](const zr::db::Url& url) {
    TestCity city(url);
    const auto kept = {city.anchor(6)};
    const auto other = zr::crypto::SigningKey::create();
    city.run("UPDATE journal_record SET bytes = replace(bytes, '" + city.key.public_key() + "', '" +
             other.public_key() + "') WHERE sequence = 1");
    recompute(*city.connect(), 1);
    finds(city.verified(), {});
    finds(
        city.verified({.anchors = kept, .public_key = city.key.public_key()}),
        {"the chain names another public key than the key file has",
         "the anchor of record 6 is signed with a key that the chain does not introduce by then"});
  });
}

TEST_CASE(
    "a value changed, a row deleted and a row added directly are named with table and record") {
  on_both_engines([](const zr::db::Url& url) {
    TestCity city(url);
    city.run("UPDATE access_party_version SET name = '改名银行' WHERE sequence = 4");
    city.run("DELETE FROM access_party_version WHERE sequence = 2");
    city.run("INSERT INTO access_party (id, sequence, kind, path) VALUES (9, 3, 'bank', '/9/')");
    city.run("INSERT INTO access_party (id, sequence, kind, path) VALUES (10, 99, 'bank', '/10/')");
    const auto got = city.verified();
    finds(got, {"table access_party, record 3: rows added (1 recorded, 2 here); rows that carry "
                "it: [393216] [9]",
                "table access_party, record 99: rows added (0 recorded, 1 here)",
                "table access_party_version, record 2: rows missing (1 recorded, 0 here)",
                "table access_party_version, record 4: rows changed (1 recorded, 1 here); rows "
                "that carry it: [524288,\"2026-01-05\",4]"});
    CHECK(got.findings[0].table == "access_party");
    CHECK(got.findings[0].record == 3);
    CHECK(got.findings[0].kind == FindingKind::rows);
  });
}

TEST_CASE("a personal value changed under its commitment is named; an erased one is not missed") {
  on_both_engines([](const zr::db::Url& url) {
    TestCity city(url);
    city.run("UPDATE journal_personal SET value = '示例王二' WHERE value = '示例张三'");
    finds(city.verified(), {"the personal value under commitment "});
    city.run("DELETE FROM journal_personal");
    finds(city.verified(), {});
  });
}

TEST_CASE("an enumeration value that no description names, and a foreign column, are named") {
  on_both_engines([](const zr::db::Url& url) {
    TestCity city(url);
    city.run("UPDATE access_account SET standing = 'sleeping'");
    finds(city.verified(), {"table access_account, column standing: unknown value \"sleeping\""});
    city.run("ALTER TABLE access_person ADD COLUMN nickname TEXT");
    finds(city.verified(), {"the schema differs from the program: access_person.nickname"});
  });
}

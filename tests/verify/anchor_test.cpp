/// What only an anchor shows: a cut tail, a chain recomputed as a whole; and which anchors count.
#include <doctest/doctest.h>

#include "crypto/anchor.h"
#include "crypto/digest.h"
#include "export.h"

namespace crypto = zr::crypto;
using verify_test::City;
using verify_test::Draft;
using verify_test::lines_of;
using verify_test::verify;
using verify_test::with;

namespace {

void finds(const verify_test::Answer& answer, const std::string& finding) {
  INFO(answer.said);
  CHECK(answer.exit == 1);
  CHECK(answer.names(finding));
}

Draft rotation(const crypto::SigningKey& key) {
  return {.action = "keys.rotate", .body = R"({"public_key":")" + key.public_key() + "\"}"};
}

crypto::Anchor signed_by(const crypto::SigningKey& key, const crypto::Anchor& anchor) {
  return crypto::sign_anchor(key, anchor.point);
}

}  // namespace

TEST_CASE("good anchors in the export and in a kept file are counted") {
  City city;
  city.file.anchors = {city.anchor(3), city.anchor(10)};
  const auto inside = verify({.text = city.file.text()});
  INFO(inside.said);
  CHECK(inside.exit == 0);
  CHECK(inside.names("anchors: 2 of 2 good"));
  CHECK(inside.names("note: these anchors came with the export"));
  CHECK_FALSE(inside.names("without an anchor"));
  const auto kept = verify({.text = city.file.text(), .anchors = lines_of({city.anchor(7)})});
  CHECK(kept.exit == 0);
  CHECK(kept.names("anchors: 3 of 3 good"));
  CHECK_FALSE(kept.names("note:"));
}

TEST_CASE("the verifier says from where on a tail could have been cut unseen") {
  City city;
  const auto answer = verify({.text = city.file.text(), .anchors = lines_of({city.anchor(7)})});
  CHECK(answer.exit == 0);
  CHECK(answer.names("note: no good anchor after record 7"));
}

TEST_CASE("a cut tail is invisible without an anchor and named with one") {
  City city;
  const std::string anchors = lines_of({city.anchor(9)});
  city.file.records.resize(8);
  city.file.close();
  const auto blind = verify({.text = city.file.text()});
  CHECK(blind.exit == 0);
  CHECK(blind.names("note: without an anchor a cut tail"));
  finds(verify({.text = city.file.text(), .anchors = anchors}),
        "is beyond the last record 8: the tail was cut off");
}

TEST_CASE("a chain recomputed by an attacker is invisible without an anchor and named with one") {
  City city;
  const std::string anchors = lines_of({city.anchor(3), city.anchor(6), city.anchor(10)});
  city.drafts[4].body = R"({"balance_fen":999})";
  city.relink();
  CHECK(verify({.text = city.file.text()}).exit == 0);
  const auto answer = verify({.text = city.file.text(), .anchors = anchors});
  finds(answer, "record 6 has not the digest that its anchor");
  finds(answer, "the chain was recomputed after record 3");
  CHECK(answer.names("anchors: 1 of 3 good"));
}

TEST_CASE("a chain made anew with the attacker's own key does not fit a kept anchor") {
  const City city;
  City forged;
  forged.file.anchors = {forged.anchor(10)};
  CHECK(verify({.text = forged.file.text()}).exit == 0);
  finds(verify({.text = forged.file.text(), .anchors = lines_of({city.anchor(10)})}),
        "is signed with key " + city.key.id() + ", which the chain does not introduce by then");
}

TEST_CASE("an anchor with a changed number, head, time or signature is named") {
  const City city;
  const std::string line = lines_of({city.anchor(5)});
  for (const auto& broken :
       {with(line, "\"seq\":5", "\"seq\":6"), with(line, "18:00:00", "18:00:01"),
        with(line, "\"head\":\"", "\"head\":\"0"),
        with(line, "\"signature\":\"", "\"signature\":\"0")})
    finds(verify({.text = city.file.text(), .anchors = broken}), "has a wrong signature");
  finds(verify({.text = city.file.text(), .anchors = line + with(line, "\"v\":1", "\"v\":2")}),
        "line 2 is of version 2, unknown here");
  finds(verify({.text = city.file.text(), .anchors = line + "nonsense\n"}),
        "line 2 is not readable");
}

TEST_CASE("an anchor counts with a key that the chain introduced at or before its record") {
  City city;
  const auto second = crypto::SigningKey::create();
  city.drafts[5] = rotation(second);
  city.relink();
  const std::string text = city.file.text();
  const auto good =
      verify({.text = text,
              .anchors = lines_of(
                  {signed_by(city.key, city.anchor(5)), signed_by(city.key, city.anchor(6)),
                   signed_by(second, city.anchor(6)), signed_by(second, city.anchor(9))})});
  INFO(good.said);
  CHECK(good.exit == 0);
  CHECK(good.names("key " + second.id() + " introduced by record 6"));
  finds(verify({.text = text, .anchors = lines_of({signed_by(second, city.anchor(5))})}),
        "which the chain does not introduce by then");
}

TEST_CASE("a refused keys.rotate introduces no key") {
  City city;
  const auto second = crypto::SigningKey::create();
  city.drafts[5] = rotation(second);
  city.drafts[5].outcome = "refused";
  city.relink();
  finds(
      verify({.text = city.file.text(), .anchors = lines_of({signed_by(second, city.anchor(9))})}),
      "which the chain does not introduce by then");
}

TEST_CASE("an anchor of a record that was dropped proves nothing, and the record is missing") {
  City city;
  const std::string anchors = lines_of({city.anchor(5)});
  city.file.records.erase(city.file.records.begin() + 4);
  city.file.close();
  const auto answer = verify({.text = city.file.text(), .anchors = anchors});
  finds(answer, "record 5 missing");
  CHECK(answer.names("anchors: 0 of 1 good"));
}

TEST_CASE("the anchor file that the server appends to is read, but for a line cut by a crash") {
  const City city;
  const std::string line = lines_of({city.anchor(5)});
  const auto answer = verify({.text = city.file.text(), .anchors = line + line.substr(0, 90)});
  INFO(answer.said);
  CHECK(answer.exit == 0);
  CHECK(answer.names("is cut off and not used"));
}

TEST_CASE("a file that holds no anchor is bad input") {
  const City city;
  CHECK(verify({.text = city.file.text(), .anchors = "nonsense\n"}).exit == 2);
  CHECK(verify({.text = city.file.text(), .anchors = "nonsense"}).exit == 2);
}

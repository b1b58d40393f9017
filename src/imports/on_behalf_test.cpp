#include "imports/grounds.h"
#include "imports/test_requests.h"

namespace {

using namespace zr;
using namespace zr::imports;
using namespace zr::imports::made;

}  // namespace

TEST_CASE(
    "item 10: on behalf is marked, keeps both dates, and counts as signed only once confirmed") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const std::string digest = desk.send(desk.bureau, two, "来函.csv");
    json::Object body{
        {"kind", "notes"},           {"digest", digest},           {"organisation", 11},
        {"data_date", "2026-09-30"}, {"arrived_on", "2026-10-05"}, {"basis", "consent"}};
    const auto id = number(desk.done(desk.bureau, "create", body), "id");
    desk.done(desk.bureau, "apply", take(id, "all"));
    CHECK(desk.stored() == Texts{"A1 50000 2026-09-30", "A2 200000 2026-09-30"});
    const auto unsigned_now = [&] {
      return desk.journal->read([](db::Tx& tx) { return unsigned_imports(tx, 11); });
    };
    CHECK(unsigned_now() == std::vector<std::int64_t>{id});
    const auto row = desk.shown(id);
    CHECK(*row.find("on_behalf")->truth());
    CHECK(*row.find("entered_by_name")->text() == "示例市局");
    CHECK(*row.find("arrived_on")->text() == "2026-10-05");
    CHECK(*row.find("entered_on")->text() == "2026-10-08");
    CHECK(desk.submit(desk.bureau, "confirm", only(id), desk.version) == not_for_you_to_confirm);
    CHECK(desk.submit(desk.other, "confirm", only(id), desk.version) == not_found);
    desk.done(desk.bank, "confirm", only(id));
    CHECK(desk.submit(desk.bank, "confirm", only(id), desk.version) == already_confirmed);
    CHECK(unsigned_now().empty());

    // A stamped scan does the same.
    const auto second = number(
        desk.done(desk.bureau, "create",
                  {{"kind", "notes"},
                   {"digest", desk.send(desk.bureau, head + "A1,1000,400,2026-01-05,,\n", "b.csv")},
                   {"organisation", 11},
                   {"data_date", "2026-10-01"}}),
        "id");
    desk.done(desk.bureau, "answer", answers(second, "missing:A2", "open"));
    desk.done(desk.bureau, "apply", take(second, "all"));
    CHECK(unsigned_now() == std::vector<std::int64_t>{second});
    const std::string sheet = desk.send(desk.bureau, two, "scan.pdf");
    CHECK(desk.submit(desk.bureau, "attach-scan", {{"id", second}, {"digest", sheet}}) ==
          files::not_a_scan);
    CHECK(unsigned_now() == std::vector<std::int64_t>{second});
    const std::string scan = desk.send(desk.bureau, "%PDF-1.4\n%%EOF\n", "scan.pdf");
    desk.done(desk.bureau, "attach-scan", {{"id", second}, {"digest", scan}});
    CHECK(unsigned_now().empty());
  });
}

namespace {

std::vector<std::int64_t> unsigned_of(Desk& desk, std::int64_t organisation) {
  return desk.journal->read([&](db::Tx& tx) { return unsigned_imports(tx, organisation); });
}

/// A file of the bureau for an organisation; its import.
std::int64_t entered(Desk& desk, std::int64_t organisation, const std::string& bytes,
                     json::Object more = {}) {
  json::Object body{{"kind", "notes"},
                    {"digest", desk.send(desk.bureau, bytes, "来函.csv")},
                    {"organisation", organisation},
                    {"data_date", "2026-09-30"}};
  for (auto& each : more) body.push_back(std::move(each));
  return number(desk.done(desk.bureau, "create", std::move(body)), "id");
}

const std::string one_wrong = head + "A1,1000,500,2026-01-05,,\nA2,10,五,2026-02-01,,\n";
const std::string scan_bytes = "%PDF-1.4\n%%EOF\n";
using Ids = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("item 10: what was entered for a branch holds up the signature of its head office") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const auto id = entered(desk, 15, two);
    CHECK(unsigned_of(desk, 11).empty());
    desk.done(desk.bureau, "apply", take(id, "all"));
    CHECK(unsigned_of(desk, 15) == Ids{id});
    CHECK(unsigned_of(desk, 11) == Ids{id});
    CHECK(unsigned_of(desk, 12).empty());
    desk.done(desk.bank, "confirm", only(id));
    CHECK(unsigned_of(desk, 15).empty());
    CHECK(unsigned_of(desk, 11).empty());
  });
}

TEST_CASE("item 10: only what is stored is confirmed or covered by a scan") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const auto id = entered(desk, 11, one_wrong);
    const std::string scan = desk.send(desk.bureau, scan_bytes, "scan.pdf");
    CHECK(desk.submit(desk.bank, "confirm", only(id), desk.version) == not_applied);
    CHECK(desk.submit(desk.bureau, "attach-scan", {{"id", id}, {"digest", scan}}) == not_applied);

    // Confirmed as it is in the books: what the bureau stores later is confirmed anew.
    desk.done(desk.bureau, "apply", take(id, "good_rows"));
    desk.done(desk.bank, "confirm", only(id));
    desk.done(desk.bureau, "mend", correction(id, 4, "balance_fen", "5"));
    CHECK(unsigned_of(desk, 11).empty());
    desk.done(desk.bureau, "apply", take(id, "all"));
    CHECK(unsigned_of(desk, 11) == Ids{id});
    CHECK_FALSE(desk.shown(id).find("confirmed"));
    desk.done(desk.bank, "confirm", only(id));
    CHECK(unsigned_of(desk, 11).empty());
  });
}

TEST_CASE("item 10: a scan that came with the file covers what is stored first, and no more") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const std::string scan = desk.send(desk.bureau, scan_bytes, "scan.pdf");
    const auto id = entered(desk, 11, one_wrong, {{"scan", json::Value(scan)}});
    desk.done(desk.bureau, "apply", take(id, "good_rows"));
    CHECK(unsigned_of(desk, 11).empty());
    desk.done(desk.bureau, "mend", correction(id, 4, "balance_fen", "5"));
    desk.done(desk.bureau, "apply", take(id, "all"));
    CHECK(unsigned_of(desk, 11) == Ids{id});
    CHECK_FALSE(desk.shown(id).find("scan"));
    desk.done(desk.bureau, "attach-scan", {{"id", id}, {"digest", scan}});
    CHECK(unsigned_of(desk, 11).empty());
  });
}

TEST_CASE("item 10: what the bank stores itself leaves its confirmation standing") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const auto id = entered(desk, 11, one_wrong);
    desk.done(desk.bureau, "apply", take(id, "good_rows"));
    desk.done(desk.bank, "confirm", only(id));
    desk.done(desk.bank, "mend", correction(id, 4, "balance_fen", "5"));
    desk.done(desk.bank, "apply", take(id, "all"));
    CHECK(unsigned_of(desk, 11).empty());
  });
}

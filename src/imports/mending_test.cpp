#include "documents/xlsx_write.h"
#include "imports/grounds.h"
#include "imports/test_requests.h"

namespace {

using namespace zr;
using namespace zr::imports;
using namespace zr::imports::made;

/// A book of two sheets with the same header, one note in each.
std::string two_sheets() {
  documents::XlsxWriter book(*Instant::parse("2026-10-08T09:00:00.000000+08:00"));
  for (const auto* note : {"A1", "B1"}) {
    book.sheet({.name = note,
                .title = {},
                .notes = {"单位：元"},
                .columns = {{.title = "借据号"},
                            {.title = "放款金额"},
                            {.title = "贷款余额"},
                            {.title = "放款日期", .kind = documents::ColumnKind::date}}});
    const std::vector<documents::OutCell> row{{.value = std::string(note)},
                                              {.value = documents::Decimal{"10"}},
                                              {.value = documents::Decimal{"5"}},
                                              {.value = Date(2026, 1, 5)}};
    book.row(row);
  }
  const auto bytes = book.finish();
  REQUIRE(bytes);
  return *bytes;
}

}  // namespace

TEST_CASE("a correction belongs to a row of its sheet: another sheet is another import") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const auto id = desk.enter(two_sheets(), {{"data_date", dated("2026-09-30")}});
    desk.done(desk.bank, "map", {{"id", id}, {"sheet", 2}});
    desk.done(desk.bank, "map", {{"id", id}, {"sheet", 1}});
    desk.done(desk.bank, "mend", correction(id, 3, "number", "A9"));
    CHECK(desk.submit(desk.bank, "map", {{"id", id}, {"sheet", 2}}) == sheet_corrected);
    desk.done(desk.bank, "map", {{"id", id}, {"sheet", 1}});
    desk.done(desk.bank, "apply", take(id, "all"));
    CHECK(desk.stored() == Texts{"A9 500 2026-09-30"});
  });
}

TEST_CASE("only what is asked is answered: a unit or a data date that stands is not wiped") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const auto id = desk.enter(two, {{"data_date", dated("2026-09-30")}});
    CHECK(desk.submit(desk.bank, "answer", answers(id, "unit", "x")) == no_such_question);
    CHECK(desk.submit(desk.bank, "answer", answers(id, "unit", "wan")) == no_such_question);
    CHECK(desk.submit(desk.bank, "answer", answers(id, "data_date", "2026-01-01")) ==
          no_such_question);
    desk.done(desk.bank, "apply", take(id, "all"));
    CHECK(desk.stored() == Texts{"A1 50000 2026-09-30", "A2 200000 2026-09-30"});
  });
}

TEST_CASE("a choice may be answered by its name in either language") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const auto id = desk.enter("借据号,放款金额,贷款余额,放款日期\nA1,10,5,2026-01-05\n",
                               {{"data_date", dated("2026-09-30")}});
    desk.done(desk.bank, "answer", answers(id, "unit", "万元"));
    desk.done(desk.bank, "apply", take(id, "all"));
    CHECK(desk.stored() == Texts{"A1 5000000 2026-09-30"});
    const auto next = desk.enter(head + "A1,1001,400,2026-01-05,,\nA3,10,10,2026-03-01,,\n",
                                 {{"data_date", dated("2026-10-01")}});
    desk.done(desk.bank, "answer", answers(next, "conflict:A1", " Take "));
    CHECK(desk.findings(next) == Texts{"3 paid_fen other_amount conflict:A1 take"});
    CHECK(desk.submit(desk.bank, "answer", answers(next, "conflict:A1", "随便")) == no_such_choice);
  });
}

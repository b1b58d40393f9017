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

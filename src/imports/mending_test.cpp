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

std::vector<std::string> lines_of(const json::Value& corrections) {
  std::vector<std::string> lines;
  for (const json::Value& each : *corrections.find("rows")->list())
    lines.push_back(std::to_string(number(each, "row")) + " " + *each.find("field")->text());
  return lines;
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

TEST_CASE("corrections are listed a page at a time, the newest first") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const auto id = desk.enter(two, {{"data_date", dated("2026-09-30")}});
    desk.done(desk.bank, "mend", correction(id, 4, "number", "A7"));
    desk.done(desk.bank, "mend",
              {{"id", id},
               {"corrections",
                json::List{json::Object{{"row", 4}, {"field", "paid_fen"}, {"value", "3000"}},
                           json::Object{{"row", 3}, {"field", "number"}, {"value", "A8"}},
                           json::Object{{"row", 4}, {"field", "balance_fen"}, {"value", "7"}}}}});
    Texts all;
    std::optional<std::string> cursor;
    int pages = 0;
    do {
      std::vector<std::pair<std::string, std::string>> asked{{"id", std::to_string(id)},
                                                             {"limit", "1"}};
      if (cursor) asked.emplace_back("cursor", *cursor);
      const auto page = desk.got(desk.bank, "/imports/{id}/corrections", asked);
      for (std::string& line : lines_of(page)) all.push_back(std::move(line));
      const json::Value* next = page.find("next");
      cursor = next && next->text() ? std::optional(*next->text()) : std::nullopt;
    } while (cursor && ++pages < 9);
    CHECK(pages == 3);
    CHECK(all == Texts{"3 number", "4 balance_fen", "4 paid_fen", "4 number"});
  });
}

#include "imports/imports.h"

#include "documents/documents.h"
#include "imports/grounds.h"
#include "imports/test_requests.h"

namespace zr::imports::made {

std::vector<Note> notes(db::Tx& tx, std::int64_t organisation) {
  return tx.rows<Note>(
      "SELECT {FixtureNote} FROM imports_fixture_note WHERE organisation = $1 AND withdrawn = 0"
      " ORDER BY id",
      organisation);
}

}  // namespace zr::imports::made

namespace {

using namespace zr;
using namespace zr::imports;
using namespace zr::imports::made;

}  // namespace

TEST_CASE(
    "item 10: a ledger is entered, its date confirmed, its rows stored, the same again is told") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const auto id = desk.enter("数据日期：2026年9月30日\n" + two);
    CHECK(desk.findings(id) == Texts{"0 data_date_unknown data_date→2026-09-30"});
    CHECK(desk.submit(desk.bank, "apply", take(id, "all"), desk.version) == questions_open);
    CHECK(desk.submit(desk.bank, "answer", answers(id, "data_date", "2026-10-09")) == date_ahead);
    CHECK(desk.submit(desk.bank, "answer", answers(id, "data_date", "nie")) == no_such_choice);
    desk.done(desk.bank, "answer", answers(id, "data_date", "2026-09-30"));
    CHECK(desk.findings(id).empty());
    const auto done = desk.done(desk.bank, "apply", take(id, "all"));
    CHECK(number(done, "created") == 2);
    CHECK(desk.stored() == Texts{"A1 50000 2026-09-30", "A2 200000 2026-09-30"});
    CHECK(desk.submit(desk.bank, "apply", take(id, "all"), desk.version) == import_closed);

    const auto again =
        desk.done(desk.bank, "create",
                  {{"kind", "notes"},
                   {"digest", desk.send(desk.bank, "数据日期：2026年9月30日\n" + two, "台账.csv")},
                   {"data_date", "2026-09-30"}});
    CHECK(number(again, "earlier") == id);
    const auto second = number(again, "id");
    CHECK(desk.submit(desk.bank, "apply", take(second, "all"), desk.version) == already_imported);
    // Another data date is another content; equal facts change nothing.
    desk.done(desk.bank, "map", {{"id", second}, {"data_date", "2026-10-01"}});
    const auto same = desk.done(desk.bank, "apply", take(second, "all"));
    CHECK(number(same, "same") == 2);
    CHECK(desk.stored() == Texts{"A1 50000 2026-09-30", "A2 200000 2026-09-30"});
  });
}

TEST_CASE("architecture 3: what is personal in another column is stored as a commitment") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const auto id = desk.enter(two, {{"data_date", dated("2026-09-30")}});
    const auto staged = desk.got(desk.bank, "/imports/{id}/rows", {{"id", std::to_string(id)}});
    CHECK(json::write(*staged.find("rows")->list()->front().find("reported")) ==
          R"({"联系人":"示***","备注":"续贷"})");
    desk.done(desk.bank, "apply", take(id, "all"));
    const auto reported = desk.journal->read(
        [](db::Tx& tx) { return json::write(made::notes(tx, 11).front().reported.value); });
    CHECK(reported.find("示例张三") == std::string::npos);
    CHECK(reported.find(R"({"联系人":{"commitment":")") == 0);
    CHECK(reported.find(R"("备注":"续贷")") != std::string::npos);
  });
}

TEST_CASE(
    "item 10: wrong rows are mended beside the file, or stay behind while the good ones go in") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const auto id = desk.enter(head +
                                   "A1,1000,1e3,2026-01-05,,\nA2,2000,2000.01,2026-02-01,,\n"
                                   "A3,10,10,2026-03-01,,\nA3,10,10,2026-03-01,,\n",
                               {{"data_date", dated("2026-09-30")}});
    CHECK(desk.findings(id) == Texts{"3 balance_fen number_unclear→1000",
                                     "4 balance_fen balance_above", "6 number number_twice"});
    CHECK(desk.submit(desk.bank, "apply", take(id, "all"), desk.version) == has_errors);
    CHECK(number(desk.done(desk.bank, "apply", take(id, "good_rows")), "left_out") == 3);
    CHECK(desk.stored() == Texts{"A3 1000 2026-09-30"});
    CHECK(desk.submit(desk.bank, "discard", only(id), desk.version) == partly_applied);
    CHECK(desk.submit(desk.bank, "apply", take(id, "good_rows"), desk.version) == already_imported);

    CHECK(desk.submit(desk.bank, "mend", correction(id, 3, "colour", "1")) == no_such_column);
    CHECK(desk.submit(desk.bank, "mend", correction(id, 2, "number", "1")) == no_such_line);
    CHECK(desk.submit(desk.bank, "mend", correction(id, 99, "number", "1")) == no_such_line);
    desk.done(desk.bank, "mend", correction(id, 3, "balance_fen", "1000"));
    desk.done(desk.bank, "mend", correction(id, 4, "balance_fen", "2,000"));
    desk.done(desk.bank, "mend", correction(id, 4, "balance_fen", "1,999"));
    desk.done(desk.bank, "mend", correction(id, 6, "number", "A4"));
    CHECK(desk.findings(id).empty());
    const auto kept =
        desk.got(desk.bank, "/imports/{id}/corrections", {{"id", std::to_string(id)}});
    REQUIRE(kept.find("rows")->list()->size() == 4);
    const json::Value& third = (*kept.find("rows")->list())[1];
    CHECK(*third.find("old_text")->text() == "2,000");
    CHECK(*third.find("new_text")->text() == "1,999");
    const auto staged = desk.got(desk.bank, "/imports/{id}/rows", {{"id", std::to_string(id)}});
    const json::Value& cell = (*(*staged.find("rows")->list())[1].find("cells")->list())[2];
    CHECK(
        json::write(cell) ==
        R"({"field":"balance_fen","text":"2000.01","value":"1999","tidied":true,"corrected":true})");

    const auto rest = desk.done(desk.bank, "apply", take(id, "all"));
    CHECK(number(rest, "created") == 3);
    CHECK(number(rest, "same") == 1);
    CHECK(desk.stored() == Texts{"A3 1000 2026-09-30", "A1 100000 2026-09-30",
                                 "A2 199900 2026-09-30", "A4 1000 2026-09-30"});
  });
}

TEST_CASE("item 11: another amount waits for the clerk, a missing note holds up the file") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const auto first = desk.enter(two, {{"data_date", dated("2026-09-30")}});
    desk.done(desk.bank, "apply", take(first, "all"));
    const auto id = desk.enter(head + "A1,1001,400,2026-01-05,,\nA3,10,10,2026-03-01,,\n",
                               {{"data_date", dated("2026-10-01")}});
    CHECK(desk.findings(id) ==
          Texts{"0 number note_missing missing:A2", "3 paid_fen other_amount conflict:A1"});
    CHECK(desk.submit(desk.bank, "apply", take(id, "good_rows"), desk.version) == questions_open);
    CHECK(desk.submit(desk.bank, "answer", answers(id, "missing:A9", "open")) == no_such_question);
    CHECK(desk.submit(desk.bank, "answer", answers(id, "missing:A2", "lost")) == no_such_choice);
    desk.done(desk.bank, "answer", answers(id, "missing:A2", "open"));
    CHECK(desk.submit(desk.bank, "apply", take(id, "all"), desk.version) == questions_open);
    desk.done(desk.bank, "answer", answers(id, "conflict:A1", "take"));
    CHECK(desk.findings(id) == Texts{"0 number note_missing missing:A2 open",
                                     "3 paid_fen other_amount conflict:A1 take"});
    const auto done = desk.done(desk.bank, "apply", take(id, "all"));
    CHECK(number(done, "changed") == 1);
    CHECK(number(done, "created") == 1);
  });
}

TEST_CASE("item 10: the unit is asked once; the same header is never asked again") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const std::string bare = "借据号,放款金额,贷款余额,放款日期\n";
    const auto id = desk.enter(bare + "A1,10,5,2026-01-05\n", {{"data_date", dated("2026-09-30")}});
    CHECK(desk.findings(id) == Texts{"0 unit_unknown unit"});
    CHECK(desk.submit(desk.bank, "answer", answers(id, "unit", "dollar")) == no_such_choice);
    desk.done(desk.bank, "answer", answers(id, "unit", "wan"));
    desk.done(desk.bank, "apply", take(id, "all"));
    CHECK(desk.stored() == Texts{"A1 5000000 2026-09-30"});
    const auto next = desk.enter("贷款余额,放款日期,借据号,放款金额\n6,2026-01-05,A1,10\n",
                                 {{"data_date", dated("2026-10-01")}});
    CHECK(desk.findings(next).empty());
    desk.done(desk.bank, "apply", take(next, "all"));
    CHECK(desk.stored() == Texts{"A1 6000000 2026-10-01"});
  });
}

TEST_CASE("who may enter what, and what nobody else ever sees") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const auto enter = [&](const access::Actor& who, json::Object more) {
      json::Object body{{"kind", "notes"}, {"digest", desk.send(who, two, "台账.csv")}};
      for (auto& each : more) body.push_back(std::move(each));
      return desk.submit(who, "create", std::move(body));
    };
    CHECK(enter(desk.bank, {{"kind2", "x"}}).problem().refusal.code == "bad_input");
    CHECK(desk.submit(desk.bank, "create", {{"kind", "stars"}, {"digest", std::string(64, 'a')}}) ==
          no_such_kind);
    CHECK(enter(desk.regulator, {}) == kind_not_yours);
    CHECK(enter(desk.regulator, {{"organisation", 11}}) == organisation_not_yours);
    CHECK(enter(desk.bureau, {}) == kind_not_yours);
    CHECK(enter(desk.bureau, {{"organisation", 14}}) == organisation_not_yours);
    CHECK(enter(desk.other, {{"organisation", 11}}) == organisation_not_yours);
    CHECK(enter(desk.branch, {{"organisation", 11}}) == organisation_not_yours);
    CHECK(enter(desk.bank, {{"basis", "whim"}}) == no_such_basis);
    CHECK(enter(desk.bank, {{"data_date", "2026-10-09"}}) == date_ahead);
    CHECK(enter(desk.bank, {{"arrived_on", "2026-10-09"}}) == date_ahead);
    CHECK(
        desk.submit(desk.other, "create",
                    {{"kind", "notes"}, {"digest", desk.send(desk.bank, "a,b\n1,2\n", "x.csv")}}) ==
        files::unknown_file);
    CHECK(desk.submit(desk.bank, "create", {{"kind", "notes"}, {"digest", std::string(64, '0')}}) ==
          files::unknown_file);

    const auto own = enter(desk.bank, {{"organisation", 15}});
    REQUIRE(own);
    const auto id = number(*own, "id");
    CHECK(enter(desk.bank, {{"organisation", 15}}) == already_open);
    for (const auto& foreign : {desk.other, desk.bureau, desk.regulator}) {
      CHECK(desk.read(foreign, "/imports/{id}", {{"id", std::to_string(id)}})
                .problem()
                .refusal.code == "not_found");
      CHECK(desk.got(foreign, "/imports", {}).find("rows")->list()->empty());
      CHECK(desk.submit(foreign, "discard", only(id), number(*own, "version")) == not_found);
      CHECK(desk.submit(foreign, "mend", correction(id, 3, "number", "X")) == not_found);
    }
    CHECK(desk.got(desk.branch, "/imports", {}).find("rows")->list()->size() == 1);
    CHECK(desk.got(desk.bank, "/imports", {{"state", "applied"}}).find("rows")->list()->empty());
    CHECK(desk.submit(desk.branch, "discard", only(id), 1) == journal::version_stale);
    const auto gone = desk.submit(desk.branch, "discard", only(id), number(*own, "version"));
    REQUIRE(gone);
    CHECK(desk.submit(desk.branch, "mend", correction(id, 3, "number", "X")) == import_closed);
    CHECK(desk.submit(desk.branch, "confirm", only(id), number(*gone, "version")) == not_on_behalf);
  });
}

TEST_CASE("item 10: a batch is taken back by two people until something depends on it") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const auto first = desk.enter(two, {{"data_date", dated("2026-09-30")}});
    CHECK(desk.submit(desk.bank, "undo", only(first), desk.version) == not_applied);
    desk.done(desk.bank, "apply", take(first, "all"));
    const auto before = desk.version;
    const auto second = desk.enter(head + "A1,1000,400,2026-01-05,,\nA2,2000,2000,2026-02-01,,\n",
                                   {{"data_date", dated("2026-10-01")}});
    desk.done(desk.bank, "apply", take(second, "all"));
    CHECK(desk.submit(desk.bank, "undo", only(first), before) == undo_too_late);
    const auto waiting = desk.submit(desk.bank, "undo", only(second), desk.version);
    REQUIRE(waiting);
    CHECK(*waiting->find("state")->text() == "awaiting_approval");
    CHECK(desk.stored().size() == 2);
  });
}

TEST_CASE(
    "item 10: the annotated file comes back through the same door and takes the place of the "
    "first") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const auto id = desk.enter(
        "示例台账,数据日期：2026年9月30日\n借据号,放款金额,贷款余额,放款日期,备注\n"
        "A1,1000,1e3,2026/1/5,=1+1\nA2,2000,1,2026-02-01,\n合计,3000,1,,\n");
    desk.done(desk.bank, "answer", answers(id, "unit", "yuan"));
    desk.done(desk.bank, "mend", correction(id, 4, "balance_fen", "2000"));
    const auto out = desk.read(desk.bank, "/imports/{id}/annotated", {{"id", std::to_string(id)}});
    REQUIRE(out);
    REQUIRE(out->file);
    CHECK(out->file->name == "台账-核对.xlsx");
    std::vector<std::string> rows;
    const auto told = documents::read_table(
        documents::Source::memory(out->file->bytes), {}, [&](const documents::Row& row) {
          std::string line;
          for (const auto& cell : row.cells) line.append(line.empty() ? "" : "|").append(cell.text);
          rows.push_back(line);
          return documents::Continue::yes;
        });
    REQUIRE(told);
    CHECK(rows[0] == "示例台账　数据日期：2026年9月30日　（元）");
    CHECK(rows[2].starts_with("A1|1000|1e3|2026/1/5|"));
    CHECK(rows[2].ends_with(
        "贷款余额：请只写数字，不要用科学计数法，不要写单位或多余的符号（建议：1000）"));

    const auto again = desk.enter(out->file->bytes, {{"replaces", id}});
    CHECK(*desk.shown(id).find("state")->text() == "discarded");
    CHECK(desk.findings(again) ==
          Texts{"0 data_date_unknown data_date→2026-09-30", "3 balance_fen number_unclear→1000"});
    desk.done(desk.bank, "mend", correction(again, 3, "balance_fen", "1000"));
    desk.done(desk.bank, "answer", answers(again, "data_date", "2026-09-30"));
    desk.done(desk.bank, "apply", take(again, "all"));
    CHECK(desk.stored() == Texts{"A1 100000 2026-09-30", "A2 200000 2026-09-30"});
    CHECK(desk.read(desk.bank, "/imports/{id}/annotated", {{"id", std::to_string(again)}})
              .problem()
              .refusal.code == "import_closed");
  });
}

TEST_CASE("item 10: every row of the annotated file has the number that it had") {
  const std::string table =
      "借据号,放款金额,贷款余额,放款日期\nA1,1000,1e3,2026-01-05\n\nA2,2000,1,2026-02-01\n";
  test::on_both_engines([&](const db::Url& url) {
    Desk desk(url);
    const auto again = [&](const std::string& bytes) {
      const auto id = desk.enter(bytes, {{"data_date", dated("2026-09-30")}});
      if (desk.findings(id).front().find("unit_unknown") != std::string::npos)
        desk.done(desk.bank, "answer", answers(id, "unit", "yuan"));
      const auto before = desk.findings(id);
      const auto out =
          desk.read(desk.bank, "/imports/{id}/annotated", {{"id", std::to_string(id)}});
      REQUIRE(out);
      const auto back =
          desk.enter(out->file->bytes, {{"replaces", id}, {"data_date", dated("2026-09-30")}});
      CHECK(desk.findings(back) == before);
      desk.done(desk.bank, "discard", only(back));
      return before;
    };
    CHECK(again("示例台账\n数据日期：2026年9月30日,,,单位：元\n" + table) ==
          Texts{"4 balance_fen number_unclear→1000"});
    CHECK(again("示例台账\n\n单位：元\n" + table) == Texts{"5 balance_fen number_unclear→1000"});
    CHECK(again("示例台账\n数据日期：2026年9月30日\n" + table) ==
          Texts{"4 balance_fen number_unclear→1000"});
    CHECK(again(table) == Texts{"2 balance_fen number_unclear→1000"});
  });
}

TEST_CASE("the template of a kind is a file that the engine reads") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const auto out = desk.read(desk.bank, "/imports/template", {{"kind", "notes"}});
    REQUIRE(out);
    const auto id = desk.enter(out->file->bytes);
    CHECK(desk.findings(id) == Texts{"0 data_date_unknown data_date", "0 no_rows"});
    CHECK(number(desk.shown(id), "header_row") == 3);
    CHECK(desk.submit(desk.bank, "apply", take(id, "all"), desk.version) == has_errors);
    CHECK(desk.read(desk.bank, "/imports/template", {{"kind", "stars"}}).problem().refusal.code ==
          "not_found");
    const auto kinds = desk.got(desk.bank, "/imports/kinds", {});
    CHECK(kinds.find("rows")->list()->size() == 1);
    CHECK(desk.got(desk.regulator, "/imports/kinds", {}).find("rows")->list()->empty());
  });
}

TEST_CASE("item 10: questions alone leave nothing to import") {
  test::on_both_engines([](const db::Url& url) {
    Desk desk(url);
    const auto id =
        desk.enter(head + "A1,10,11,2026-01-05,,\n", {{"data_date", dated("2026-09-30")}});
    CHECK(desk.submit(desk.bank, "apply", take(id, "good_rows"), desk.version) ==
          nothing_to_import);
    CHECK(desk.stored().empty());
  });
}

#include "journal/store.h"
#include "ledger/store_lists.h"
#include "ledger/test_ledger.h"

using namespace zr::test;    // NOLINT: a test of this namespace's small vocabulary
using namespace zr::ledger;  // NOLINT: likewise
using zr::Date;
using zr::Money;
using zr::access::Basis;
using zr::access::Moment;
using zr::access::Scope;

namespace {

using City = LedgerCity;

const Scope all{.rows = "/", .totals = "*"};
const Moment june{.as_of = {2026, 6, 30}};

/// Three loans of the first bank and one of the other, all said for the end of June.
void on_four_loans(const std::function<void(zr::db::Tx&)>& each) {
  on_a_ledger([&](zr::db::Tx& tx) {
    for (const std::int64_t id : {101, 102, 103}) add_note(tx, id);
    add_note(tx, 201, City::other_bank);
    auto late = some_facts();
    late.branch = City::west;
    late.overdue_days = 91;
    late.loan_class = LoanClass::special_mention;
    late.class_floor = LoanClass::substandard;
    late.enterprise = City::designer;
    late.rights = "trademark";
    auto paid = with_balance(0);
    paid.branch.reset();
    auto other = some_facts();
    other.branch.reset();
    other.rights = "patent trademark";
    other.contract_number = "HT_2%";
    say(tx, {.note = 101, .effective = june.as_of, .sequence = 5});
    say(tx, {.note = 102, .effective = june.as_of, .sequence = 5, .facts = late});
    say(tx, {.note = 103, .effective = june.as_of, .sequence = 5, .facts = paid});
    say(tx, {.note = 201, .effective = june.as_of, .sequence = 5, .facts = other});
    tx.insert(store::basis_table,
              NoteBasis{.note = 101, .sequence = 7, .basis = LegalBasis::fund_filing});
    each(tx);
  });
}

std::string ids(const std::vector<LoanSummary>& loans) {
  std::string text;
  for (const LoanSummary& loan : loans) text += std::to_string(loan.id) + " ";
  return text;
}

std::string found(zr::db::Tx& tx, const LoanFilter& filter, const Scope& scope = all,
                  Moment moment = june) {
  return ids(store::loans(tx, {.scope = scope, .moment = moment, .filter = filter}, INT64_MAX, 50));
}

}  // namespace

TEST_CASE("loans: the list has names, state and the later of facts and basis as version") {
  on_four_loans([](zr::db::Tx& tx) {
    const LoanFilter filter;
    const auto rows =
        store::loans(tx, {.scope = all, .moment = june, .filter = filter}, INT64_MAX, 50);
    REQUIRE(rows.size() == 4);
    CHECK(zr::json::write(rows[3]) ==
          R"({"id":101,"note_number":"J101","contract_number":"HT-1","bank":10,)"
          R"("bank_name":"示例银行甲","branch":11,"branch_name":"示例银行甲东支行",)"
          R"("enterprise":31,"enterprise_name":"示例企业1","uscc":"914101000000000010",)"
          R"("region":"410105","right_kind":"patent","security_mode":"pure_ip",)"
          R"("disbursed_on":"2026-02-01","matures_on":"2027-02-01","disbursed_fen":10000,)"
          R"("balance_fen":5000,"overdue_days":0,"class":"pass","state":"open",)"
          R"("fact_date":"2026-06-30","basis":"fund_filing","import":5,"version":7})");
    CHECK(rows[2].state == NoteState::overdue);
    CHECK(rows[1].state == NoteState::settled);
    CHECK(rows[1].version == 5);
  });
}

TEST_CASE("loans: filters by bank, branch, class, state, text and unexplained class") {
  on_four_loans([](zr::db::Tx& tx) {
    CHECK(found(tx, {}) == "201 103 102 101 ");
    CHECK(found(tx, {.bank = City::other_bank}) == "201 ");
    CHECK(found(tx, {.branch = City::west}) == "102 ");
    CHECK(found(tx, {.loan_class = LoanClass::special_mention}) == "102 ");
    CHECK(found(tx, {.state = NoteState::open}) == "201 102 101 ");
    CHECK(found(tx, {.state = NoteState::overdue}) == "102 ");
    CHECK(found(tx, {.state = NoteState::settled}) == "103 ");
    CHECK(found(tx, {.right_kind = RightKind::patent}) == "103 101 ");
    CHECK(found(tx, {.right_kind = RightKind::trademark}) == "102 ");
    CHECK(found(tx, {.right_kind = RightKind::mixed}) == "201 ");
    CHECK(found(tx, {.class_check = ClassCheck::unexplained}) == "102 ");
    CHECK(found(tx, {.text = "示例企业2"}) == "102 ");
    CHECK(found(tx, {.text = "j10"}) == "103 102 101 ");
    CHECK(found(tx, {.text = "HT_2%"}) == "201 ");
    CHECK(found(tx, {.text = "_"}) == "201 ");
    CHECK(found(tx, {.text = "!"}).empty());
  });
}

TEST_CASE("loans: a district finds loans by where the borrower was then, a zone likewise") {
  on_four_loans([](zr::db::Tx& tx) {
    CHECK(found(tx, {.region = "410105"}) == "201 103 102 101 ");
    CHECK(found(tx, {.region = "410102"}).empty());
    zr::access::add_version(tx, {.party = City::designer,
                                 .effective = {2026, 7, 1},
                                 .sequence = 8,
                                 .facts = {.name = "示例企业2",
                                           .short_name = {},
                                           .region = "410102",
                                           .zone = "HTZ",
                                           .park = {}},
                                 .successor = {}});
    const Moment july{.as_of = {2026, 7, 1}};
    CHECK(found(tx, {.region = "410102"}, all, july) == "102 ");
    CHECK(found(tx, {.region = "HTZ"}, all, july) == "102 ");
    CHECK(found(tx, {.region = "410105"}, all, july) == "201 103 101 ");
    CHECK(found(tx, {.region = "410105"}) == "201 103 102 101 ");
  });
}

TEST_CASE("loans: a class that was explained is no longer listed as unexplained") {
  on_four_loans([](zr::db::Tx& tx) {
    auto version = store::version_on(tx, 102, june.as_of);
    REQUIRE(version);
    version->facts.class_reason = "示例理由";
    version->sequence = 9;
    tx.insert(store::version_table, *version);
    CHECK(found(tx, {.class_check = ClassCheck::unexplained}).empty());
    CHECK(found(tx, {.class_check = ClassCheck::unexplained}, all,
                {.as_of = june.as_of, .known_at = 8}) == "102 ");
  });
}

TEST_CASE("loans: pages go from the newest down") {
  on_four_loans([](zr::db::Tx& tx) {
    const LoanFilter filter;
    const store::LoanList list{.scope = all, .moment = june, .filter = filter};
    CHECK(ids(store::loans(tx, list, INT64_MAX, 2)) == "201 103 ");
    CHECK(ids(store::loans(tx, list, 103, 2)) == "102 101 ");
    CHECK(ids(store::loans(tx, list, 101, 2)).empty());
  });
}

TEST_CASE("scope: lists, page and history show a bank its own, the bureau what has a basis") {
  on_four_loans([](zr::db::Tx& tx) {
    for (const std::int64_t record : {5, 7})
      tx.run(
          "INSERT INTO journal_record (sequence, received, business_date, action, organisation,"
          " person, outcome, hash, bytes) VALUES ($1, '2026-07-01T09:00:00.000000+08:00',"
          " '2026-07-01', 'x', 0, 0, 'done', $2, 'x')",
          record, std::string(64, 'a'));
    const auto seen = [&](const Scope& scope) {
      std::string text;
      for (const std::int64_t id : {101, 102, 103, 201}) {
        const bool page = store::loan(tx, scope, id, june).has_value();
        CHECK(page == !store::loan_history(tx, scope, id).empty());
        if (page) text = std::to_string(id) + " " + text;
      }
      CHECK(found(tx, {}, scope) == text);
      return text;
    };
    CHECK(seen(all) == "201 103 102 101 ");
    CHECK(seen({.rows = "/10/", .totals = ""}) == "103 102 101 ");
    CHECK(seen({.rows = "/10/12/", .totals = ""}) == "102 ");
    CHECK(seen({.rows = "/20/", .totals = ""}) == "201 ");
    CHECK(seen({.rows = "/", .basis = Basis::stated, .totals = "*"}) == "101 ");
    CHECK(seen({.rows = "", .totals = "*"}).empty());
    CHECK(seen({.rows = "", .totals = "410105"}).empty());
  });
}

TEST_CASE("loans: names of a day before the house knew the party are those said first") {
  on_four_loans([](zr::db::Tx& tx) {
    add_office(tx, 30, 0, "示例银行丙");
    tx.run("UPDATE access_party_version SET effective = '2026-12-01' WHERE party = 30");
    add_note(tx, 301, 30);
    auto facts = some_facts();
    facts.branch.reset();
    say(tx, {.note = 301, .effective = june.as_of, .sequence = 5, .facts = facts});
    const auto loan = store::loan(tx, all, 301, june);
    REQUIRE(loan);
    CHECK(loan->summary.bank_name == "示例银行丙");
  });
}

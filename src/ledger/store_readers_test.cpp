#include <chrono>

#include "ledger/test_ledger.h"

using namespace zr::test;    // NOLINT: a test of this namespace's small vocabulary
using namespace zr::ledger;  // NOLINT: likewise
using zr::Date;
using zr::Money;
using zr::Quarter;
using zr::access::Basis;
using zr::access::Scope;

namespace {

using City = LedgerCity;

const Scope all{.rows = "/", .totals = "*"};
const Scope stated_only{.rows = "/", .basis = Basis::stated, .totals = "*"};
Scope of_office(std::string path) {
  return {.rows = std::move(path), .totals = ""};
}

std::string ids(const std::vector<Note>& notes) {
  std::string text;
  for (const Note& note : notes) text += std::to_string(note.id) + " ";
  return text;
}

/// "drawdown 100 q y" for each movement.
std::string told(const std::vector<Movement>& movements) {
  std::string text;
  for (const Movement& moved : movements)
    text += std::to_string(moved.note) + std::string(" ") + std::string(zr::name_of(moved.kind)) +
            " " + std::to_string(moved.amount_fen.fen) + (moved.in_quarter ? " q" : "") +
            (moved.in_year ? " y" : "") + "; ";
  return text;
}

}  // namespace

TEST_CASE("ledger: a note is what was said for the day, as known at the record asked for") {
  on_a_ledger([](zr::db::Tx& tx) {
    add_note(tx, 101);
    say(tx, {.note = 101, .effective = {2026, 3, 31}, .sequence = 5, .facts = with_balance(9'000)});
    say(tx, {.note = 101, .effective = {2026, 6, 30}, .sequence = 8, .facts = with_balance(6'000)});
    // Later the bank corrects March.
    say(tx, {.note = 101, .effective = {2026, 3, 31}, .sequence = 9, .facts = with_balance(8'000)});
    const auto balance = [&](zr::access::Moment moment) {
      const auto found = notes(tx, all, moment);
      return found.empty() ? -1 : found.front().balance_fen.money.fen;
    };
    CHECK(balance({.as_of = {2026, 3, 30}}) == -1);
    CHECK(balance({.as_of = {2026, 3, 31}, .known_at = 4}) == -1);
    CHECK(balance({.as_of = {2026, 3, 31}, .known_at = 8}) == 9'000);
    CHECK(balance({.as_of = {2026, 6, 29}, .known_at = 9}) == 8'000);
    CHECK(balance({.as_of = {2026, 6, 30}, .known_at = 7}) == 9'000);
    CHECK(balance({.as_of = {2026, 6, 30}}) == 6'000);
    say(tx, {.note = 101,
             .effective = {2026, 6, 30},
             .sequence = 10,
             .facts = with_balance(6'000),
             .withdrawn = true});
    CHECK(balance({.as_of = {2026, 6, 30}}) == 8'000);
    CHECK(balance({.as_of = {2026, 6, 30}, .known_at = 9}) == 6'000);
  });
}

TEST_CASE("ledger: every field of a note comes back, with district and parts of the balance") {
  on_a_ledger([](zr::db::Tx& tx) {
    add_note(tx, 101);
    auto facts = some_facts();
    facts.rights = "patent trademark";
    facts.secured_fen = zr::SecuredAmount{Money{3'000}};
    facts.loan_class = LoanClass::pass;
    facts.class_floor = LoanClass::special_mention;
    facts.overdue_days = 4;
    say(tx, {.note = 101, .effective = {2026, 3, 31}, .sequence = 5, .facts = facts});
    tx.insert(store::basis_table,
              NoteBasis{.note = 101, .sequence = 5, .basis = LegalBasis::fund_filing});
    const auto found = notes(tx, all, {.as_of = {2026, 4, 1}});
    REQUIRE(found.size() == 1);
    CHECK(zr::json::write(found.front()) ==
          R"({"id":101,"bank":10,"branch":11,"enterprise":31,"region":"410105","in_park":false,)"
          R"("note_number":"J101","contract_number":"HT-1","right_kind":"mixed",)"
          R"("rights":"patent trademark","security_mode":"pure_ip","disbursed_on":"2026-02-01",)"
          R"("matures_on":"2027-02-01","secured_fen":3000,"disbursed_fen":10000,)"
          R"("balance_fen":5000,"balance_secured_fen":3000,"balance_unsecured_fen":2000,)"
          R"("overdue_days":4,"class":"pass","class_floor":"special_mention",)"
          R"("fact_date":"2026-03-31","basis":"fund_filing","import":5,"version":5})");
  });
}

TEST_CASE("scope: a bank sees its own and below, a branch itself, the bureau what has a basis") {
  on_a_ledger([](zr::db::Tx& tx) {
    for (const std::int64_t id : {101, 102, 103}) add_note(tx, id);
    add_note(tx, 201, City::other_bank);
    auto west = some_facts();
    west.branch = City::west;
    auto head = some_facts();
    head.branch = std::nullopt;
    say(tx, {.note = 101, .effective = {2026, 3, 31}, .sequence = 5});
    say(tx, {.note = 102, .effective = {2026, 3, 31}, .sequence = 5, .facts = west});
    say(tx, {.note = 103, .effective = {2026, 3, 31}, .sequence = 5, .facts = head});
    say(tx, {.note = 201, .effective = {2026, 3, 31}, .sequence = 5, .facts = head});
    const auto basis = [&](std::int64_t note, std::int64_t sequence,
                           std::optional<LegalBasis> said) {
      tx.insert(store::basis_table, NoteBasis{.note = note, .sequence = sequence, .basis = said});
    };
    basis(101, 5, LegalBasis::customer_authorisation);
    basis(102, 5, LegalBasis::customer_authorisation);
    basis(102, 6, std::nullopt);  // withdrawn since
    const auto seen = [&](const Scope& scope) {
      const auto found = notes(tx, scope, {.as_of = {2026, 4, 1}});
      CHECK(movements(tx, scope, {2026, 1}, INT64_MAX).size() == 2 * found.size());
      return ids(found);
    };
    CHECK(seen(all) == "101 102 103 201 ");
    CHECK(seen(of_office("/10/")) == "101 102 103 ");
    CHECK(seen(of_office("/10/11/")) == "101 ");
    CHECK(seen(of_office("/10/12/")) == "102 ");
    CHECK(seen(of_office("/20/")) == "201 ");
    CHECK(seen(of_office("/1/")) == "");
    CHECK(seen({}) == "");
    // A basis taken back closes earlier knowledge too.
    CHECK(seen(stated_only) == "101 ");
    CHECK(ids(notes(tx, stated_only, {.as_of = {2026, 4, 1}, .known_at = 5})) == "101 ");
  });
}

TEST_CASE("ledger: a branch sees the part that its contract's other branches leave it") {
  on_a_ledger([](zr::db::Tx& tx) {
    add_note(tx, 101);
    add_note(tx, 102);
    auto first = some_facts();
    first.branch = City::west;
    first.secured_fen = zr::SecuredAmount{Money{6'000}};
    auto second = some_facts();
    second.disbursed_on = Date(2026, 2, 2);
    second.secured_fen = first.secured_fen;
    say(tx, {.note = 101, .effective = {2026, 3, 31}, .sequence = 5, .facts = first});
    say(tx, {.note = 102, .effective = {2026, 3, 31}, .sequence = 5, .facts = second});
    const auto found = notes(tx, of_office("/10/11/"), {.as_of = {2026, 4, 1}});
    REQUIRE(found.size() == 1);
    CHECK(found.front().balance_secured_fen == zr::BalanceAmount{Money{1'000}});
    CHECK(found.front().balance_unsecured_fen == zr::BalanceAmount{Money{4'000}});
  });
}

TEST_CASE("ledger: movements are the year's drawdowns and the fall of balances in the quarter") {
  on_a_ledger([](zr::db::Tx& tx) {
    add_note(tx, 101);
    say(tx, {.note = 101, .effective = {2026, 3, 31}, .sequence = 5, .facts = with_balance(9'000)});
    say(tx, {.note = 101, .effective = {2026, 6, 30}, .sequence = 8, .facts = with_balance(6'000)});
    say(tx, {.note = 101, .effective = {2026, 3, 31}, .sequence = 9, .facts = with_balance(8'000)});
    CHECK(told(movements(tx, all, {2026, 1}, INT64_MAX)) ==
          "101 drawdown 10000 q y; 101 repayment 2000 q y; ");
    CHECK(told(movements(tx, all, {2026, 2}, INT64_MAX)) ==
          "101 drawdown 10000 y; 101 repayment 2000 q y; ");
    CHECK(told(movements(tx, all, {2026, 2}, 8)) ==
          "101 drawdown 10000 y; 101 repayment 3000 q y; ");
    CHECK(told(movements(tx, all, {2026, 2}, 4)).empty());
    CHECK(told(movements(tx, all, {2027, 1}, INT64_MAX)).empty());
  });
}

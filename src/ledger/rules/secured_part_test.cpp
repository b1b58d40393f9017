#include "ledger/rules/secured_part.h"

#include <doctest/doctest.h>

using zr::BalanceAmount;
using zr::Date;
using zr::Money;
using zr::SecuredAmount;
using zr::ledger::BalanceParts;
using zr::ledger::secured_parts;
using zr::ledger::SecuredNote;

namespace {

std::optional<SecuredAmount> secured(std::int64_t fen) {
  return SecuredAmount{Money{fen}};
}
BalanceAmount balance(std::int64_t fen) {
  return {Money{fen}};
}
std::optional<BalanceParts> parts(std::int64_t with_pledge, std::int64_t without) {
  return BalanceParts{balance(with_pledge), balance(without)};
}

/// One note of bank 1 under contract C, drawn on the n-th of January.
SecuredNote drawn(int n, std::int64_t of_balance, std::optional<SecuredAmount> amount) {
  return {.bank = 1,
          .contract = "C",
          .disbursed_on = Date(2026, 1, static_cast<unsigned>(n)),
          .id = n,
          .secured = amount,
          .balance = balance(of_balance)};
}

}  // namespace

TEST_CASE("ledger: a balance is secured up to the registered amount, a fen more is unsecured") {
  const auto one = [](std::int64_t of_balance) {
    return secured_parts(std::vector{drawn(1, of_balance, secured(100))}).front();
  };
  CHECK(one(99) == parts(99, 0));
  CHECK(one(100) == parts(100, 0));
  CHECK(one(101) == parts(100, 1));
  CHECK(one(0) == parts(0, 0));
}

TEST_CASE("ledger: without a secured amount there are no parts; an amount of 0 is an amount") {
  CHECK(secured_parts(std::vector{drawn(1, 50, std::nullopt)}).front() == std::nullopt);
  CHECK(secured_parts(std::vector{drawn(1, 50, secured(0))}).front() == parts(0, 50));
  CHECK(secured_parts({}).empty());
}

TEST_CASE("ledger: notes under one contract share its amount in order of disbursement") {
  // The order of the rows does not matter, the day does.
  const auto shared = secured_parts(std::vector{
      drawn(3, 60, secured(100)), drawn(1, 70, secured(100)), drawn(2, 20, secured(100))});
  CHECK(shared[1] == parts(70, 0));
  CHECK(shared[2] == parts(20, 0));
  CHECK(shared[0] == parts(10, 50));
}

TEST_CASE("ledger: notes of one day share in order of their ids") {
  auto later = drawn(1, 80, secured(100));
  later.id = 9;
  const auto shared = secured_parts(std::vector{later, drawn(1, 80, secured(100))});
  CHECK(shared[1] == parts(80, 0));
  CHECK(shared[0] == parts(20, 60));
}

TEST_CASE("ledger: the greatest amount stated under a contract is the contract's") {
  const auto shared =
      secured_parts(std::vector{drawn(1, 80, std::nullopt), drawn(2, 80, secured(100))});
  CHECK(shared[0] == parts(80, 0));
  CHECK(shared[1] == parts(20, 60));
}

TEST_CASE("ledger: other banks, other contracts and notes without one do not share") {
  auto other_bank = drawn(2, 80, secured(100));
  other_bank.bank = 2;
  auto other_contract = drawn(2, 80, secured(100));
  other_contract.contract = "D";
  CHECK(secured_parts(std::vector{drawn(1, 80, secured(100)), other_bank})[1] == parts(80, 0));
  CHECK(secured_parts(std::vector{drawn(1, 80, secured(100)), other_contract})[1] == parts(80, 0));
  auto alone = drawn(1, 80, secured(100));
  alone.contract = {};
  auto another = drawn(2, 80, secured(100));
  another.contract = {};
  CHECK(secured_parts(std::vector{alone, another})[1] == parts(80, 0));
}

TEST_CASE("ledger: no fen is made or lost, and no more is secured than was registered") {
  for (std::int64_t amount = 0; amount <= 130; amount += 13) {
    std::vector<SecuredNote> notes;
    for (int n = 1; n <= 5; ++n) notes.push_back(drawn(n, n * 7, secured(amount)));
    std::int64_t covered = 0;
    const auto shared = secured_parts(notes);
    for (std::size_t i = 0; i < notes.size(); ++i) {
      REQUIRE(shared[i]);
      CHECK((shared[i]->secured + shared[i]->unsecured) == notes[i].balance);
      covered += shared[i]->secured.money.fen;
    }
    CHECK(covered == std::min<std::int64_t>(amount, 105));
  }
}

#pragma once
/// A small ledger for the tests of this module: two banks, one with two branches, three
/// enterprises, and short ways to say something of a note.
#include <memory>
#include <string>

#include "access/party.h"
#include "access/tables.h"
#include "db/transaction.h"
#include "journal/tables.h"
#include "ledger/ledger.h"
#include "ledger/store.h"
#include "rulebook/tables.h"
#include "unit/engines.h"

namespace zr::test {

/// Parties of the little city.
struct LedgerCity {
  static constexpr std::int64_t bank = 10, east = 11, west = 12, other_bank = 20;
  static constexpr std::int64_t maker = 31, designer = 32, grower = 33;
};

inline void add_office(db::Tx& tx, std::int64_t id, std::int64_t parent, const std::string& name) {
  const std::string own = std::to_string(id) + "/";
  access::add_party(
      tx,
      {.id = id,
       .sequence = 1,
       .kind = access::PartyKind::bank,
       .parent = parent ? std::optional(parent) : std::nullopt,
       .path = parent ? "/" + std::to_string(parent) + "/" + own : "/" + own,
       .uscc = std::nullopt},
      {.party = id,
       .effective = Date(2020, 1, 1),
       .sequence = 1,
       .facts = {.name = name, .short_name = {}, .region = "410105", .zone = {}, .park = {}},
       .successor = std::nullopt});
}

inline void add_city(db::Tx& tx) {
  using City = LedgerCity;
  add_office(tx, City::bank, 0, "示例银行甲");
  add_office(tx, City::east, City::bank, "示例银行甲东支行");
  add_office(tx, City::west, City::bank, "示例银行甲西支行");
  add_office(tx, City::other_bank, 0, "示例银行乙");
  std::int64_t n = 0;
  for (const std::int64_t id : {City::maker, City::designer, City::grower})
    access::report_enterprise(tx, {.uscc = "9141010000000000" + std::to_string(10 + n++),
                                   .name = "示例企业" + std::to_string(n),
                                   .region = "410105",
                                   .zone = std::nullopt,
                                   .effective = Date(2022, 1, 1),
                                   .sequence = 1,
                                   .new_id = id});
}

/// A note of the first bank's east branch: 100 yuan drawn on 2026-02-01 for a year, half repaid.
inline ledger::NoteFacts some_facts() {
  return {.branch = LedgerCity::east,
          .enterprise = LedgerCity::maker,
          .contract_number = "HT-1",
          .rights = "patent",
          .disbursed_on = Date(2026, 2, 1),
          .matures_on = Date(2027, 2, 1),
          .disbursed_fen = {Money{10'000}},
          .balance_fen = {Money{5'000}}};
}

inline void add_note(db::Tx& tx, std::int64_t id, std::int64_t bank = LedgerCity::bank) {
  tx.insert(ledger::store::note_table,
            ledger::NoteSubject{.id = id,
                                .sequence = 1,
                                .bank = bank,
                                .identity = "note:" + std::to_string(id),
                                .note_number = "J" + std::to_string(id)});
}

struct SaidOfNote {
  std::int64_t note = 0;
  Date effective = {};
  std::int64_t sequence = 0;
  ledger::NoteFacts facts = some_facts();
  bool withdrawn = false;
};
inline void say(db::Tx& tx, const SaidOfNote& said) {
  tx.insert(ledger::store::version_table, ledger::NoteVersion{.note = said.note,
                                                              .effective = said.effective,
                                                              .sequence = said.sequence,
                                                              .facts = said.facts,
                                                              .import = 5,
                                                              .withdrawn = said.withdrawn});
}

inline ledger::NoteFacts with_balance(std::int64_t fen) {
  auto facts = some_facts();
  facts.balance_fen = {Money{fen}};
  return facts;
}

/// An empty city of this module's tables with the parties above.
inline void on_a_ledger(const std::function<void(db::Tx&)>& each) {
  on_both_engines([&](const db::Url& url) {
    auto connection =
        opened(url, {access::schema(), journal::schema(), rulebook::schema(), ledger::schema()});
    REQUIRE(db::differences(*connection, ledger::tables()).empty());
    db::Transaction transaction(*connection);
    db::Tx tx(*connection, nullptr);
    add_city(tx);
    each(tx);
  });
}

}  // namespace zr::test

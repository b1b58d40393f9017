#pragma once
/// For tests: a city with two banks and a regulator, the quarterly return published, and contexts
/// as the pipeline would make them for a bank's clerk, its second person, the regulator's.
#include <memory>

#include "access/people.h"
#include "access/tables.h"
#include "db/transaction.h"
#include "duty/tables.h"
#include "files/files.h"
#include "forms/grounds.h"
#include "forms/return_fixture.h"
#include "forms/tables.h"
#include "journal/tables.h"
#include "journal/vault.h"
#include "rulebook/store.h"
#include "rulebook/tables.h"
#include "unit/engines.h"

namespace zr::test {

constexpr std::int64_t bank = 11;
constexpr std::int64_t other_bank = 12;
constexpr std::int64_t regulator = 13;
constexpr std::int64_t clerk = 21;
constexpr std::int64_t second = 22;
constexpr std::int64_t officer = 23;

class FormsCity {
 public:
  explicit FormsCity(const db::Url& url)
      : connection_(opened(url, {access::schema(), journal::schema(), rulebook::schema(),
                                 duty::schema(), files::schema(), forms::schema()})),
        transaction_(*connection_),
        tx(*connection_, &vault_) {
    add(bank, access::PartyKind::bank, "示例银行甲");
    add(other_bank, access::PartyKind::bank, "示例银行乙");
    add(regulator, access::PartyKind::regulator, "示例监管局");
    for (const std::int64_t person : {clerk, second, officer})
      access::add_person(tx, {.id = person, .name = "示例人员", .phone = std::nullopt});
    rulebook::store::add_set(tx, {.id = 7,
                                  .sequence = 1,
                                  .code = "quarterly_return",
                                  .zh = "季度专项统计表",
                                  .en = "Quarterly return"});
    rulebook::store::add_version(
        tx, {.subject = 7,
             .effective = {2022, 1, 1},
             .sequence = 1,
             .facts = {.clause = "示例", .content = {forms::fixture::return_content()}}});
  }

  /// A record of its own, received at noon of the day.
  journal::Context at(Date day, std::int64_t person, std::int64_t organisation) {
    actor_ = {
        .person = person,
        .organisation = organisation,
        .kind = organisation == regulator ? access::PartyKind::regulator : access::PartyKind::bank,
        .path = "/" + std::to_string(organisation) + "/",
        .region = {},
        .rights = {}};
    return {.tx = tx,
            .actor = actor_,
            .checker = nullptr,
            .scope = access::scope_of(actor_),
            .today = day,
            .received = Instant::start_of(day) + std::chrono::hours(12),
            .sequence = ++sequence_,
            .expected_version = {}};
  }
  journal::Context of_clerk(Date day) { return at(day, clerk, bank); }
  journal::Context of_regulator(Date day) { return at(day, officer, regulator); }

  /// Sends the return of a quarter out to both banks, due ten days after its end.
  forms::Round open(Quarter quarter) {
    auto in = of_regulator(quarter.last());
    const auto round = forms::open_round(in, {.form = "quarterly_return",
                                              .period = quarter.text(),
                                              .organisations = {bank, other_bank},
                                              .duty = "returns.file",
                                              .right = "returns.prepare",
                                              .term = {.from = quarter.last(), .amount = 10},
                                              .clause = "示例"});
    REQUIRE(round);
    return *round;
  }
  std::int64_t answer(const forms::Round& round, std::int64_t organisation = bank) {
    return forms::answer_of(tx, round.id, organisation)->id;
  }
  std::int64_t sequence() const { return sequence_; }

 private:
  void add(std::int64_t id, access::PartyKind kind, const std::string& name) {
    access::add_party(
        tx,
        {.id = id,
         .sequence = 1,
         .kind = kind,
         .parent = std::nullopt,
         .path = "/" + std::to_string(id) + "/",
         .uscc = std::nullopt},
        {.party = id,
         .effective = {2022, 1, 1},
         .sequence = 1,
         .facts = {.name = name, .short_name = {}, .region = {}, .zone = {}, .park = {}},
         .successor = std::nullopt});
  }

  std::unique_ptr<db::Connection> connection_;
  db::Transaction transaction_;
  journal::PersonalVault vault_;
  std::int64_t sequence_ = 1;
  access::Actor actor_;

 public:
  db::Tx tx;
};

}  // namespace zr::test

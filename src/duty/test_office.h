#pragma once
/// For tests: a database with two banks and a bureau, the published calendars of 2022–2026, and
/// contexts as the pipeline would make them.
#include <memory>

#include "access/party.h"
#include "access/people.h"
#include "access/tables.h"
#include "db/transaction.h"
#include "duty/duty.h"
#include "duty/store.h"
#include "duty/tables.h"
#include "journal/tables.h"
#include "rulebook/rules/calendar_fixture.h"
#include "rulebook/store.h"
#include "rulebook/tables.h"
#include "unit/engines.h"

namespace zr::test {

constexpr std::int64_t bank = 11;
constexpr std::int64_t other_bank = 12;
constexpr std::int64_t bureau = 13;

class Office {
 public:
  explicit Office(const db::Url& url)
      : connection_(
            opened(url, {access::schema(), journal::schema(), rulebook::schema(), duty::schema()})),
        transaction_(*connection_),
        tx(*connection_, nullptr),
        actor_(access::Actor::program()) {
    add(bank, access::PartyKind::bank, "示例银行甲");
    add(other_bank, access::PartyKind::bank, "示例银行乙");
    add(bureau, access::PartyKind::city_bureau, "示例市市场监管局");
    rulebook::store::add_set(
        tx, {.id = 7, .sequence = 1, .code = "calendar", .zh = "工作日历", .en = "Calendar"});
    publish(rulebook::fixture::exceptions(), {2022, 1, 1});
  }

  void publish(const std::vector<rulebook::CalendarException>& days, Date effective) {
    json::List rows;
    for (const auto& day : days)
      rows.push_back(
          json::Object{{"date", day.date.text()}, {"kind", name_of(day.kind)}, {"name", day.name}});
    rulebook::store::add_version(
        tx, {.subject = 7,
             .effective = effective,
             .sequence = ++sequence_,
             .facts = {.clause = "通知", .content = {json::Object{{"days", std::move(rows)}}}}});
  }

  /// A record of its own, received at noon of the business date unless said.
  journal::Context at(Date today, std::optional<Instant> received = {}) {
    return {.tx = tx,
            .actor = actor_,
            .checker = nullptr,
            .scope = access::scope_of(actor_),
            .today = today,
            .received = received.value_or(Instant::start_of(today) + std::chrono::hours(12)),
            .sequence = ++sequence_,
            .expected_version = {}};
  }

  /// Who acts in the contexts made from now on.
  void act_as(const access::Actor& actor) { actor_ = actor; }

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
  std::int64_t sequence_ = 1;

 public:
  db::Tx tx;

 private:
  access::Actor actor_;
};

}  // namespace zr::test

#pragma once
/// A small city for the tests of record and proof: init, one person with an account, three parties,
/// made by commands under a virtual clock, six records in all; then opened to be tampered with.
#include <memory>
#include <string>

#include "access/party.h"
#include "access/people.h"
#include "access/tables.h"
#include "crypto/digest.h"
#include "crypto/token.h"
#include "db/transaction.h"
#include "journal/clock.h"
#include "journal/commands.h"
#include "journal/journal.h"
#include "journal/store.h"
#include "journal/tables.h"
#include "journal/verify.h"
#include "unit/engines.h"

namespace zr::test {

struct AddParty {
  std::string name;
};
inline const json::Struct& describe(const AddParty*) {
  static const json::Struct table("AddParty", {{"name", &AddParty::name, "名称", "Name"}});
  return table;
}

struct AddPerson {
  std::string name;
};
inline const json::Struct& describe(const AddPerson*) {
  static const json::Struct table(
      "AddPerson",
      {{"name", &AddPerson::name, "姓名", "Name", {.privacy = json::Privacy::personal}}});
  return table;
}

inline Result<journal::Changed> add_party(journal::Context& in, const AddParty& input) {
  const std::int64_t id = in.new_id();
  access::add_party(
      in.tx,
      {.id = id,
       .sequence = in.sequence,
       .kind = access::PartyKind::bank,
       .parent = std::nullopt,
       .path = "/" + std::to_string(id) + "/",
       .uscc = std::nullopt},
      {.party = id,
       .effective = in.today,
       .sequence = in.sequence,
       .facts = {.name = input.name, .short_name = {}, .region = {}, .zone = {}, .park = {}},
       .successor = std::nullopt});
  return journal::Changed{.id = id, .version = in.sequence};
}

inline Result<journal::Changed> add_person(journal::Context& in, const AddPerson& input) {
  const std::int64_t id = in.new_id();
  access::add_person(in.tx, {.id = id, .name = input.name, .phone = std::nullopt});
  access::add_account(in.tx, {.id = in.new_id(),
                              .person = id,
                              .organisation = std::int64_t{2} << 17,
                              .login = "p" + std::to_string(id),
                              .password_hash = "none",
                              .password_until = std::nullopt,
                              .version = in.sequence});
  return journal::Changed{.id = id, .version = in.sequence};
}

/// Names the district of the organisation that has the only account.
struct MoveParty {
  std::string region;
};
inline const json::Struct& describe(const MoveParty*) {
  static const json::Struct table("MoveParty",
                                  {{"region", &MoveParty::region, "区县", "District"}});
  return table;
}

inline Result<journal::Changed> move_party(journal::Context& in, const MoveParty& input) {
  const std::int64_t id = std::int64_t{2} << 17;
  access::add_version(in.tx, {.party = id,
                              .effective = in.today,
                              .sequence = in.sequence,
                              .facts = {.name = "示例一行",
                                        .short_name = {},
                                        .region = input.region,
                                        .zone = {},
                                        .park = {}},
                              .successor = std::nullopt});
  return journal::Changed{.id = id, .version = in.sequence};
}

class TestCity {
 public:
  explicit TestCity(const db::Url& url) : url_(url) {
    auto opening = opened(url, {access::schema(), journal::schema()});
    opening.reset();
    tables_ = access::tables();
    for (const db::Table* table : journal::tables()) tables_.push_back(table);
    open();
    json::List covered;
    for (const db::Table* table : tables_)
      if (table->keeping == db::Keeping::covered) covered.emplace_back(table->name);
    submit("init", json::Object{{"city", "示例市"},
                                {"public_key", key.public_key()},
                                {"mode", "test"},
                                {"business_date", "2026-01-05"},
                                {"covered", std::move(covered)}});
    for (const char* name : {"示例一行", "示例二行", "示例三行"})
      submit("parties.create", json::Object{{"name", name}});
    submit("persons.create", json::Object{{"name", "示例张三"}});
    submit("day.close", json::Object{{"day", "2026-01-05"}});
    close();
  }

  void open() {
    auto home = std::make_shared<journal::Journal*>(nullptr);
    auto all = journal::own_commands([home](std::string_view name) { return (*home)->find(name); });
    all.push_back(journal::command<AddParty, journal::Changed>(
        {"parties", "create", "增", "Add", journal::Eyes::two, {}}, add_party));
    all.push_back(journal::command<AddPerson, journal::Changed>(
        {"persons", "create", "增", "Add", journal::Eyes::two, {}}, add_person));
    all.push_back(journal::command<MoveParty, journal::Changed>(
        {"parties", "move", "迁", "Move", journal::Eyes::two, {}}, test::move_party));
    auto made = journal::Journal::open(
        {.url = url_, .commands = all, .tables = tables_, .patience = patience}, clock);
    REQUIRE(made);
    journal = std::move(*made);
    *home = journal.get();
  }
  void close() { journal.reset(); }

  /// The token of a new session of the only account.
  std::string session() {
    const crypto::Token token = crypto::new_token();
    journal->note([&](db::Tx& tx) {
      const access::Session session{.token_digest = token.stored,
                                    .id = 0,
                                    .account = (std::int64_t{5} << 17) | 1,
                                    .csrf = "0",
                                    .started = clock.now(),
                                    .seen = clock.now(),
                                    .ended = std::nullopt,
                                    .address = "127.0.0.1"};
      REQUIRE(access::start_session(tx, session, {}, {}));
    });
    return token.text;
  }
  void move_party(std::string_view region) {
    submit("parties.move", json::Object{{"region", region}});
  }
  /// Submits as the program; the step must be done.
  std::int64_t submit(std::string_view command, json::Value body) {
    const auto answer = journal->submit({.actor = access::Actor::program(),
                                         .command = journal->find(command),
                                         .body = std::move(body),
                                         .key = "step " + std::to_string(++steps_)});
    REQUIRE(answer);
    clock.advance(std::chrono::seconds(1));
    return *(*json::parse(answer->body)).find("id")->integer();
  }

  std::unique_ptr<db::Connection> connect() const { return db::connect(url_, db::Access::write); }
  /// A statement behind the journal's back.
  void run(std::string_view sql) const { connect()->run(sql); }
  journal::Verification verified(const journal::Evidence& evidence = {}) const {
    const auto connection = db::connect(url_, db::Access::read);
    const db::Transaction snapshot(*connection);
    return journal::verify(*connection, tables_, evidence);
  }
  /// The digest of a record's bytes as they stand.
  std::string digest(std::int64_t record) const {
    const auto connection = connect();
    db::Tx tx(*connection, nullptr);
    return crypto::sha256_hex(journal::store::record(tx, record)->bytes);
  }
  crypto::Anchor anchor(std::int64_t record) const {
    return crypto::sign_anchor(key,
                               {.seq = record, .head = digest(record), .at = clock.now().text()});
  }
  const db::Url& url() const { return url_; }
  const std::vector<const db::Table*>& tables() const { return tables_; }

  crypto::SigningKey key = crypto::SigningKey::create();
  journal::VirtualClock clock{*Instant::parse("2026-01-05T09:00:00.000000+08:00")};
  std::unique_ptr<journal::Journal> journal;
  std::chrono::milliseconds patience = std::chrono::seconds(5);  ///< of reads, once opened

 private:
  db::Url url_;
  std::vector<const db::Table*> tables_;
  int steps_ = 0;
};

}  // namespace zr::test

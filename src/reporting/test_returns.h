#pragma once
/// For tests: a city of three banks, a bureau, a regulator and two other readers at the end of the
/// third quarter of 2026, with a small ledger of the first bank whose sums are done by hand.
#include <memory>
#include <string>

#include "access/people.h"
#include "access/tables.h"
#include "db/transaction.h"
#include "duty/tables.h"
#include "files/files.h"
#include "forms/return_fixture.h"
#include "forms/tables.h"
#include "imports/tables.h"
#include "journal/store.h"
#include "journal/tables.h"
#include "journal/vault.h"
#include "ledger/ledger.h"
#include "reporting/reporting.h"
#include "reporting/tables.h"
#include "reporting/terms.h"
#include "rulebook/store.h"
#include "rulebook/tables.h"
#include "unit/engines.h"

namespace zr::test {

/// A note as the ledger stores it; the test writes the owner's tables by itself.
struct StoredNote {
  std::int64_t id = 0;
  std::int64_t sequence = 1;
  std::int64_t bank = 0;
  std::string identity;
  std::string note_number;
};
inline const json::Struct& describe(const StoredNote*) {
  static const json::Struct table("StoredNote",
                                  {{"id", &StoredNote::id, "编号", "Id"},
                                   {"sequence", &StoredNote::sequence, "记录号", "Record"},
                                   {"bank", &StoredNote::bank, "银行", "Bank"},
                                   {"identity", &StoredNote::identity, "标识", "Identity"},
                                   {"note_number", &StoredNote::note_number, "借据号", "Number"}});
  return table;
}

struct StoredFacts {
  std::int64_t note = 0;
  Date effective = {};
  std::int64_t sequence = 0;
  std::int64_t enterprise = 0;
  std::string rights = "patent";
  ledger::SecurityMode security_mode = ledger::SecurityMode::pure_ip;
  Date disbursed_on;
  Date matures_on{2028, 1, 1};
  std::optional<SecuredAmount> secured_fen = {};
  DisbursedAmount disbursed_fen;
  BalanceAmount balance_fen = {};
  std::int64_t overdue_days = 0;
  std::string loan_class = "pass";
  std::int64_t import = 5;
  bool withdrawn = false;
};
inline const json::Struct& describe(const StoredFacts*) {
  static const json::Struct table(
      "StoredFacts", {{"note", &StoredFacts::note, "借据", "Note"},
                      {"effective", &StoredFacts::effective, "数据日期", "Effective"},
                      {"sequence", &StoredFacts::sequence, "记录号", "Record"},
                      {"enterprise", &StoredFacts::enterprise, "企业", "Enterprise"},
                      {"rights", &StoredFacts::rights, "权利", "Rights"},
                      {"security_mode", &StoredFacts::security_mode, "担保方式", "Security"},
                      {"disbursed_on", &StoredFacts::disbursed_on, "放款日", "Disbursed on"},
                      {"matures_on", &StoredFacts::matures_on, "到期日", "Matures on"},
                      {"secured_fen", &StoredFacts::secured_fen, "担保额", "Secured"},
                      {"disbursed_fen", &StoredFacts::disbursed_fen, "放款额", "Disbursed"},
                      {"balance_fen", &StoredFacts::balance_fen, "余额", "Balance"},
                      {"overdue_days", &StoredFacts::overdue_days, "逾期天数", "Overdue"},
                      {"class", &StoredFacts::loan_class, "分类", "Class"},
                      {"import", &StoredFacts::import, "导入", "Import"},
                      {"withdrawn", &StoredFacts::withdrawn, "撤回", "Withdrawn"}});
  return table;
}

inline const db::Table stored_note{"ledger_note", &json::struct_of<StoredNote>, {"id"}};
inline const db::Table stored_facts{
    "ledger_note_version", &json::struct_of<StoredFacts>, {"note", "effective", "sequence"}};

/// Parties of the city.
struct Who {
  static constexpr std::int64_t first = 10, second = 20, third = 30, bureau = 50, regulator = 60,
                                financial = 70, district = 80, maker = 101, designer = 102;
};

class Quarterly {
 public:
  explicit Quarterly(const db::Url& url)
      : connection_(opened(url, {access::schema(), journal::schema(), rulebook::schema(),
                                 duty::schema(), files::schema(), imports::schema(),
                                 forms::schema(), ledger::schema(), reporting::schema()})),
        transaction_(*connection_),
        tx(*connection_, &vault_) {
    using access::PartyKind;
    add(Who::first, PartyKind::bank, "示例银行甲");
    add(Who::second, PartyKind::bank, "示例银行乙");
    add(Who::third, PartyKind::bank, "示例银行丙");
    add(Who::bureau, PartyKind::city_bureau, "示例市市场监管局");
    add(Who::regulator, PartyKind::regulator, "示例监管局");
    add(Who::financial, PartyKind::financial_bureau, "示例市金融局");
    add(Who::district, PartyKind::district_bureau, "示例区局", "410105");
    add(Who::maker, PartyKind::enterprise, "示例制造企业", "410105");
    add(Who::designer, PartyKind::enterprise, "示例设计企业", "410102");
    for (const std::int64_t home : {Who::first, Who::second, Who::third, Who::bureau,
                                    Who::regulator, Who::financial, Who::district})
      access::add_person(tx, {.id = home + person_of, .name = "示例人员", .phone = std::nullopt});
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
    rulebook::store::add_set(tx, {.id = 8,
                                  .sequence = 1,
                                  .code = "return_terms",
                                  .zh = "统计报送期限与公布口径",
                                  .en = "Terms of the return"});
    terms({2022, 1, 1}, "none", 3);
  }

  /// A calendar whose only holiday is New Year's Day.
  void calendar() {
    rulebook::store::add_set(
        tx, {.id = 9, .sequence = 1, .code = "calendar", .zh = "工作日历", .en = "Calendar"});
    rulebook::store::add_version(
        tx,
        {.subject = 9,
         .effective = {2022, 1, 1},
         .sequence = 1,
         .facts = {.clause = "示例",
                   .content = {*json::parse(
                       R"({"days":[{"date":"2026-01-01","kind":"holiday","name":"元旦"}]})")}}});
  }
  /// The terms of the return and the threshold of totals from a day on.
  void terms(Date effective, const std::string& roll, std::int64_t fewest) {
    const json::List rows{
        json::Object{{"duty", "returns.file"}, {"roll", roll}, {"clause", "示例条款"}},
        json::Object{{"duty", "returns.decide"},
                     {"amount", 10},
                     {"unit", "calendar_day"},
                     {"roll", "none"},
                     {"clause", "示例条款"}}};
    const json::List row{json::Object{{"fewest_organisations", fewest}, {"clause", "示例条款"}}};
    const json::Value content{json::Object{{"terms", rows}, {"disclosure", row}}};
    REQUIRE(rulebook::check(reporting::terms_set(), content));
    rulebook::store::add_version(tx, {.subject = 8,
                                      .effective = effective,
                                      .sequence = ++sequence,
                                      .facts = {.clause = "示例", .content = {content}}});
  }

  /// The first record was received on that day.
  void began_on(Date day) {
    tx.insert(journal::store::record_table,
              journal::StoredRecord{.sequence = 1,
                                    .received = Instant::start_of(day),
                                    .business_date = day,
                                    .action = "init",
                                    .outcome = "done",
                                    .hash = std::string(64, '0'),
                                    .bytes = "{}"});
  }

  using Parameters = std::vector<std::pair<std::string, std::string>>;
  static constexpr std::int64_t person_of = 1000;  ///< Beside the number of the organisation.

  /// Facts as the first bank's import would store them, in fen.
  struct Said {
    std::int64_t note;
    Date day;
    std::int64_t balance;
  };
  void note(std::int64_t id, const StoredFacts& facts, std::int64_t bank = Who::first) {
    tx.insert(stored_note, StoredNote{.id = id,
                                      .bank = bank,
                                      .identity = "note:" + std::to_string(id),
                                      .note_number = "J" + std::to_string(id)});
    like_[id] = facts;
  }
  /// What is said of this note from now on.
  void like(std::int64_t note, const std::function<void(StoredFacts&)>& change) {
    change(like_.at(note));
  }
  void say(const Said& said) {
    StoredFacts facts = like_.at(said.note);
    facts.note = said.note;
    facts.effective = said.day;
    facts.sequence = ++sequence;
    facts.balance_fen = {Money{said.balance}};
    tx.insert(stored_facts, facts);
  }

  access::Actor actor(std::int64_t organisation) {
    const auto home = access::party_at(tx, organisation, {.as_of = {2026, 10, 1}});
    auto rights = std::make_shared<access::Rights>();
    using access::PartyKind;
    if (home->kind == PartyKind::bank || home->kind == PartyKind::city_bureau)
      *rights = {"returns.fill", "returns.prepare", "returns.submit", "returns.record-outside"};
    if (home->kind == PartyKind::regulator) *rights = {"returns.accept", "returns.send-back"};
    return {.person = organisation + person_of,
            .organisation = organisation,
            .kind = home->kind,
            .path = home->path,
            .region = home->facts.region.value_or(""),
            .rights = rights};
  }

  /// Runs a command as its organisation would, on the second person's approval where it needs one.
  Result<json::Value> run(std::string_view name, json::Value body, std::int64_t organisation,
                          std::string_view at = "2026-10-09T10:00:00.000000+08:00") {
    for (const journal::Command& command : reporting::commands()) {
      if (command.name() != name) continue;
      const auto input = command.make();
      std::vector<FieldError> errors;
      json::read(command.input(), body, input.get(), errors);
      if (!errors.empty()) return Problem(bad_input, std::move(errors));
      const access::Actor who = actor(organisation);
      const Instant received = *Instant::parse(at);
      journal::Context in{.tx = tx,
                          .actor = who,
                          .checker = &who,
                          .scope = access::scope_of(who),
                          .today = received.date(),
                          .received = received,
                          .sequence = ++sequence,
                          .expected_version = {}};
      auto answer = command.run(in, input.get());
      if (!answer) return answer.problem();
      return *json::parse(*answer);
    }
    return not_found;
  }

  /// A file as its organisation gets it.
  Result<api::Download> file_of(std::string_view path, const Parameters& parameters,
                                std::int64_t organisation) {
    auto answer = read(path, parameters, organisation, "2026-10-09T10:00:00.000000+08:00");
    if (!answer) return answer.problem();
    return std::move(*answer->file);
  }

  /// A read as its organisation gets it.
  Result<json::Value> get(std::string_view path, const Parameters& parameters,
                          std::int64_t organisation,
                          std::string_view at = "2026-10-09T10:00:00.000000+08:00") {
    auto answer = read(path, parameters, organisation, at);
    if (!answer) return answer.problem();
    return *json::parse(answer->body, {.bytes = 16 << 20, .keys = 1 << 20});
  }

  /// The return of a bank, once sent out.
  std::int64_t return_of(std::int64_t bank) {
    const auto round = forms::round_of(tx, "quarterly_return", "2026Q3");
    return forms::answer_of(tx, round->id, bank)->id;
  }

 private:
  Result<api::ReadAnswer> read(std::string_view path, const Parameters& parameters,
                               std::int64_t organisation, std::string_view at) {
    for (const api::Read& each : reporting::reads()) {
      if (each.traits.path != path) continue;
      const auto asked = api::query_from(each, parameters);
      if (!asked) return asked.problem();
      const access::Actor who = actor(organisation);
      const Instant now = *Instant::parse(at);
      api::ReadContext in{
          .tx = tx, .actor = who, .scope = access::scope_of(who), .today = now.date(), .now = now};
      return each.run(in, asked->get());
    }
    return not_found;
  }

  void add(std::int64_t id, access::PartyKind kind, const std::string& name,
           std::optional<std::string> region = {}) {
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
         .facts =
             {.name = name, .short_name = {}, .region = std::move(region), .zone = {}, .park = {}},
         .successor = std::nullopt});
  }

  std::unique_ptr<db::Connection> connection_;
  db::Transaction transaction_;
  journal::PersonalVault vault_;
  std::map<std::int64_t, StoredFacts> like_;

 public:
  db::Tx tx;
  std::int64_t sequence = 1;
};

}  // namespace zr::test

#pragma once
/// For tests: two banks, one with a branch, a bureau and a regulator; a kind of its own, a small
/// ledger of notes; imports through the journal as people would make them.
#include <fstream>
#include <memory>
#include <set>

#include "access/party.h"
#include "access/tables.h"
#include "db/transaction.h"
#include "files/files.h"
#include "imports/imports.h"
#include "imports/tables.h"
#include "journal/clock.h"
#include "journal/commands.h"
#include "journal/store.h"
#include "journal/tables.h"
#include "rulebook/store.h"
#include "rulebook/tables.h"
#include "unit/engines.h"

namespace zr::imports_fixture {

const db::Schema& schema();

}  // namespace zr::imports_fixture

namespace zr::imports::made {

enum class Security { pure, guaranteed };
inline std::span<const Name> names_of(Security) {
  static constexpr Name names[] = {
      named(Security::pure, "pure", "纯知识产权", "IP only"),
      named(Security::guaranteed, "guaranteed", "加担保", "Guarantee")};
  return names;
}

struct NoteLine {
  std::string number;
  Money paid_fen;
  Money balance_fen;
  Date paid_on;
  std::optional<Date> due_on;
  std::optional<Security> security;
};
inline const json::Struct& describe(const NoteLine*) {
  static const json::Struct table(
      "NoteLine", {{"number", &NoteLine::number, "借据号", "Note", {.max_length = 40}},
                   {"paid_fen", &NoteLine::paid_fen, "放款金额", "Disbursed", {.min = 1}},
                   {"balance_fen", &NoteLine::balance_fen, "贷款余额", "Balance"},
                   {"paid_on", &NoteLine::paid_on, "放款日期", "Disbursed on"},
                   {"due_on", &NoteLine::due_on, "到期日", "Due"},
                   {"security", &NoteLine::security, "担保方式", "Security"}});
  return table;
}

struct Note {
  std::int64_t id = 0;
  std::int64_t sequence = 0;
  std::int64_t organisation = 0;
  NoteLine line;
  Date data_date;
  json::Any reported;
  bool withdrawn = false;
};
inline const json::Struct& describe(const Note*) {
  static const json::Struct table("FixtureNote",
                                  {{"id", &Note::id, "编号", "Id"},
                                   {"sequence", &Note::sequence, "记录号", "Record"},
                                   {"organisation", &Note::organisation, "机构", "Organisation"},
                                   json::embed(&Note::line),
                                   {"data_date", &Note::data_date, "数据日期", "Data date"},
                                   {"reported", &Note::reported, "其他列", "Other columns"},
                                   {"withdrawn", &Note::withdrawn, "已撤回", "Withdrawn"}});
  return table;
}
inline const db::Table note_table{"imports_fixture_note", &json::struct_of<Note>, {"id"}};

/// Defined in imports_test.cpp.
std::vector<Note> notes(db::Tx& tx, std::int64_t organisation);

inline constexpr Refusal balance_above{"balance_above", "余额大于放款金额", "Above what was paid"};
inline constexpr Refusal number_twice{"number_twice", "借据号重复", "The number stands twice"};
inline constexpr Refusal other_amount{"other_amount", "与已有借据的放款金额不同", "Another amount"};
inline constexpr Refusal note_missing{"note_missing", "文件中没有这笔借据", "Not in the file"};

inline Result<Judgement> judge(db::Tx& tx, const Batch& batch) {
  Judgement out;
  std::map<std::string, Note> known;
  for (Note& note : notes(tx, batch.organisation)) known.emplace(note.line.number, note);
  std::set<std::string> seen;
  for (const Row& row : batch.held) seen.insert(row.as<NoteLine>().number);
  for (const Row& row : batch.rows) {
    const auto& line = row.as<NoteLine>();
    if (!seen.insert(line.number).second)
      out.findings.push_back(Finding::of(row.number, "number", number_twice));
    if (line.balance_fen > line.paid_fen)
      out.findings.push_back(Finding::of(row.number, "balance_fen", balance_above));
    const auto before = known.find(line.number);
    if (before == known.end()) {
      out.effects.push_back(Effect::created);
      continue;
    }
    if (before->second.line.paid_fen != line.paid_fen)
      out.findings.push_back(Finding::of(row.number, "paid_fen", other_amount)
                                 .asking(Gravity::conflict, "conflict:" + line.number,
                                         {{"keep", "保留", "Keep"}, {"take", "采用", "Take"}}));
    out.effects.push_back(json::write(before->second.line) == json::write(line) ? Effect::same
                                                                                : Effect::changed);
  }
  for (const auto& [number, note] : known)
    if (!seen.contains(number))
      out.findings.push_back(
          Finding::of(0, "number", note_missing)
              .asking(Gravity::question, "missing:" + number,
                      {{"open", "仍未结清", "Open"}, {"repaid", "已结清", "Repaid"}}));
  return out;
}

inline Result<Done> apply(journal::Context& in, const Batch& batch) {
  std::vector<Note> all;
  std::map<std::string, Note> known;
  for (Note& note : notes(in.tx, batch.organisation)) known.emplace(note.line.number, note);
  for (const Row& row : batch.rows) {
    const auto& line = row.as<NoteLine>();
    if (const auto before = known.find(line.number); before != known.end()) {
      if (json::write(before->second.line) == json::write(line)) continue;
      before->second.withdrawn = true;
      in.tx.update(note_table, before->second);
    }
    all.push_back({.id = in.new_id(),
                   .sequence = in.sequence,
                   .organisation = batch.organisation,
                   .line = line,
                   .data_date = batch.data_date,
                   .reported = {row.reported}});
  }
  in.tx.insert_all(note_table, all);
  return Done{};
}

inline Result<Done> undo(journal::Context& in, const Applied& applied) {
  for (Note& note : notes(in.tx, applied.organisation)) {
    const bool ours =
        std::ranges::find(applied.sequences, note.sequence) != applied.sequences.end();
    if (!ours && note.sequence > applied.sequences.back()) return undo_too_late;
    if (!ours) continue;
    note.withdrawn = true;
    in.tx.update(note_table, note);
  }
  return Done{};
}

inline std::optional<std::string> rewrite(std::string_view field, std::string_view text) {
  if (field == "security" && text == "知识产权") return "pure";
  return std::nullopt;
}

inline Kind kind() {
  return of_rows<NoteLine>({.code = "notes",
                            .zh = "示例台账",
                            .en = "Sample ledger",
                            .headings = {{"number", {"借据编号"}}, {"balance_fen", {"期末余额"}}},
                            .data_date = DataDate::asked,
                            .organisations = {access::PartyKind::bank},
                            .on_behalf = OnBehalf::allowed,
                            .bases = {{"consent", "客户授权", "Consent"}},
                            .rewrite = rewrite,
                            .judge = judge,
                            .apply = apply,
                            .undo = undo});
}

/// A city in which files are imported, on 2026-10-08.
class Desk {
 public:
  explicit Desk(const db::Url& url) {
    auto opening =
        test::opened(url, {access::schema(), journal::schema(), rulebook::schema(), files::schema(),
                           imports::schema(), imports_fixture::schema()});
    begin(*opening);
    opening.reset();
    files::set_home(files::Folder(folder_.path() / "files"));
    files::home().prepare();
    tables_ = access::tables();
    for (const auto& more : {journal::tables(), rulebook::tables(), files::tables(),
                             imports::tables(), std::vector<const db::Table*>{&note_table}})
      tables_.insert(tables_.end(), more.begin(), more.end());
    auto home = std::make_shared<journal::Journal*>(nullptr);
    auto all = journal::own_commands([home](std::string_view name) { return (*home)->find(name); });
    for (auto& more : imports::commands({kind()})) all.push_back(std::move(more));
    auto made = journal::Journal::open({.url = url, .commands = all, .tables = tables_}, clock_);
    REQUIRE(made);
    journal = std::move(*made);
    *home = journal.get();
  }

  static access::Actor actor(access::PartyKind kind, std::int64_t organisation,
                             const std::string& path) {
    access::Rights rights{"imports.read"};
    for (const auto* verb : {"create", "map", "mend", "answer", "apply", "discard", "undo",
                             "confirm", "attach-scan", "undo/check"})
      rights.insert(std::string("imports.") + verb);
    return {.person = organisation,
            .account = organisation,
            .organisation = organisation,
            .kind = kind,
            .path = path,
            .region = {},
            .rights = std::make_shared<access::Rights>(std::move(rights))};
  }
  const access::Actor bank = actor(access::PartyKind::bank, 11, "/11/");
  const access::Actor branch = actor(access::PartyKind::bank, 15, "/11/15/");
  const access::Actor other = actor(access::PartyKind::bank, 12, "/12/");
  const access::Actor bureau = actor(access::PartyKind::city_bureau, 13, "/13/");
  const access::Actor regulator = actor(access::PartyKind::regulator, 14, "/14/");

  /// Uploads these bytes; their digest.
  std::string send(const access::Actor& who, const std::string& bytes, const std::string& name) {
    const auto file = files::home().incoming() / "upload-test";
    std::ofstream(file, std::ios::binary) << bytes;
    const auto received =
        files::receive(*journal, {.file = file, .name = name, .organisation = who.organisation});
    std::filesystem::remove(file);
    REQUIRE(received);
    return received->digest;
  }

  Result<json::Value> submit(const access::Actor& who, std::string_view verb, json::Object body,
                             std::optional<std::int64_t> seen = {}) {
    const auto answer = journal->submit({.actor = who,
                                         .command = journal->find("imports." + std::string(verb)),
                                         .body = std::move(body),
                                         .key = "step " + std::to_string(++steps_),
                                         .expected_version = seen});
    clock_.advance(std::chrono::seconds(1));
    if (!answer) return answer.problem();
    return json::parse(answer->body);
  }
  /// A step that must be done; the new version is kept.
  json::Value done(const access::Actor& who, std::string_view verb, json::Object body) {
    const auto answer = submit(who, verb, std::move(body), version);
    if (!answer) INFO(answer.problem().refusal.code);
    REQUIRE(answer);
    if (const json::Value* now = answer->find("version")) version = *now->integer();
    return *answer;
  }
  /// A file of this bank, entered as an import; its id.
  std::int64_t enter(const std::string& bytes, json::Object more = {}) {
    json::Object body{{"kind", "notes"}, {"digest", send(bank, bytes, "台账.csv")}};
    for (auto& each : more) body.push_back(std::move(each));
    return *done(bank, "create", std::move(body)).find("id")->integer();
  }

  /// A read as its reader gets it.
  Result<api::ReadAnswer> read(const access::Actor& who, std::string_view path,
                               std::vector<std::pair<std::string, std::string>> parameters) {
    for (const api::Read& each : imports::reads({kind()})) {
      if (each.traits.path != path) continue;
      const auto query = api::query_from(each, parameters);
      REQUIRE(query);
      return journal->read([&](db::Tx& tx) {
        api::ReadContext in{.tx = tx,
                            .actor = who,
                            .scope = access::scope_of(who),
                            .today = {2026, 10, 8},
                            .now = clock_.now()};
        return each.run(in, query->get());
      });
    }
    return not_found;
  }
  json::Value got(const access::Actor& who, std::string_view path,
                  std::vector<std::pair<std::string, std::string>> parameters) {
    const auto answer = read(who, path, std::move(parameters));
    REQUIRE(answer);
    const auto value = json::parse(answer->body, {.bytes = 64 << 20, .keys = 1 << 22});
    REQUIRE(value);
    return *value;
  }
  json::Value shown(std::int64_t id) {
    return got(bank, "/imports/{id}", {{"id", std::to_string(id)}});
  }
  /// "7 balance_fen part_of_a_fen→0.3" a finding.
  std::vector<std::string> findings(std::int64_t id) {
    std::vector<std::string> told;
    const auto text = [](const json::Value& of, std::string_view name) {
      const json::Value* value = of.find(name);
      return value && value->text() ? *value->text() : std::string();
    };
    const auto page =
        got(bank, "/imports/{id}/findings", {{"id", std::to_string(id)}, {"limit", "200"}});
    for (const json::Value& each : *page.find("rows")->list()) {
      std::string line = std::to_string(*each.find("row")->integer());
      for (const auto* name : {"field", "code", "key", "answer"})
        if (const std::string part = text(each, name); !part.empty()) line += " " + part;
      if (const std::string hint = text(each, "suggestion"); !hint.empty()) line += "→" + hint;
      told.push_back(line);
    }
    return told;
  }
  /// Numbers of the notes of a bank with their balance in fen.
  std::vector<std::string> stored(std::int64_t organisation = 11) {
    std::vector<std::string> told;
    journal->read([&](db::Tx& tx) {
      for (const Note& note : notes(tx, organisation))
        told.push_back(note.line.number + " " + std::to_string(note.line.balance_fen.fen) + " " +
                       note.data_date.text());
      return 0;
    });
    return told;
  }

  std::unique_ptr<journal::Journal> journal;
  std::optional<std::int64_t> version;

 private:
  void begin(db::Connection& connection) {
    db::Transaction making(connection);
    db::Tx tx(connection, nullptr);
    tx.insert(journal::store::day_table, journal::StoredDay{.business_date = {2026, 10, 8}});
    const auto add = [&](std::int64_t id, access::PartyKind what,
                         std::optional<std::int64_t> parent, const std::string& path,
                         const std::string& name) {
      access::add_party(
          tx,
          {.id = id,
           .sequence = 1,
           .kind = what,
           .parent = parent,
           .path = path,
           .uscc = std::nullopt},
          {.party = id,
           .effective = {2022, 1, 1},
           .sequence = 1,
           .facts = {.name = name, .short_name = {}, .region = {}, .zone = {}, .park = {}},
           .successor = std::nullopt});
    };
    add(11, access::PartyKind::bank, std::nullopt, "/11/", "示例银行甲");
    add(15, access::PartyKind::bank, 11, "/11/15/", "示例银行甲支行");
    add(12, access::PartyKind::bank, std::nullopt, "/12/", "示例银行乙");
    add(13, access::PartyKind::city_bureau, std::nullopt, "/13/", "示例市局");
    add(14, access::PartyKind::regulator, std::nullopt, "/14/", "示例监管");
    rulebook::store::add_set(tx, {.id = 7,
                                  .sequence = 1,
                                  .code = "personal_columns",
                                  .zh = "个人信息列名",
                                  .en = "Personal"});
    rulebook::store::add_version(
        tx,
        {.subject = 7,
         .effective = {2022, 1, 1},
         .sequence = 1,
         .facts = {
             .clause = "示例",
             .content = {json::Object{{"columns", json::List{json::Object{{"name", "联系人"}},
                                                             json::Object{{"name", "电话"}}}}}}}});
    making.commit();
  }

  test::Folder folder_;
  journal::VirtualClock clock_{*Instant::parse("2026-10-08T09:00:00.000000+08:00")};
  std::vector<const db::Table*> tables_;
  int steps_ = 0;
};

}  // namespace zr::imports::made

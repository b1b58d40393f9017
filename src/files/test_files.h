#pragma once
/// A small city for the tests of evidence: two banks, one with a branch, and a bureau, all made by
/// commands, a folder of its own, and a command that names a file.
#include <fstream>
#include <memory>
#include <string>

#include "access/party.h"
#include "access/tables.h"
#include "crypto/signing.h"
#include "files/backup.h"
#include "files/files.h"
#include "journal/clock.h"
#include "journal/commands.h"
#include "journal/tables.h"
#include "unit/engines.h"

namespace zr::test {

struct AddHome {
  std::string name;
  std::optional<std::int64_t> parent;
};
inline const json::Struct& describe(const AddHome*) {
  static const json::Struct table("AddHome", {{"name", &AddHome::name, "名称", "Name"},
                                              {"parent", &AddHome::parent, "上级", "Parent"}});
  return table;
}
inline Result<journal::Changed> add_home(journal::Context& in, const AddHome& input) {
  const std::int64_t id = in.new_id();
  const std::string above = input.parent ? "/" + std::to_string(*input.parent) + "/" : "/";
  access::add_party(
      in.tx,
      {.id = id,
       .sequence = in.sequence,
       .kind = access::PartyKind::bank,
       .parent = input.parent,
       .path = above + std::to_string(id) + "/",
       .uscc = std::nullopt},
      {.party = id,
       .effective = in.today,
       .sequence = in.sequence,
       .facts = {.name = input.name, .short_name = {}, .region = {}, .zone = {}, .park = {}},
       .successor = std::nullopt});
  return journal::Changed{.id = id, .version = in.sequence};
}

struct AttachFile {
  std::string digest;
  std::int64_t organisation = 0;
};
inline const json::Struct& describe(const AttachFile*) {
  static const json::Struct table(
      "AttachFile", {{"digest", &AttachFile::digest, "摘要", "Digest"},
                     {"organisation", &AttachFile::organisation, "机构", "Organisation"}});
  return table;
}
inline Result<journal::Changed> attach_file(journal::Context& in, const AttachFile& input) {
  const auto id = files::attach(in, {.digest = input.digest, .organisation = input.organisation});
  if (!id) return id.problem();
  return journal::Changed{.id = *id, .version = in.sequence};
}

class FileCity {
 public:
  explicit FileCity(const db::Url& url) : url_(url) {
    opened(url, {access::schema(), journal::schema(), files::schema()}).reset();
    files::set_home(files::Folder(place_.path() / "files"));
    files::home().prepare();
    open();
    json::List covered;
    for (const db::Table* table : tables())
      if (table->keeping == db::Keeping::covered) covered.emplace_back(table->name);
    done("init", json::Object{{"city", "示例市"},
                              {"public_key", crypto::SigningKey::create().public_key()},
                              {"mode", "test"},
                              {"business_date", "2026-01-05"},
                              {"covered", std::move(covered)}});
    const auto home = [&](const char* name) {
      return done("homes.create", json::Object{{"name", name}});
    };
    first = actor(access::PartyKind::bank, home("示例一行"));
    second = actor(access::PartyKind::bank, home("示例二行"));
    bureau = actor(access::PartyKind::city_bureau, home("示例市局"));
    regulator = actor(access::PartyKind::regulator, home("示例监管"));
    branch = actor(
        access::PartyKind::bank,
        done("homes.create", json::Object{{"name", "示例支行"}, {"parent", first.organisation}}));
    branch.path = first.path + std::to_string(branch.organisation) + "/";
  }

  static std::vector<const db::Table*> tables() {
    auto all = access::tables();
    for (const db::Table* table : journal::tables()) all.push_back(table);
    for (const db::Table* table : files::tables()) all.push_back(table);
    return all;
  }
  void open() {
    auto home = std::make_shared<journal::Journal*>(nullptr);
    auto all = journal::own_commands([home](std::string_view name) { return (*home)->find(name); });
    for (auto& each : files::restore_commands()) all.push_back(each);
    all.push_back(journal::command<AddHome, journal::Changed>(
        {"homes", "create", "增", "Add", journal::Eyes::two, {}}, add_home));
    all.push_back(journal::command<AttachFile, journal::Changed>(
        {"papers", "create", "附", "Attach", journal::Eyes::two, {}}, attach_file));
    auto made = journal::Journal::open({.url = url_, .commands = all, .tables = tables()}, clock);
    REQUIRE(made);
    journal = std::move(*made);
    *home = journal.get();
  }
  void close() { journal.reset(); }

  Result<files::Received> send(const access::Actor& who, const std::string& bytes,
                               const std::string& name) {
    const auto file = files::home().incoming() / "upload-test";
    std::ofstream(file, std::ios::binary) << bytes;
    auto received =
        files::receive(*journal, {.file = file, .name = name, .organisation = who.organisation});
    std::filesystem::remove(file);
    return received;
  }
  Result<journal::Answer> attach(const access::Actor& who, const std::string& digest,
                                 std::int64_t organisation) {
    return submit(who, "papers.create",
                  json::Object{{"digest", digest}, {"organisation", organisation}});
  }
  /// Sent and attached by its owner; answers the file's id.
  std::int64_t attached(const access::Actor& who, const std::string& bytes,
                        std::int64_t organisation) {
    const auto sent = send(who, bytes, "示例.csv");
    REQUIRE(sent);
    return id_of(attach(who, sent->digest, organisation));
  }
  std::int64_t done(std::string_view command, json::Value body) {
    return id_of(submit(access::Actor::program(), command, std::move(body)));
  }
  bool reads(const access::Actor& who, std::int64_t id) {
    return journal->read([&](db::Tx& tx) { return files::readable_file(tx, who, id).has_value(); });
  }
  const db::Url& url() const { return url_; }
  const std::filesystem::path& place() const { return place_.path(); }

  access::Actor first, second, bureau, regulator, branch;
  journal::VirtualClock clock{*Instant::parse("2026-01-05T09:00:00.000000+08:00")};
  std::unique_ptr<journal::Journal> journal;

 private:
  Result<journal::Answer> submit(const access::Actor& who, std::string_view command,
                                 json::Value body) {
    clock.advance(std::chrono::seconds(1));
    return journal->submit({.actor = who,
                            .command = journal->find(command),
                            .body = std::move(body),
                            .key = "step " + std::to_string(++steps_)});
  }
  static std::int64_t id_of(const Result<journal::Answer>& answer) {
    REQUIRE(answer);
    const auto body = json::parse(answer->body);
    return *body->find("id")->integer();
  }
  static access::Actor actor(access::PartyKind kind, std::int64_t organisation) {
    return {.person = organisation + 1,
            .account = organisation + 2,
            .organisation = organisation,
            .kind = kind,
            .path = "/" + std::to_string(organisation) + "/",
            .region = {},
            .rights = std::make_shared<access::Rights>(access::Rights{"papers.create"})};
  }

  db::Url url_;
  Folder place_;
  int steps_ = 0;
};

}  // namespace zr::test

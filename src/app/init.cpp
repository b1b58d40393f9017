#include "app/init.h"

#include <filesystem>

#include "app/anchoring.h"
#include "app/data_files.h"
#include "app/first_rules.h"
#include "crypto/random.h"
#include "crypto/signing.h"
#include "journal/clock.h"
#include "journal/commands.h"

namespace zr::app {

namespace {

using json::Object;
using json::Value;

/// Submits as the program; init's commands need no second person and are recorded as init's.
Result<std::int64_t> submit(journal::Journal& journal, std::string_view command, Value body,
                            std::string_view step) {
  const auto answer = journal.submit({.actor = access::Actor::program(),
                                      .command = journal.find(command),
                                      .body = std::move(body),
                                      .key = "init " + std::string(step)});
  if (!answer) return answer.problem();
  const auto answered = json::parse(answer->body);
  const Value* id = answered ? answered->find("id") : nullptr;
  return id && id->integer() ? *id->integer() : 0;
}

struct Administrator {
  std::string_view role;
  std::string_view login;
  std::string_view name;
};
constexpr Administrator administrators[] = {{"system_admin", "system", "系统管理员"},
                                            {"security_admin", "security", "安全管理员"},
                                            {"audit_admin", "audit", "审计管理员"}};

Result<OneTimeSecret> add_administrator(journal::Journal& journal, std::int64_t organisation,
                                        const Administrator& administrator) {
  const std::string password = crypto::one_time_secret();
  const auto account = submit(journal, "people.create",
                              Object{{"organisation", organisation},
                                     {"name", administrator.name},
                                     {"login", administrator.login},
                                     {"password", password}},
                              administrator.login);
  if (!account) return account.problem();
  const auto grant =
      submit(journal, "grants.create", Object{{"account", *account}, {"role", administrator.role}},
             std::string(administrator.login) + " role");
  if (!grant) return grant.problem();
  return OneTimeSecret{.role = std::string(administrator.role),
                       .login = std::string(administrator.login),
                       .password = password,
                       .account = *account};
}

Result<Done> publish_rules(journal::Journal& journal, const std::string& data_folder) {
  for (const rulebook::RuleSet& set : rule_sets()) {
    auto content = first_content(set, data_folder);
    if (!content) return content.problem();
    const auto done = submit(journal, "rules.publish",
                             Object{{"code", set.code},
                                    {"effective", set.effective.text()},
                                    {"clause", set.clause},
                                    {"confidence", zr::name_of(set.confidence)},
                                    {"content", std::move(*content)}},
                             "rules " + std::string(set.code));
    if (!done) return done.problem();
  }
  return Done{};
}

Result<Done> publish_data(journal::Journal& journal, const Beginning& beginning) {
  const auto roles = rows_of(beginning.data_folder + "/roles.csv");
  const auto regions = rows_of(beginning.data_folder + "/regions.csv");
  if (!roles || !regions) return no_data;
  if (const auto done = submit(journal, "roles.publish", Object{{"roles", *roles}}, "roles"); !done)
    return done.problem();
  json::List tiles;
  for (const Value& row : *regions) {
    Value region;
    for (const auto& [name, value] : *row.object()) {
      if (name == "tile_col" || name == "tile_row")
        region.set(name == "tile_col" ? "tile_column" : "tile_row",
                   std::int64_t{std::stoi(*value.text())});
      else
        region.set(name, value);
    }
    tiles.push_back(std::move(region));
  }
  const auto done =
      submit(journal, "regions.publish",
             Object{{"valid_from", "2022-01-01"}, {"regions", std::move(tiles)}}, "regions");
  if (!done) return done.problem();
  return publish_rules(journal, beginning.data_folder);
}

}  // namespace

Result<std::vector<OneTimeSecret>> begin_city(journal::Journal& journal,
                                              const Beginning& beginning) {
  if (journal.head() != 0) return city_exists;
  if (const auto folder = std::filesystem::path(beginning.anchors_file).parent_path();
      !folder.empty())
    std::filesystem::create_directories(folder);
  const auto key = crypto::SigningKey::create();
  if (const auto saved = key.save(beginning.key_file); !saved) return saved.problem();
  json::List covered;
  for (const db::Table* table : journal.tables())
    if (table->keeping == db::Keeping::covered) covered.emplace_back(table->name);
  const auto first = submit(journal, "init",
                            Object{{"city", beginning.city},
                                   {"public_key", key.public_key()},
                                   {"mode", zr::name_of(beginning.mode)},
                                   {"business_date", journal.clock().now().date().text()},
                                   {"covered", std::move(covered)}},
                            "1");
  if (!first) return first.problem();
  // Also at once: a folder that takes no anchors is found before any secret has been drawn.
  const auto anchor = [&] {
    journal.read([&](db::Tx& tx) { return anchor_head(tx, key, beginning.anchors_file); });
  };
  anchor();
  if (const auto data = publish_data(journal, beginning); !data) return data.problem();
  const auto platform = submit(journal, "organisations.create",
                               Object{{"kind", "platform"}, {"name", "平台运行单位"}}, "platform");
  if (!platform) return platform.problem();
  std::vector<OneTimeSecret> secrets;
  for (const Administrator& administrator : administrators) {
    auto secret = add_administrator(journal, *platform, administrator);
    if (!secret) return secret.problem();
    secrets.push_back(std::move(*secret));
  }
  anchor();
  return secrets;
}

}  // namespace zr::app

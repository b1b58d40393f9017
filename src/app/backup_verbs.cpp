#include "app/backup_verbs.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "app/city.h"
#include "app/city_facts.h"
#include "app/proof.h"
#include "app/record_verbs.h"
#include "app/serve.h"
#include "app/upload_file.h"
#include "db/transaction.h"
#include "files/backup.h"
#include "journal/clock.h"

namespace zr::app {

namespace {

constexpr Refusal not_migrated{
    "not_migrated", "数据库结构与本程序不符，请先用本程序打开一次（zhirong migrate）再备份",
    "The database has another program's schema: open it with this one first (zhirong migrate)",
    RefusalKind::unavailable};

void print(const files::Manifest& manifest) {
  std::cout << manifest.records << " records, " << manifest.rows << " rows, " << manifest.files
            << " files, head " << manifest.head << "\n";
}

int back_up(const Settings& settings, const std::string& file) {
  const auto url = db::parse_url(settings.db);
  if (!url) return report(url.problem());
  const auto all = tables();
  const files::Folder folder(files_folder(settings));
  const auto connection = db::connect(*url, db::Access::read);
  const db::Transaction snapshot(*connection);
  if (!db::differences(*connection, all).empty()) return report(not_migrated);
  db::Tx tx(*connection, nullptr);
  const CityFacts facts = city_facts(tx);
  if (!facts.begun) return report(not_begun);
  const auto manifest = files::back_up(*connection, {.tables = all,
                                                     .folder = folder,
                                                     .archive = file,
                                                     .city = facts.city,
                                                     .taken = journal::MachineClock().now()});
  if (!manifest) return report(manifest.problem());
  print(*manifest);
  return 0;
}

Result<files::Manifest> restored(const Settings& settings, const std::string& file) {
  const auto url = db::parse_url(settings.db);
  if (!url) return url.problem();
  const auto connection = db::connect(*url, db::Access::write);
  const auto lock = db::lock_for_writing(*url, *connection);
  if (!lock) return lock.problem();
  if (const auto steps = db::migrate(*connection, schemas()); !steps) return steps.problem();
  const auto all = tables();
  const files::Folder folder(files_folder(settings));
  return files::restore(
      *connection,
      {.tables = all, .folder = folder, .archive = file, .now = journal::MachineClock().now()});
}

int restore(const Settings& settings, const std::string& file) {
  const auto manifest = restored(settings, file);
  if (!manifest) return report(manifest.problem());
  print(*manifest);
  const auto proof = prove(settings, "");
  return proof ? print_proof(*proof) : report(proof.problem());
}

}  // namespace

void add_backup_verbs(CLI::App& app, Settings& settings, int& exit_code) {
  const auto file = std::make_shared<std::string>();
  auto* backing_up = city_verb(
      app, settings, {"backup", "every row and file of the city, while it is served"}, {"files"});
  backing_up->callback([&, file] { exit_code = back_up(settings, *file); });
  auto* restoring =
      city_verb(app, settings, {"restore", "a backup into an empty city of either engine"},
                {"anchors", "files"});
  restoring->callback([&, file] { exit_code = restore(settings, *file); });
  for (CLI::App* verb : {backing_up, restoring})
    verb->add_option("FILE", *file, "the archive, a tar")->required();
}

}  // namespace zr::app

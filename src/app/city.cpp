#include "app/city.h"

#include "access/tables.h"
#include "accounts/accounts.h"
#include "app/proof.h"
#include "duty/tables.h"
#include "files/files.h"
#include "forms/tables.h"
#include "journal/commands.h"
#include "journal/tables.h"
#include "ledger/ledger.h"
#include "reporting/reporting.h"
#include "rulebook/calculators.h"
#include "rulebook/rulebook.h"
#include "rulebook/tables.h"

namespace zr::app {

namespace {

template <class T>
void append(std::vector<T>& all, const std::vector<T>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

std::span<const Name> names_of(Mode) {
  static constexpr Name names[] = {named(Mode::production, "production", "正式", "Production"),
                                   named(Mode::demo, "demo", "演示", "Demo"),
                                   named(Mode::test, "test", "测试", "Test")};
  return names;
}

std::vector<db::Schema> schemas() {
  return {access::schema(), journal::schema(), rulebook::schema(), duty::schema(),
          files::schema(),  forms::schema(),   ledger::schema(),   reporting::schema()};
}

std::vector<const db::Table*> tables() {
  auto all = access::tables();
  append(all, journal::tables());
  append(all, rulebook::tables());
  append(all, duty::tables());
  append(all, files::tables());
  append(all, forms::tables());
  append(all, ledger::tables());
  append(all, reporting::tables());
  return all;
}

std::vector<api::Read> reads(const Settings& settings) {
  auto all = accounts::reads();
  append(all, rulebook::reads());
  append(all, files::reads());
  append(all, reporting::reads());
  all.push_back(proof_read(settings));
  return all;
}

std::vector<journal::Command> commands(const std::shared_ptr<journal::Journal*>& home) {
  auto all = journal::own_commands([home](std::string_view name) { return (*home)->find(name); });
  append(all, accounts::commands());
  append(all, rulebook::commands(rule_sets()));
  append(all, reporting::commands());
  return all;
}

std::vector<rulebook::RuleSet> rule_sets() {
  auto all = rulebook::rule_sets();
  append(all, ledger::rule_sets());
  append(all, reporting::rule_sets());
  return all;
}

std::vector<rulebook::Calculator> calculators() {
  auto all = rulebook::calculators();
  append(all, ledger::calculators());
  return all;
}

Result<std::unique_ptr<journal::Journal>> open_city(const db::Url& url, journal::Clock& clock) {
  {
    auto connection = db::connect(url, db::Access::write);
    const auto steps = db::migrate(*connection, schemas());
    if (!steps) return steps.problem();
  }
  auto home = std::make_shared<journal::Journal*>(nullptr);
  auto journal =
      journal::Journal::open({.url = url, .commands = commands(home), .tables = tables()}, clock);
  if (journal) *home = journal->get();
  return journal;
}

}  // namespace zr::app

#include "app/city.h"

#include <map>

#include "access/tables.h"
#include "accounts/accounts.h"
#include "app/proof.h"
#include "duty/tables.h"
#include "files/backup.h"
#include "files/files.h"
#include "forms/tables.h"
#include "imports/imports.h"
#include "imports/tables.h"
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

/// What each command is called, for lists that name it.
duty::TitleOf titles_of_commands() {
  std::map<std::string, duty::Title, std::less<>> titles;
  for (const journal::Command& command : commands(nullptr))
    titles.emplace(command.name(), duty::Title{command.traits.zh, command.traits.en});
  return [titles = std::move(titles)](std::string_view name) {
    const auto found = titles.find(name);
    return found == titles.end() ? duty::Title{} : found->second;
  };
}

/// What can be imported: each context brings its kinds.
std::vector<imports::Kind> import_kinds() {
  auto all = accounts::import_kinds();
  all.push_back(
      ledger::loan_ledger([](db::Tx& tx, const ledger::Withdrawal& withdrawal) -> Result<Done> {
        if (reporting::rests_on(tx, withdrawal.records)) return imports::undo_too_late;
        return Done{};
      }));
  return all;
}

}  // namespace

std::span<const Name> names_of(Mode) {
  static constexpr Name names[] = {named(Mode::production, "production", "正式", "Production"),
                                   named(Mode::demo, "demo", "演示", "Demo"),
                                   named(Mode::test, "test", "测试", "Test")};
  return names;
}

std::vector<db::Schema> schemas() {
  return {access::schema(), journal::schema(), rulebook::schema(),
          duty::schema(),   files::schema(),   imports::schema(),
          forms::schema(),  ledger::schema(),  reporting::schema()};
}

std::vector<const db::Table*> tables() {
  auto all = access::tables();
  append(all, journal::tables());
  append(all, rulebook::tables());
  append(all, duty::tables());
  append(all, files::tables());
  append(all, imports::tables());
  append(all, forms::tables());
  append(all, ledger::tables());
  append(all, reporting::tables());
  return all;
}

std::vector<api::Read> reads(const Settings& settings) {
  auto all = accounts::reads();
  append(all, rulebook::reads());
  append(all, files::reads());
  append(all, duty::reads(duty_kinds(), titles_of_commands()));
  append(all, imports::reads(import_kinds()));
  append(all, ledger::reads());
  append(all, reporting::reads());
  all.push_back(proof_read(settings));
  return all;
}

std::vector<journal::Command> commands(const std::shared_ptr<journal::Journal*>& home) {
  auto all = journal::own_commands([home](std::string_view name) { return (*home)->find(name); });
  append(all, accounts::commands());
  append(all, rulebook::commands(rule_sets()));
  append(all, files::restore_commands());
  append(all, duty::commands());
  append(all, imports::commands(import_kinds(), [home](const journal::Progress& progress) {
           (*home)->tell(progress);
         }));
  append(all, ledger::commands());
  append(all, reporting::commands());
  return all;
}

std::vector<duty::DutyKind> duty_kinds() {
  auto all = duty::kinds();
  append(all, reporting::duty_kinds());
  return all;
}

std::vector<DayEnd> day_ends() {
  return {{.command = "returns.open", .body = reporting::opening_after}};
}

std::vector<rulebook::RuleSet> rule_sets() {
  auto all = rulebook::rule_sets();
  append(all, imports::rule_sets());
  append(all, ledger::rule_sets());
  append(all, reporting::rule_sets());
  return all;
}

std::vector<rulebook::Calculator> calculators() {
  auto all = rulebook::calculators();
  append(all, ledger::calculators());
  return all;
}

Result<std::unique_ptr<journal::Journal>> open_city(const db::Url& url, journal::Clock& clock,
                                                    const access::SignInPolicy& policy) {
  {
    auto connection = db::connect(url, db::Access::write);
    const auto steps = db::migrate(*connection, schemas());
    if (!steps) return steps.problem();
  }
  auto home = std::make_shared<journal::Journal*>(nullptr);
  auto journal = journal::Journal::open(
      {.url = url, .commands = commands(home), .tables = tables(), .sign_in = policy}, clock);
  if (!journal) return journal;
  *home = journal->get();
  if (const auto recorded = files::record_restore(**journal); !recorded) return recorded.problem();
  return journal;
}

}  // namespace zr::app

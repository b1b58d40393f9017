#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>

#include "api/openapi.h"
#include "app/anchoring.h"
#include "app/backup_verbs.h"
#include "app/bench.h"
#include "app/calculate.h"
#include "app/clocks.h"
#include "app/data_files.h"
#include "app/demo.h"
#include "app/dump.h"
#include "app/init.h"
#include "app/people_verbs.h"
#include "app/record_verbs.h"
#include "app/serve.h"
#include "crypto/random.h"

namespace zr::app {

namespace {

constexpr Refusal no_database{
    "no_database", "无法打开数据库：地址有误、无法连接，或该文件不是数据库",
    "The database cannot be opened: a wrong address, no connection, or a file that is none",
    RefusalKind::unavailable};

int init(const Settings& settings, Mode mode) {
  const auto url = db::parse_url(settings.db);
  if (!url) return report(url.problem());
  if (mode == Mode::production && !settings.clock.empty()) return report(clock_not_here);
  const auto clock = clock_of(settings.clock);
  if (!clock) return report(clock.problem());
  if (mode == Mode::test) crypto::seed_for_demo(1);
  auto journal = open_city(*url, **clock);
  if (!journal) return report(journal.problem());
  const auto secrets = begin_city(**journal, {.mode = mode,
                                              .key_file = settings.key_file,
                                              .data_folder = data_folder(settings.data_folder),
                                              .anchors_file = anchors_file(settings)});
  if (!secrets) return report(secrets.problem());
  std::cout << "一次性密码，24 小时内有效，首次登录须修改 / one-time secrets, good for 24 hours:\n";
  for (const OneTimeSecret& secret : *secrets)
    std::cout << secret.role << "\t" << secret.login << "\t" << secret.password << "\n";
  return 0;
}

int migrate(const Settings& settings) {
  const auto url = db::parse_url(settings.db);
  if (!url) return report(url.problem());
  auto connection = db::connect(*url, db::Access::write);
  const auto steps = db::migrate(*connection, schemas());
  if (!steps) return report(steps.problem());
  std::cout << *steps << " steps\n";
  return 0;
}

int print_dump(const Settings& settings) {
  const auto url = db::parse_url(settings.db);
  if (!url) return report(url.problem());
  auto connection = db::connect(*url, db::Access::read);
  dump(*connection, tables(), [](const std::string& line) { std::cout << line << "\n"; });
  return 0;
}

}  // namespace

int run(int argc, char** argv) try {
  const Words words(argv, static_cast<std::size_t>(argc));
  auto before = settings_before(words);
  if (!before) return report(before.problem());
  Settings settings = std::move(*before);
  CLI::App app("知融 Zhirong: intellectual-property pledge financing for a city");
  app.require_subcommand(1);
  const auto verb = [&](const char* name, const char* help,
                        std::initializer_list<std::string_view> names = {}) {
    return city_verb(app, settings, {name, help}, names);
  };
  bool demo = false;
  bool test = false;
  auto* serving =
      verb("serve", "serve the API and the web page",
           {"listen", "metrics-listen", "web", "proxy", "key", "anchors", "files", "clock"});
  serving->add_flag("--demo", demo, "serve a demo city, on loopback only");
  auto* beginning = verb("init", "begin a city; prints three one-time secrets",
                         {"data", "key", "anchors", "clock"});
  beginning->add_flag("--test", test, "a test city: random bytes from a seed");
  auto* migrating = verb("migrate", "bring the database to this program's schema");
  auto* dumping = verb("dump", "every row of the city as text, sorted");
  auto* telling = verb(
      "config", "every setting with its source, as a settings file",
      {"listen", "metrics-listen", "web", "data", "key", "anchors", "files", "clock", "proxy"});
  int exit_code = 2;
  add_record_verbs(app, settings, exit_code);
  add_people_verbs(app, settings, exit_code);
  add_backup_verbs(app, settings, exit_code);
  add_calc_verb(app, settings, exit_code);
  add_bench_verb(app, exit_code);
  add_demo_verb(app, settings, exit_code);
  auto* describing = app.add_subcommand("openapi", "the API description");
  CLI11_PARSE(app, argc, argv);

  if (describing->parsed()) {
    const auto all = commands(nullptr);
    std::cout << api::openapi(all, reads(), calculator_questions());
    return 0;
  }
  if (beginning->parsed()) return init(settings, test ? Mode::test : Mode::production);
  if (telling->parsed()) {
    std::cout << settings_text(settings, words);
    return 0;
  }
  if (migrating->parsed()) return migrate(settings);
  if (dumping->parsed()) return print_dump(settings);
  if (serving->parsed()) {
    const auto done = serve(settings, demo ? Serving::demo : Serving::production);
    return done ? 0 : report(done.problem());
  }
  return exit_code;
} catch (const db::Error& error) {
  if (error.kind() != db::ErrorKind::connection) {
    std::fprintf(stderr, "%s\n", error.what());
    return 3;
  }
  Problem problem(no_database);
  problem.detail_zh = problem.detail_en = error.what();
  return report(problem);
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 3;
}

}  // namespace zr::app

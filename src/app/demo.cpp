#include "app/demo.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "access/region.h"
#include "app/anchoring.h"
#include "app/data_files.h"
#include "app/demo_history.h"
#include "app/record_verbs.h"
#include "app/upload_file.h"
#include "crypto/random.h"
#include "files/files.h"

namespace zr::app {

namespace {

struct Wanted {
  std::string today;  ///< empty: the machine's day
  std::uint64_t seed = 1;
};

std::vector<std::string> district_names(journal::Journal& journal, Date day) {
  return journal.read([&](db::Tx& tx) {
    std::vector<std::string> names;
    for (const access::Region& region : access::regions(tx, day))
      if (region.kind != access::RegionKind::zone) names.push_back(region.name);
    return names;
  });
}

int make_demo(const Settings& settings, const Wanted& wanted) {
  const auto url = db::parse_url(settings.db);
  if (!url) return report(url.problem());
  const auto today =
      wanted.today.empty() ? journal::MachineClock().now().date() : Date::parse(wanted.today);
  if (!today) return report(bad_input);
  const DemoTimes times = demo_times(*today);
  journal::VirtualClock clock(Instant::start_of(times.begins()) + std::chrono::hours(8));
  crypto::seed_for_demo(wanted.seed);
  auto journal = open_city(*url, clock);
  if (!journal) return report(journal.problem());
  files::set_home(files::Folder(files_folder(settings)));
  files::home().prepare();
  const auto secrets = begin_city(**journal, {.mode = Mode::demo,
                                              .key_file = settings.key_file,
                                              .data_folder = data_folder(settings.data_folder),
                                              .anchors_file = anchors_file(settings)});
  if (!secrets) return report(secrets.problem());
  DemoStage stage(**journal, clock);
  const DemoWorld world =
      demo_world(wanted.seed, times.last_data(), district_names(**journal, times.begins()));
  play_history(stage, world, enter_cast(stage, world, *secrets), times);
  const auto anchored = (*journal)->read([&](db::Tx& tx) -> Result<Done> {
    const auto key = city_key(tx, settings.key_file);
    if (!key) return key.problem();
    anchor_head(tx, *key, anchors_file(settings));
    return Done{};
  });
  if (!anchored) return report(anchored.problem());
  std::cout << "演示城市（虚构数据）登录表 / sign-ins of the demo city, invented data:\n"
            << sign_in_table(stage);
  return 0;
}

}  // namespace

void add_demo_verb(CLI::App& app, Settings& settings, int& exit_code) {
  auto* making =
      city_verb(app, settings, {"demo", "make an invented city with a history and its sign-ins"},
                {"data", "key", "anchors", "files"});
  const auto wanted = std::make_shared<Wanted>();
  making->add_option("--today", wanted->today, "2026-09-30: the day on which its history ends");
  making->add_option("--seed", wanted->seed, "the same seed and day give the same city");
  making->callback([&, wanted] { exit_code = make_demo(settings, *wanted); });
}

}  // namespace zr::app

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "app/bench.h"
#include "app/bench_city.h"

namespace zr::app {

namespace {

constexpr int submitters = 64;

void register_organisation(journal::Journal& journal, const std::string& name) {
  const auto answer = journal.submit({.actor = access::Actor::program(),
                                      .command = journal.find("organisations.create"),
                                      .body = json::Object{{"kind", "bank"}, {"name", name}},
                                      .key = name});
  if (!answer) throw std::runtime_error(std::string(answer.problem().refusal.en));
}

struct Run {
  double commands_a_second = 0;
  double cpu_us = 0;  ///< a command
  double commits = 0;
};

/// `n` commands by so many threads at once.
Run run_submitters(journal::Journal& journal, std::int64_t n, int threads,
                   std::atomic<std::int64_t>& commits) {
  static std::atomic<std::int64_t> round{0};
  const std::int64_t this_round = ++round;
  std::atomic<std::int64_t> next{0};
  const std::int64_t commits_before = commits;
  const Spent spent;
  std::vector<std::thread> all;
  for (int i = 0; i < threads; ++i)
    all.emplace_back([&] {
      for (std::int64_t at = next++; at < n; at = next++)
        register_organisation(journal, fmt::format("示例银行{}-{}", this_round, at));
    });
  for (std::thread& thread : all) thread.join();
  return {.commands_a_second = static_cast<double>(n) / spent.wall_ms() * 1e3,
          .cpu_us = spent.cpu_ms() * 1e3 / static_cast<double>(n),
          .commits = static_cast<double>(commits - commits_before)};
}

/// What the disk takes to keep 4 KB: median of 100, in microseconds.
double disk_sync_us(const std::filesystem::path& folder) {
  const int file = ::open((folder / "sync").c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
  if (file < 0) throw std::runtime_error("no file for fdatasync");
  const std::string page(4096, 'x');
  std::vector<double> times;
  for (int i = 0; i < 100; ++i) {
    const Spent spent;
    if (::write(file, page.data(), page.size()) != 4096 || ::fdatasync(file) != 0)
      throw std::runtime_error("fdatasync failed");
    times.push_back(spent.wall_ms() * 1e3);
  }
  ::close(file);
  return median(times);
}

double lone_command_us(journal::Journal& journal) {
  std::vector<double> times;
  for (int i = 0; i < 100; ++i) {
    const Spent spent;
    register_organisation(journal, fmt::format("示例银行单-{}", i));
    times.push_back(spent.wall_ms() * 1e3);
  }
  return median(times);
}

}  // namespace

void bench_submit(std::int64_t n, const std::string& data_folder) {
  if (n == 0) n = 5000;
  BenchCity city(data_folder);
  const auto commits = std::make_shared<std::atomic<std::int64_t>>(0);
  city.journal().follow([commits](std::int64_t) { ++*commits; });
  std::vector<double> ratios;
  std::vector<double> cpu;
  std::vector<double> per_command;
  run_submitters(city.journal(), n / 10, submitters, *commits);
  for (int round = 0; round < 5; ++round) {
    const Run alone = run_submitters(city.journal(), n / 10, 1, *commits);
    const Run together = run_submitters(city.journal(), n, submitters, *commits);
    ratios.push_back(together.commands_a_second / alone.commands_a_second);
    cpu.push_back(together.cpu_us);
    per_command.push_back(together.commits / static_cast<double>(n));
  }
  print_measurement("submit", {{"n", static_cast<double>(n)},
                               {"submitters", submitters},
                               {"commits_a_command", median(per_command)},
                               {"limit_commits_a_command", 0.125},
                               {"times_one_commit_each", median(ratios)},
                               {"limit_times", 3},
                               {"cpu_us_a_command", median(cpu)},
                               {"limit_cpu_us", 150}});
  const double lone = lone_command_us(city.journal());
  const double disk = disk_sync_us(city.folder());
  print_measurement("lone_command", {{"command_us", lone},
                                     {"fdatasync_us", disk},
                                     {"over_us", lone - disk},
                                     {"limit_over_us", 2000}});
}

}  // namespace zr::app

#include "app/bench_city.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <stdexcept>

namespace zr::app {

namespace {

double clock_ms(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::filesystem::path new_folder() {
  const auto parent = std::filesystem::current_path() / "build/bench";
  std::filesystem::create_directories(parent);
  std::string name = (parent / "city-XXXXXX").string();
  if (!mkdtemp(name.data())) throw std::runtime_error("no folder for the measurement");
  return name;
}

double load_average() {
  std::ifstream in("/proc/loadavg");
  double load = 0;
  in >> load;
  return load;
}

}  // namespace

BenchCity::BenchCity(const std::string& data_folder) : folder_(new_folder()) {
  const auto file = [&](const char* name) { return (folder_ / name).string(); };
  auto opened = open_city({db::Engine::sqlite, file("city.db")}, clock_);
  if (!opened) throw std::runtime_error(std::string(opened.problem().refusal.en));
  journal_ = std::move(*opened);
  auto secrets = begin_city(*journal_, {.mode = Mode::test,
                                        .key_file = file("key"),
                                        .data_folder = data_folder,
                                        .anchors_file = file("anchors")});
  if (!secrets) throw std::runtime_error(std::string(secrets.problem().refusal.en));
  secrets_ = std::move(*secrets);
}

BenchCity::~BenchCity() {
  journal_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

Spent::Spent()
    : begun_(std::chrono::steady_clock::now()), cpu_begun_(clock_ms(CLOCK_PROCESS_CPUTIME_ID)) {}

double Spent::wall_ms() const {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun_)
      .count();
}

double Spent::cpu_ms() const {
  return clock_ms(CLOCK_PROCESS_CPUTIME_ID) - cpu_begun_;
}

double thread_cpu_ms() {
  return clock_ms(CLOCK_THREAD_CPUTIME_ID);
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

void print_measurement(std::string_view bench,
                       const std::vector<std::pair<std::string, double>>& figures) {
  std::string out = fmt::format("{{\"bench\":\"{}\"", bench);
  for (const auto& [name, value] : figures) out += fmt::format(",\"{}\":{:.3f}", name, value);
  std::printf("%s,\"load\":%.2f}\n", out.c_str(), load_average());
  std::fflush(stdout);
}

}  // namespace zr::app

#include "app/bench.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>

#include "app/data_files.h"

namespace zr::app {

void add_bench_verb(CLI::App& app, int& exit_code) {
  using Measure = void (*)(std::int64_t, const std::string&);
  static const std::map<std::string, Measure> measures{
      {"http", bench_http}, {"imports", bench_imports}, {"submit", bench_submit}};
  const auto asked = std::make_shared<Bench>();
  const auto data = std::make_shared<std::string>("data");
  auto* verb = app.add_subcommand("bench", "measure; one JSON line a measurement");
  verb->add_option("NAME", asked->name, "what to measure")->required()->check(CLI::IsMember([] {
    std::vector<std::string> names;
    for (const auto& [name, measure] : measures) names.push_back(name);
    return names;
  }()));
  verb->add_option("--n", asked->n, "how many");
  verb->add_option("--data", *data, "folder of the first contents");
  verb->callback([&exit_code, asked, data] {
    measures.at(asked->name)(asked->n, data_folder(*data));
    exit_code = 0;
  });
}

}  // namespace zr::app

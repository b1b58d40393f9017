#pragma once
/// `zhirong bench NAME`: what the promises of performance are measured with, one JSON line a
/// measurement. Each works on a city of its own in a new folder below build/bench and removes
/// it; CPU is the process's own.
#include <string>

namespace CLI {
class App;
}

namespace zr::app {

struct Bench {
  std::string name;
  std::int64_t n = 0;  ///< 0: the measurement's own
};

void add_bench_verb(CLI::App& app, int& exit_code);

/// The pipeline alone: 64 submitters, then one; beside it the disk's own fdatasync.
void bench_submit(std::int64_t n, const std::string& data_folder);
/// 200,000 rows of loan ledgers through every check of an import, then 40,000 of them stored; the
/// files stay in build/bench/ledgers for the peer.
void bench_imports(std::int64_t n, const std::string& data_folder);
/// GET of a record through session, scope and log against the same server running only the
/// statement, and against a bare echo; then commands over HTTP.
void bench_http(std::int64_t n, const std::string& data_folder);

}  // namespace zr::app

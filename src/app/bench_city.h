#pragma once
/// What the measurements share: a fresh city, spent time, one line of result.
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/init.h"
#include "journal/clock.h"
#include "journal/journal.h"

namespace zr::app {

/// A city in a new folder on the disk it will be measured on.
class BenchCity {
 public:
  explicit BenchCity(const std::string& data_folder);
  ~BenchCity();
  BenchCity(const BenchCity&) = delete;
  BenchCity& operator=(const BenchCity&) = delete;

  journal::Journal& journal() { return *journal_; }
  const std::filesystem::path& folder() const { return folder_; }
  const std::vector<OneTimeSecret>& secrets() const { return secrets_; }

 private:
  std::filesystem::path folder_;
  journal::MachineClock clock_;
  std::unique_ptr<journal::Journal> journal_;
  std::vector<OneTimeSecret> secrets_;
};

/// Wall and process CPU since it was made.
class Spent {
 public:
  Spent();
  double wall_ms() const;
  double cpu_ms() const;

 private:
  std::chrono::steady_clock::time_point begun_;
  double cpu_begun_;
};

/// CPU of the calling thread so far, in milliseconds.
double thread_cpu_ms();
double median(std::vector<double> values);
/// Prints one line; amounts are rounded to a thousandth.
void print_measurement(std::string_view bench,
                       const std::vector<std::pair<std::string, double>>& figures);

}  // namespace zr::app

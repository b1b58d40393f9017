#pragma once
/// Where the time comes from: the machine's clock, or the virtual clock of a demo or test city.
#include <atomic>
#include <chrono>

#include "base/date.h"

namespace zr::journal {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class MachineClock final : public Clock {
 public:
  Instant now() const override {
    return {std::chrono::duration_cast<std::chrono::microseconds>(
                std::chrono::system_clock::now().time_since_epoch())
                .count()};
  }
};

/// Stands still until it is moved; only on a database marked by `demo` or `init --test`.
class VirtualClock final : public Clock {
 public:
  explicit VirtualClock(Instant start) : micros_(start.micros) {}
  Instant now() const override { return {micros_.load()}; }
  void set(Instant moment) { micros_.store(moment.micros); }
  void advance(std::chrono::microseconds span) { micros_.fetch_add(span.count()); }

 private:
  std::atomic<std::int64_t> micros_;
};

/// Begins at a moment and runs on with the machine's steady clock: a served demo or test city.
class RunningClock final : public Clock {
 public:
  explicit RunningClock(Instant start) : start_(start), began_(std::chrono::steady_clock::now()) {}
  Instant now() const override {
    return start_ + std::chrono::duration_cast<std::chrono::microseconds>(
                        std::chrono::steady_clock::now() - began_);
  }

 private:
  Instant start_;
  std::chrono::steady_clock::time_point began_;
};

}  // namespace zr::journal

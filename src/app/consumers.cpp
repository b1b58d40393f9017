#include "app/consumers.h"

#include <condition_variable>
#include <mutex>

#include "app/log.h"

namespace zr::app {

namespace {

/// Commits that come closer together are read in one go.
constexpr std::chrono::milliseconds rest{200};
/// A consumer that failed is called again after this long, also without a commit.
constexpr std::chrono::seconds retry{5};
/// All are called at least this often: what time itself brings makes no commit.
constexpr std::chrono::seconds tick{20};

enum class Outcome { fine, failed };

Outcome catch_up(const std::vector<Consumer>& consumers) {
  Outcome outcome = Outcome::fine;
  for (const Consumer& consumer : consumers) {
    try {
      consumer.catch_up();
    } catch (const std::exception& error) {
      outcome = Outcome::failed;
      log_event("consumer_failed", {{"consumer", consumer.name}, {"error", error.what()}});
    }
  }
  return outcome;
}

}  // namespace

struct Consumers::Bell {
  std::mutex mutex;
  std::condition_variable changed;
  bool rung = true;
  bool ending = false;
};

Consumers::Consumers(journal::Journal& journal, std::vector<Consumer> consumers)
    : bell_(std::make_shared<Bell>()) {
  thread_ = std::thread([bell = bell_, consumers = std::move(consumers)] {
    std::unique_lock lock(bell->mutex);
    Outcome last = Outcome::fine;
    while (!bell->ending) {
      const auto awake = [&] { return bell->rung || bell->ending; };
      bell->changed.wait_for(lock, last == Outcome::fine ? tick : retry, awake);
      bell->rung = false;
      lock.unlock();
      last = catch_up(consumers);
      lock.lock();
      bell->changed.wait_for(lock, rest, [&] { return bell->ending; });
    }
    lock.unlock();
    catch_up(consumers);
  });
  journal.follow([bell = bell_](std::int64_t) {
    const std::lock_guard lock(bell->mutex);
    bell->rung = true;
    bell->changed.notify_one();
  });
}

Consumers::~Consumers() {
  {
    const std::lock_guard lock(bell_->mutex);
    bell_->ending = true;
    bell_->changed.notify_one();
  }
  thread_.join();
}

}  // namespace zr::app

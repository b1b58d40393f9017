#include "http/pool.h"

#include <utility>

namespace zr::http {

Pool::Pool(Size size) : queue_limit_(size.queue) {
  threads_.reserve(size.threads);
  for (std::size_t i = 0; i < size.threads; ++i) threads_.emplace_back([this] { work(); });
}

Pool::~Pool() {
  close();
}

bool Pool::submit(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    if (closing_ || tasks_.size() >= queue_limit_ + idle_) return false;
    tasks_.push_back(std::move(task));
  }
  wakes_.notify_one();
  return true;
}

void Pool::close() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  wakes_.notify_all();
  for (std::thread& thread : threads_)
    if (thread.joinable()) thread.join();
}

std::size_t Pool::waiting() const {
  const std::lock_guard lock(mutex_);
  return tasks_.size();
}

void Pool::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    ++idle_;
    wakes_.wait(lock, [this] { return closing_ || !tasks_.empty(); });
    --idle_;
    if (tasks_.empty()) return;
    auto task = std::move(tasks_.front());
    tasks_.pop_front();
    lock.unlock();
    task();
    task = nullptr;  // What it holds is released without the lock.
    lock.lock();
  }
}

}  // namespace zr::http

#pragma once
/// A fixed number of threads with a bounded queue, for handlers that block. A full queue refuses at
/// once: waiting longer than the client would is work for nobody.
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace zr::http {

class Pool {
 public:
  struct Size {
    std::size_t threads = 1;
    std::size_t queue = 1;  ///< Tasks that may wait while every thread is busy.
  };
  explicit Pool(Size size);
  /// Finishes what was accepted.
  ~Pool();

  /// False if the queue is full or the pool is closing; the task is then dropped.
  [[nodiscard]] bool submit(std::function<void()> task);
  /// Accepts nothing more, finishes what was accepted, joins. A second call does nothing.
  void close();
  std::size_t waiting() const;

 private:
  void work();

  const std::size_t queue_limit_;
  mutable std::mutex mutex_;
  std::condition_variable wakes_;
  std::deque<std::function<void()>> tasks_;
  std::size_t idle_ = 0;
  bool closing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace zr::http

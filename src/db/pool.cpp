#include "db/pool.h"

#include <utility>

namespace zr::db {

Reads::Reads(Url url, std::size_t most, Vault* vault)
    : url_(std::move(url)), most_(most), vault_(vault) {}

std::unique_ptr<Connection> Reads::take(std::chrono::milliseconds patience) {
  {
    std::unique_lock lock(mutex_);
    if (!returned_.wait_for(lock, patience, [&] { return lent_ < most_; }))
      throw Error(ErrorKind::busy, "every read connection is in use");
    ++lent_;
    if (!free_.empty()) {
      auto connection = std::move(free_.back());
      free_.pop_back();
      return connection;
    }
  }
  try {
    return connect(url_, Access::read);
  } catch (...) {
    give_back(nullptr);
    throw;
  }
}

void Reads::give_back(std::unique_ptr<Connection> connection) {
  const bool sound = connection && connection->idle();
  {
    const std::lock_guard lock(mutex_);
    --lent_;
    if (sound) free_.push_back(std::move(connection));
  }
  returned_.notify_one();
}

}  // namespace zr::db

#include "http/doors.h"

#include "http/refusals.h"

namespace zr::http {

Result<Done> Doors::enter(const std::shared_ptr<Connection>& connection, const std::string& address,
                          Counting counting) {
  const std::lock_guard lock(mutex_);
  if (guests_.size() >= bounds_.total) return busy;
  const bool counted = counting == Counting::each;
  if (counted) {
    const auto at = by_address_.find(address);
    if (at != by_address_.end() && at->second >= bounds_.per_address) return too_many_connections;
    ++by_address_[address];
  }
  guests_.emplace(connection.get(), Guest{connection, counted ? address : std::string()});
  return Done{};
}

void Doors::leave(const Connection* connection) {
  const std::lock_guard lock(mutex_);
  const auto at = guests_.find(connection);
  if (at == guests_.end()) return;
  const auto counted = by_address_.find(at->second.address);
  if (counted != by_address_.end() && --counted->second == 0) by_address_.erase(counted);
  guests_.erase(at);
  left_.notify_all();
}

std::size_t Doors::size() const {
  const std::lock_guard lock(mutex_);
  return guests_.size();
}

std::vector<std::shared_ptr<Connection>> Doors::all() const {
  std::vector<std::shared_ptr<Connection>> out;
  const std::lock_guard lock(mutex_);
  for (const auto& [key, guest] : guests_)
    if (auto connection = guest.connection.lock()) out.push_back(std::move(connection));
  return out;
}

bool Doors::empty_by(std::chrono::steady_clock::time_point deadline) {
  std::unique_lock lock(mutex_);
  return left_.wait_until(lock, deadline, [this] { return guests_.empty(); });
}

}  // namespace zr::http

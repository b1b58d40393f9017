#pragma once
/// Who is connected: counts by address, and the list by which a graceful stop reaches everyone.
#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/result.h"

namespace zr::http {

class Connection;

class Doors {
 public:
  /// `per_address` is not asked for an address for which `counted` is false.
  struct Bounds {
    std::size_t total;
    std::size_t per_address;
  };
  explicit Doors(Bounds bounds) : bounds_(bounds) {}

  enum class Counting { each, proxy };
  /// busy, too_many_connections, or a place that `leave` gives back.
  Result<Done> enter(const std::shared_ptr<Connection>& connection, const std::string& address,
                     Counting counting);
  void leave(const Connection* connection);

  std::size_t size() const;
  std::vector<std::shared_ptr<Connection>> all() const;
  /// Has everyone left by then?
  bool empty_by(std::chrono::steady_clock::time_point deadline);

 private:
  struct Guest {
    std::weak_ptr<Connection> connection;
    std::string address;  ///< Empty if not counted.
  };

  const Bounds bounds_;
  mutable std::mutex mutex_;
  std::condition_variable left_;
  std::map<const Connection*, Guest> guests_;
  std::map<std::string, std::size_t> by_address_;
};

}  // namespace zr::http

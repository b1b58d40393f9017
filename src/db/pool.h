#pragma once
/// A bounded pool of read connections. Each use is one read transaction on one snapshot; nothing
/// can be changed through it. Connections are opened when first needed and replaced when broken.
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "db/transaction.h"
#include "db/tx.h"

namespace zr::db {

class Reads {
 public:
  /// At most `most` connections; `vault` may be null.
  Reads(Url url, std::size_t most, Vault* vault);

  /// Runs `work(Tx&)` on a snapshot and answers what it answers. Throws Error(busy) if no
  /// connection becomes free in time.
  template <class Work>
  auto read(Work&& work, std::chrono::milliseconds patience = std::chrono::seconds(5)) {
    const Lease lease(*this, patience);
    const Transaction snapshot(lease.connection());
    Tx tx(lease.connection(), vault_);
    return work(tx);
  }

 private:
  class Lease {
   public:
    Lease(Reads& pool, std::chrono::milliseconds patience)
        : pool_(pool), connection_(pool.take(patience)) {}
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() { pool_.give_back(std::move(connection_)); }
    Connection& connection() const { return *connection_; }

   private:
    Reads& pool_;
    std::unique_ptr<Connection> connection_;
  };

  std::unique_ptr<Connection> take(std::chrono::milliseconds patience);
  void give_back(std::unique_ptr<Connection> connection);

  const Url url_;
  const std::size_t most_;
  Vault* const vault_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> free_;
  std::size_t lent_ = 0;
};

}  // namespace zr::db

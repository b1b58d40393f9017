#pragma once
/// The one thread that writes. Turns queue to it; as many as are waiting share one transaction and
/// one fsync, each in its savepoint. Nobody waits for a window: an empty queue commits at once.
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/date.h"
#include "db/db.h"

namespace zr::journal {

/// The head of the chain, as the writer knows it between turns.
struct Chain {
  std::int64_t sequence = 0;
  std::string hash = std::string(64, '0');
  Date business_date;
  std::int64_t access_changed = 0;  ///< last record here that touched who may do what
};

class Writer {
 public:
  using Turn = std::function<void(db::Connection&, Chain&)>;
  static constexpr std::size_t max_batch = 256;

  /// The lock goes with the connection: held as long as this writes.
  Writer(std::unique_ptr<db::Connection> connection, std::unique_ptr<db::WriterLock> lock,
         Chain chain);
  /// Finishes what is queued.
  ~Writer();

  /// Runs the turn and returns once it is committed; rethrows what the turn or the commit threw,
  /// with nothing stored. A commit whose fate is unknown (failed fsync, lost server) ends the
  /// process.
  void run(Turn turn);
  /// The chain's head after the last commit.
  Chain chain();
  /// Called after each commit on the writer's thread.
  void follow(std::function<void(std::int64_t)> follower);

  /// Undoes what the current turn has written so far; for use inside a turn.
  static void undo(db::Connection& connection) { connection.run("ROLLBACK TO SAVEPOINT turn"); }

 private:
  struct Waiting {
    Turn turn;
    std::exception_ptr error;
    bool finished = false;
  };
  void loop();
  void commit_batch(const std::vector<Waiting*>& batch);
  void run_turn(Waiting& waiting, Chain& chain);

  std::unique_ptr<db::Connection> connection_;
  std::unique_ptr<db::WriterLock> lock_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::condition_variable finished_;
  std::deque<Waiting*> queue_;
  std::vector<std::function<void(std::int64_t)>> followers_;
  Chain chain_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace zr::journal

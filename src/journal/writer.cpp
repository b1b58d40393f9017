#include "journal/writer.h"

#include <cstdio>
#include <cstdlib>

namespace zr::journal {

namespace {

/// The fate of the commit is unknown: nobody may be answered before the journal has been read
/// again.
[[noreturn]] void end_process(const char* why) {
  std::fprintf(stderr, "zhirong: the commit failed and its fate is unknown, ending: %s\n", why);
  std::_Exit(3);
}

}  // namespace

Writer::Writer(std::unique_ptr<db::Connection> connection, std::unique_ptr<db::WriterLock> lock,
               Chain chain)
    : connection_(std::move(connection)),
      lock_(std::move(lock)),
      chain_(std::move(chain)),
      thread_([this] { loop(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_all();
  thread_.join();
}

void Writer::run(Turn turn) {
  Waiting waiting{.turn = std::move(turn), .error = {}};
  std::unique_lock lock(mutex_);
  queue_.push_back(&waiting);
  arrived_.notify_one();
  finished_.wait(lock, [&] { return waiting.finished; });
  if (waiting.error) std::rethrow_exception(waiting.error);
}

Chain Writer::chain() {
  const std::lock_guard lock(mutex_);
  return chain_;
}

void Writer::follow(std::function<void(std::int64_t)> follower) {
  const std::lock_guard lock(mutex_);
  followers_.push_back(std::move(follower));
}

void Writer::loop() {
  for (;;) {
    std::vector<Waiting*> batch;
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
      while (!queue_.empty() && batch.size() < max_batch) {
        batch.push_back(queue_.front());
        queue_.pop_front();
      }
    }
    commit_batch(batch);
    const std::lock_guard lock(mutex_);
    for (Waiting* waiting : batch) waiting->finished = true;
    finished_.notify_all();
  }
}

void Writer::commit_batch(const std::vector<Waiting*>& batch) {
  Chain chain = this->chain();
  try {
    connection_->run(connection_->engine() == db::Engine::sqlite ? "BEGIN IMMEDIATE" : "BEGIN");
    for (Waiting* waiting : batch) run_turn(*waiting, chain);
  } catch (const std::exception& error) {
    // The transaction itself broke (disk full, server gone): the whole batch is refused.
    const auto why = std::current_exception();
    try {
      connection_->run("ROLLBACK");
    } catch (const std::exception&) {
      end_process(error.what());
    }
    for (Waiting* waiting : batch) waiting->error = why;
    return;
  }
  try {
    connection_->run("COMMIT");
  } catch (const db::Error& error) {
    if (error.kind() != db::ErrorKind::full) end_process(error.what());
    connection_->run("ROLLBACK");
    for (Waiting* waiting : batch) waiting->error = std::make_exception_ptr(error);
    return;
  }
  std::vector<std::function<void(std::int64_t)>> followers;
  {
    const std::lock_guard lock(mutex_);
    chain_ = chain;
    followers = followers_;
  }
  for (const auto& follower : followers) follower(chain.sequence);
}

void Writer::run_turn(Waiting& waiting, Chain& chain) {
  connection_->run("SAVEPOINT turn");
  Chain after = chain;
  try {
    waiting.turn(*connection_, after);
  } catch (const db::Error& error) {
    if (error.kind() == db::ErrorKind::full || error.kind() == db::ErrorKind::io ||
        error.kind() == db::ErrorKind::connection)
      throw;
    waiting.error = std::current_exception();
  } catch (...) {
    waiting.error = std::current_exception();
  }
  if (waiting.error)
    undo(*connection_);
  else
    chain = after;
  connection_->run("RELEASE SAVEPOINT turn");
}

}  // namespace zr::journal

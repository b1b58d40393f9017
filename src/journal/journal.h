#pragma once
/// The pipeline and the record (ARCHITECTURE, How a write travels): right and scope, idempotency,
/// maker–checker, one transaction, one record in one chain, group commit. Nothing is acknowledged
/// before it is on disk.
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <string>

#include "access/session.h"
#include "db/db.h"
#include "db/pool.h"
#include "db/table.h"
#include "journal/command.h"
#include "journal/progress.h"
#include "journal/sender.h"

namespace zr::journal {

class Writer;
class Clock;

inline constexpr Refusal no_right{"no_right", "您没有办理此事项的权限，请联系本机构管理员",
                                  "You have no right to do this", RefusalKind::no_right};
inline constexpr Refusal running{"running", "同一请求正在处理，请稍候",
                                 "The same request is still running", RefusalKind::running};
inline constexpr Refusal key_reused{"key_reused", "同一幂等键已用于另一项内容",
                                    "This idempotency key was used for another body"};
inline constexpr Refusal key_missing{"key_missing", "缺少 Idempotency-Key",
                                     "Idempotency-Key is missing", RefusalKind::bad_input};
inline constexpr Refusal not_waiting{"not_waiting", "该事项已处理，不再等待复核",
                                     "This is no longer waiting for approval"};
inline constexpr Refusal maker_gone{"maker_gone",
                                    "经办人的账号或其机构已停用，该事项不能通过，请退回",
                                    "The maker's account or organisation is closed: return it"};
inline constexpr Refusal maker_without_right{"maker_without_right",
                                             "经办人已没有办理此事项的权限，该事项不能通过，请退回",
                                             "The maker has lost the right to do this: return it"};
inline constexpr Refusal changed_since{
    "changed_since", "该事项提交后，所涉内容已被修改，请退回经办人重新办理",
    "What it is about was changed since it was submitted: return it"};
inline constexpr Refusal own_command{"own_command", "经办人不能复核自己提交的事项",
                                     "The maker cannot be the checker"};

/// One request to change something.
struct Submission {
  access::Actor actor;
  const Command* command;
  json::Value body;
  std::string key;  ///< Idempotency-Key, 1 to 100 characters
  std::optional<std::int64_t> expected_version{};
  std::optional<Sender> sender{};
};

/// What became of it. Refused by a rule is a Problem, also when replayed.
struct Answer {
  enum class State { done, awaiting_approval } state = State::done;
  std::int64_t sequence = 0;
  std::string body;  ///< canonical JSON
  enum class Origin { fresh, replayed } origin = Origin::fresh;
};

/// Who reads along after each commit: told the last sequence, on the writer's thread; must not
/// block.
using Follower = std::function<void(std::int64_t sequence)>;

struct Options {
  db::Url url;
  std::vector<Command> commands;
  std::vector<const db::Table*> tables;
  access::SignInPolicy sign_in{};
  std::size_t readers = 4;
  /// Commands that may prepare at once; the next ones wait in turn, and no reader for them.
  std::size_t preparing = 8;
  /// How long a read waits for a connection.
  std::chrono::milliseconds patience = std::chrono::seconds(5);
};

class Journal {
 public:
  /// Opens a city for writing: takes the writer's lock, connects the readers, reads the head.
  static Result<std::unique_ptr<Journal>> open(Options options, Clock& clock);
  ~Journal();

  Result<Answer> submit(const Submission& submission);
  /// A snapshot to read from.
  template <class F>
  auto read(F&& use) {
    return reads_->read(std::forward<F>(use), options_.patience);
  }
  /// A write that is on the not-commands list (session touch, delivery attempt): durable, no
  /// record.
  void note(const std::function<void(db::Tx&)>& write);

  const Command* find(std::string_view name) const;
  /// A ground that some command declares, by its code.
  const Refusal* ground(std::string_view code) const;
  std::span<const Command> commands() const { return options_.commands; }
  std::span<const db::Table* const> tables() const { return options_.tables; }
  Clock& clock() { return clock_; }
  Date business_date();
  std::int64_t head();
  /// The last record since the start that touched who may do what: rows of module access.
  std::int64_t access_changed();
  const access::SignInPolicy& sign_in_policy() const { return options_.sign_in; }
  void follow(Follower follower);
  /// Who hears how far long commands are; the last one named.
  void follow_progress(ProgressTeller listener);
  void tell(const Progress& progress);

 private:
  friend class Turn;
  Journal(Options options, Clock& clock);
  Result<Done> admit(const Submission& submission, Input& input, std::string& plain_body);
  /// Whatever is slow, before the writer is asked.
  Result<Done> prepare(const Submission& submission, void* input);
  Result<Done> signed_by_actor(const Submission& submission, const std::string& password,
                               const Signature& signature);

  Options options_;
  Clock& clock_;
  std::map<std::string, const Command*, std::less<>> by_name_;
  std::map<std::string_view, Refusal> grounds_;
  std::unique_ptr<db::Vault> vault_;
  std::unique_ptr<db::Reads> reads_;
  std::unique_ptr<db::Reads> preparations_;
  std::unique_ptr<Writer> writer_;
  std::mutex progress_mutex_;
  ProgressTeller progress_;
  std::mutex running_mutex_;
  std::set<std::string> running_;
};

}  // namespace zr::journal

#include "journal/journal.h"

#include <stdexcept>

#include "journal/clock.h"
#include "journal/store.h"
#include "journal/turn.h"
#include "journal/vault.h"
#include "journal/writer.h"

namespace zr::journal {

namespace {

/// How long a command waits until it may prepare: a large file takes seconds.
constexpr std::chrono::seconds turn_to_prepare{30};

/// Holds one idempotency key as running; a second holder is turned away.
class RunningKey {
 public:
  RunningKey(std::mutex& mutex, std::set<std::string>& keys, std::string key)
      : mutex_(mutex), keys_(keys), key_(std::move(key)) {
    const std::lock_guard lock(mutex_);
    held_ = keys_.insert(key_).second;
  }
  ~RunningKey() {
    const std::lock_guard lock(mutex_);
    if (held_) keys_.erase(key_);
  }
  RunningKey(const RunningKey&) = delete;
  RunningKey& operator=(const RunningKey&) = delete;
  bool held() const { return held_; }

 private:
  std::mutex& mutex_;
  std::set<std::string>& keys_;
  std::string key_;
  bool held_;
};

}  // namespace

Journal::Journal(Options options, Clock& clock) : options_(std::move(options)), clock_(clock) {
  for (const Command& command : options_.commands) {
    for (const Refusal& ground : command.traits.refuses) grounds_.emplace(ground.code, ground);
    if (!by_name_.emplace(command.name(), &command).second)
      throw std::logic_error("two commands are called " + command.name());
  }
}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(Options options, Clock& clock) {
  std::unique_ptr<Journal> journal(new Journal(std::move(options), clock));
  auto connection = db::connect(journal->options_.url, db::Access::write);
  auto lock = db::lock_for_writing(journal->options_.url, *connection);
  if (!lock) return lock.problem();
  journal->vault_ = std::make_unique<PersonalVault>();
  journal->reads_ = std::make_unique<db::Reads>(journal->options_.url, journal->options_.readers,
                                                journal->vault_.get());
  journal->preparations_ = std::make_unique<db::Reads>(
      journal->options_.url, journal->options_.preparing, journal->vault_.get());
  db::Tx tx(*connection, journal->vault_.get());
  auto chain = store::chain(tx);
  journal->writer_ =
      std::make_unique<Writer>(std::move(connection), std::move(*lock), std::move(chain));
  return journal;
}

const Command* Journal::find(std::string_view name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : found->second;
}

const Refusal* Journal::ground(std::string_view code) const {
  const auto found = grounds_.find(code);
  return found == grounds_.end() ? nullptr : &found->second;
}

Result<Done> Journal::admit(const Submission& submission, Input& input, std::string& plain_body) {
  const Command& command = *submission.command;
  if (!submission.actor.may(command.name())) return no_right;
  if (submission.key.empty() || submission.key.size() > 100) return key_missing;
  if (command.traits.version == Traits::Version::asked && !submission.expected_version)
    return version_missing;
  input = command.make();
  std::vector<FieldError> errors;
  json::read(command.input(), submission.body, input.get(), errors);
  if (!errors.empty()) return Problem(bad_input, std::move(errors));
  json::write(command.input(), input.get(), plain_body);
  if (!command.prepare && !command.signature && !command.seal) return Done{};
  // A key that has been used is answered from what it did, whatever preparing would say by now.
  const bool used = read([&](db::Tx& tx) {
    return store::key(tx, submission.actor.organisation, submission.key).has_value();
  });
  return used ? Result<Done>(Done{}) : prepare(submission, input.get());
}

Result<Done> Journal::prepare(const Submission& submission, void* input) {
  const Command& command = *submission.command;
  if (const auto& signature = command.signature)
    if (auto fine = signed_by_actor(submission, signature->password(input), *signature); !fine)
      return fine;
  if (command.prepare) {
    auto fine = preparations_->read(
        [&](db::Tx& tx) {
          Preparation before{.tx = tx, .actor = submission.actor, .received = clock_.now()};
          return command.prepare(before, input);
        },
        turn_to_prepare);
    if (!fine) return fine;
  }
  if (command.seal) command.seal(input);
  return Done{};
}

Result<Done> Journal::signed_by_actor(const Submission& submission, const std::string& password,
                                      const Signature& signature) {
  const Instant now = clock_.now();
  const Sender from = submission.sender.value_or(Sender{.address = "local", .request = "local"});
  access::Credentials given{.login = {}, .password = password, .address = from.address};
  auto candidate = read([&](db::Tx& tx) {
    const auto account = access::account(tx, submission.actor.account);
    if (account) given.login = account->login;
    return access::candidate(tx, given, now);
  });
  // An initial password that has run out since it let its owner in is still the owner's.
  if (candidate.account) candidate.account->password_until = std::nullopt;
  bool admitted = access::fits(candidate, given, now);
  note([&](db::Tx& tx) {
    admitted = admitted && access::still_admitted(tx, given, now);
    if (admitted) return;
    access::count_failure(tx, given, now, options_.sign_in);
    access::add_event(tx, {.id = 0,
                           .at = now,
                           .kind = "signature.refused",
                           .account = submission.actor.account,
                           .organisation = submission.actor.organisation,
                           .address = from.address,
                           .request = from.request,
                           .detail = submission.command->name()});
  });
  if (!admitted) return Problem::at(std::string(signature.field), signature.wrong);
  return Done{};
}

Result<Answer> Journal::submit(const Submission& submission) {
  Admitted admitted{.submission = submission,
                    .command = *submission.command,
                    .input = {},
                    .plain_body = {},
                    .received = clock_.now()};
  if (auto admission = admit(submission, admitted.input, admitted.plain_body); !admission)
    return admission.problem();

  const RunningKey held(running_mutex_, running_,
                        std::to_string(submission.actor.organisation) + ' ' + submission.key);
  if (!held.held()) return running;
  std::optional<Result<Answer>> answer;
  writer_->run([&](db::Connection& connection, Chain& chain) {
    Turn turn(*this, static_cast<PersonalVault&>(*vault_), connection, chain);
    answer.emplace(turn.run(admitted));
  });
  return std::move(*answer);
}

void Journal::note(const std::function<void(db::Tx&)>& write) {
  writer_->run([&](db::Connection& connection, Chain&) {
    db::Tx tx(connection, vault_.get());
    write(tx);
  });
}

Date Journal::business_date() {
  return writer_->chain().business_date;
}

std::int64_t Journal::head() {
  return writer_->chain().sequence;
}

std::int64_t Journal::access_changed() {
  return writer_->chain().access_changed;
}

void Journal::follow(Follower follower) {
  writer_->follow(std::move(follower));
}

void Journal::follow_progress(ProgressTeller listener) {
  const std::lock_guard lock(progress_mutex_);
  progress_ = std::move(listener);
}

void Journal::tell(const Progress& progress) {
  const std::lock_guard lock(progress_mutex_);
  if (progress_) progress_(progress);
}

}  // namespace zr::journal

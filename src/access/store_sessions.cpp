/// SQL over sessions, failed attempts and access events.
#include "access/session.h"

namespace zr::access {

const db::Table session_table{
    "access_session", &json::struct_of<Session>, {"token_digest"}, db::Keeping::unlisted};
const db::Table event_table{
    "access_event", &json::struct_of<AccessEvent>, {"id"}, db::Keeping::plain};

namespace {

struct Attempts {
  std::int64_t failures = 0;
  std::optional<Instant> locked_until;
  Instant last;
};
const json::Struct& describe(const Attempts*) {
  static const json::Struct table(
      "Attempts", {{"failures", &Attempts::failures, "失败次数", "Failures"},
                   {"locked_until", &Attempts::locked_until, "锁定至", "Locked until"},
                   {"last", &Attempts::last, "最近一次", "Last"}});
  return table;
}

std::string login_subject(const Credentials& given) {
  return "login " + given.login;
}

std::string address_subject(const Credentials& given) {
  return "address " + given.address;
}

std::optional<Attempts> attempts(db::Tx& tx, const std::string& subject) {
  return tx.row<Attempts>("SELECT {Attempts} FROM access_attempt WHERE subject = $1", subject);
}

bool locked(db::Tx& tx, const std::string& subject, Instant now) {
  const auto found = attempts(tx, subject);
  return found && found->locked_until && *found->locked_until > now;
}

void count(db::Tx& tx, const std::string& subject, std::int64_t allowed, Instant now,
           const SignInPolicy& policy) {
  auto found = attempts(tx, subject);
  // A lock that is over, and failures older than a lock, are forgotten.
  if (found &&
      (found->locked_until ? *found->locked_until <= now : found->last + policy.locked < now)) {
    tx.run("DELETE FROM access_attempt WHERE subject = $1", subject);
    found.reset();
  }
  Attempts next{.failures = found ? found->failures + 1 : 1,
                .locked_until = found ? found->locked_until : std::nullopt,
                .last = now};
  if (next.failures >= allowed && !next.locked_until) next.locked_until = now + policy.locked;
  if (found)
    tx.run(
        "UPDATE access_attempt SET failures = $2, locked_until = $3, last = $4 WHERE subject = $1",
        subject, next.failures, next.locked_until, next.last);
  else
    tx.run(
        "INSERT INTO access_attempt (subject, failures, locked_until, last) VALUES ($1, $2, $3, "
        "$4)",
        subject, next.failures, next.locked_until, next.last);
}

}  // namespace

Candidate candidate(db::Tx& tx, const Credentials& given, Instant now) {
  return {
      .account = account_by_login(tx, given.login),
      .locked = locked(tx, login_subject(given), now) || locked(tx, address_subject(given), now)};
}

void count_failure(db::Tx& tx, const Credentials& given, Instant now, const SignInPolicy& policy) {
  // What would be forgotten at its next failure is not kept until then: random names stay nowhere.
  tx.run(
      "DELETE FROM access_attempt WHERE last < $1 AND (locked_until IS NULL OR locked_until <= $2)",
      Instant{now.micros - policy.locked.count()}, now);
  count(tx, login_subject(given), policy.failures, now, policy);
  count(tx, address_subject(given), policy.failures_per_address, now, policy);
}

bool still_admitted(db::Tx& tx, const Credentials& given, Instant now) {
  if (locked(tx, login_subject(given), now)) return false;
  unlock(tx, given.login);
  return true;
}

Result<Session> start_session(db::Tx& tx, const Session& session, const Credentials& given,
                              const SignInPolicy& policy) {
  if (!still_admitted(tx, given, session.started)) return not_signed_in;
  Session started = session;
  started.id = 1 + tx.number("SELECT MAX(id) FROM access_session");
  const auto open = tx.rows<Session>(
      "SELECT {Session} FROM access_session WHERE account = $1 AND ended IS NULL ORDER BY started "
      "DESC, id DESC",
      session.account);
  for (std::size_t i = 0; i < open.size(); ++i)
    if (i + 1 >= static_cast<std::size_t>(policy.sessions_per_account))
      end_session(tx, session.account, open[i].id, session.started);
  tx.insert(session_table, started);
  return started;
}

std::optional<Session> live_session(db::Tx& tx, const std::string& token_digest, Instant now,
                                    const SignInPolicy& policy) {
  auto session =
      tx.row<Session>("SELECT {Session} FROM access_session WHERE token_digest = $1", token_digest);
  if (!session || session->ended || session->seen + policy.idle < now ||
      session->started + policy.absolute < now)
    return std::nullopt;
  return session;
}

void touch_session(db::Tx& tx, const std::string& token_digest, Instant now) {
  tx.run("UPDATE access_session SET seen = $2 WHERE token_digest = $1", token_digest, now);
}

bool end_session(db::Tx& tx, std::int64_t account, std::int64_t session, Instant now) {
  const bool open =
      tx.run(
          "UPDATE access_session SET ended = $3 WHERE account = $1 AND id = $2 AND ended IS NULL",
          account, session, now) > 0;
  if (open) tx.changed(session_table);
  return open;
}

void end_sessions(db::Tx& tx, std::int64_t account, std::int64_t except, Instant now) {
  tx.run("UPDATE access_session SET ended = $3 WHERE account = $1 AND id <> $2 AND ended IS NULL",
         account, except, now);
  tx.changed(session_table);
}

std::vector<Session> sessions_of(db::Tx& tx, std::int64_t account) {
  return tx.rows<Session>(
      "SELECT {Session} FROM access_session WHERE account = $1 AND ended IS NULL ORDER BY started "
      "DESC, id DESC",
      account);
}

void unlock(db::Tx& tx, const std::string& login) {
  tx.run("DELETE FROM access_attempt WHERE subject = $1", "login " + login);
}

void add_event(db::Tx& tx, AccessEvent event) {
  event.id = 1 + tx.number("SELECT MAX(id) FROM access_event");
  tx.insert(event_table, event);
}

std::vector<AccessEvent> events_between(db::Tx& tx, std::int64_t first, std::int64_t last) {
  return tx.rows<AccessEvent>(
      "SELECT {AccessEvent} FROM access_event WHERE id >= $1 AND id <= $2 ORDER BY id", first,
      last);
}

std::optional<Instant> event_noted(db::Tx& tx, std::int64_t id) {
  const auto found =
      tx.row<AccessEvent>("SELECT {AccessEvent} FROM access_event WHERE id = $1", id);
  return found ? std::optional(found->at) : std::nullopt;
}

std::int64_t last_event(db::Tx& tx, std::int64_t from, Instant before) {
  return tx.number("SELECT MAX(id) FROM access_event WHERE id >= $1 AND at < $2", from, before);
}

}  // namespace zr::access

#pragma once
/// Signing in and staying signed in: lockout that no forged header escapes (it counts the login and
/// the address the server saw), idle and absolute end, sessions listed and ended. Sign-ins are
/// access events, not commands.
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "access/people.h"

namespace zr::access {

/// The policy profile; configuration with these defaults (security.md §0.5).
struct SignInPolicy {
  std::int64_t failures = 5;               ///< wrong passwords of one login before it is locked
  std::int64_t failures_per_address = 30;  ///< over all logins from one address
  std::chrono::microseconds locked = std::chrono::minutes(15);
  std::chrono::microseconds idle = std::chrono::minutes(30);
  std::chrono::microseconds absolute = std::chrono::hours(12);
  std::int64_t sessions_per_account = 5;
};

/// One text for a wrong password, an unknown login, a locked or a disabled account.
inline constexpr Refusal not_signed_in{
    "not_signed_in", "登录名或密码不正确，或账号已锁定，请稍后再试",
    "Wrong login or password, or the account is locked for a while", RefusalKind::not_signed_in};
inline constexpr Refusal session_ended{"session_ended", "登录已失效，请重新登录",
                                       "Your session has ended; sign in again",
                                       RefusalKind::not_signed_in};

struct Session {
  std::string token_digest;
  std::int64_t id = 0;
  std::int64_t account = 0;
  std::string csrf;
  Instant started;
  Instant seen;
  std::optional<Instant> ended;
  std::string address;
};
const json::Struct& describe(const Session*);

struct Credentials {
  std::string login;
  std::string password;
  std::string address;
};

/// What a sign-in needs from the database, read before the slow password check.
struct Candidate {
  std::optional<Account> account;
  bool locked = false;
};
Candidate candidate(db::Tx& tx, const Credentials& given, Instant now);
/// Does the password fit? Takes the same time for an unknown login. Outside any transaction.
bool fits(const Candidate& candidate, const Credentials& given, Instant now);

/// Counts a failure against login and address; atomic, since only the writer's thread runs it.
void count_failure(db::Tx& tx, const Credentials& given, Instant now, const SignInPolicy& policy);
/// Once the password has fitted: forgets the failures, unless the login was locked meanwhile.
bool still_admitted(db::Tx& tx, const Credentials& given, Instant now);
/// Starts a session unless the login was locked meanwhile; the oldest beyond the limit end.
Result<Session> start_session(db::Tx& tx, const Session& session, const Credentials& given,
                              const SignInPolicy& policy);

/// The session of a token, if it is neither ended, idle too long nor too old.
std::optional<Session> live_session(db::Tx& tx, const std::string& token_digest, Instant now,
                                    const SignInPolicy& policy);
void touch_session(db::Tx& tx, const std::string& token_digest, Instant now);
/// False if the account has no such open session.
bool end_session(db::Tx& tx, std::int64_t account, std::int64_t session, Instant now);
/// After a change of password or a disabling: all of an account's but one (0: all).
void end_sessions(db::Tx& tx, std::int64_t account, std::int64_t except, Instant now);
std::vector<Session> sessions_of(db::Tx& tx, std::int64_t account);
void unlock(db::Tx& tx, const std::string& login);

/// A sign-in, a sign-out, a wrong signature or a refusal: append-only, numbered without a gap,
/// digested into a record every hour.
struct AccessEvent {
  std::int64_t id = 0;
  Instant at;
  std::string kind;
  std::int64_t account = 0;
  std::int64_t organisation = 0;
  std::string address;
  std::string request;
  std::optional<std::string> detail;
};
const json::Struct& describe(const AccessEvent*);
void add_event(db::Tx& tx, AccessEvent event);
std::vector<AccessEvent> events_between(db::Tx& tx, std::int64_t first, std::int64_t last);
/// When an event was noted; empty where there is none of that number.
std::optional<Instant> event_noted(db::Tx& tx, std::int64_t id);
/// The last event from that number on that was noted before a moment; 0 if none.
std::int64_t last_event(db::Tx& tx, std::int64_t from, Instant before);

extern const db::Table session_table, event_table;

}  // namespace zr::access

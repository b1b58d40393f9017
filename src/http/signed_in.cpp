#include "http/signed_in.h"

#include "crypto/token.h"
#include "http/problem.h"
#include "journal/clock.h"
#include "json/describe.h"

namespace zr::http {

namespace {

constexpr std::chrono::seconds touch_every{60};
constexpr std::size_t most_remembered = 10'000;

/// POST /session
struct SignIn {
  std::string user;
  std::string password;
};
const json::Struct& describe(const SignIn*) {
  static const json::Struct table("SignIn",
                                  {{"user", &SignIn::user, "登录名", "Login", {.max_length = 40}},
                                   {"password",
                                    &SignIn::password,
                                    "密码",
                                    "Password",
                                    {.max_length = 200, .privacy = json::Privacy::secret}}});
  return table;
}

/// __Host- only where the browser accepts it: over https.
std::string_view cookie_name(const Request& request) {
  return request.https ? "__Host-zhirong" : "zhirong";
}

std::string cookie(const Request& request, std::string_view value, std::string_view more) {
  std::string out = std::string(cookie_name(request)) + "=" + std::string(value) +
                    "; Path=/; HttpOnly; SameSite=Strict";
  if (request.https) out += "; Secure";
  return out + std::string(more);
}

Response answer_json(const json::Value& value) {
  return {.status = 200,
          .headers = {{"Content-Type", "application/json"}},
          .body = json::write(value),
          .route = "/session"};
}

}  // namespace

journal::Sender sender_of(const Request& request) {
  return {.address = request.remote, .request = request.id};
}

Sessions::Sessions(journal::Journal& journal, Fault fault)
    : journal_(journal),
      policy_(journal.sign_in_policy()),
      fault_(std::move(fault)),
      generation_(std::make_shared<std::atomic<std::uint64_t>>(0)) {
  journal.follow([&journal, generation = generation_, seen = std::int64_t{0}](auto) mutable {
    const std::int64_t changed = journal.access_changed();
    if (std::exchange(seen, changed) != changed) generation->fetch_add(1);
  });
}

Result<std::shared_ptr<const SignedIn>> Sessions::of(const Request& request) {
  const auto token = request.cookie(cookie_name(request));
  if (!token || token->size() != 64) return access::session_ended;
  const std::string digest = crypto::stored_token(*token);
  const Instant now = journal_.clock().now();
  if (auto known = remembered(digest, now)) return known;

  auto found = stored(digest, now);
  if (!found) return access::session_ended;
  remembered(digest, now);  // a request is a use of it
  return found;
}

std::shared_ptr<const SignedIn> Sessions::stored(const std::string& token, Instant now) {
  const std::uint64_t generation = generation_->load();
  const Date today = journal_.business_date();
  auto found = journal_.read([&](db::Tx& tx) -> std::shared_ptr<const SignedIn> {
    const auto session = access::live_session(tx, token, now, policy_);
    if (!session) return nullptr;
    auto actor = access::actor_of(tx, session->account, today);
    if (!actor) return nullptr;
    actor->session = session->id;
    return std::make_shared<SignedIn>(SignedIn{std::move(*actor), *session});
  });
  if (!found) return nullptr;
  const std::lock_guard lock(mutex_);
  if (live_.size() >= most_remembered) live_.clear();
  live_.insert_or_assign(token, Remembered{.who = found,
                                           .generation = generation,
                                           .today = today,
                                           .seen = found->session.seen,
                                           .stored = found->session.seen});
  return found;
}

bool Sessions::fresh(const Remembered& known, Instant now) const {
  return known.generation == generation_->load() && known.today == journal_.business_date() &&
         known.seen + policy_.idle >= now && known.who->session.started + policy_.absolute >= now;
}

std::shared_ptr<const SignedIn> Sessions::remembered(const std::string& token, Instant now) {
  std::shared_ptr<const SignedIn> who;
  {
    const std::lock_guard lock(mutex_);
    const auto found = live_.find(token);
    if (found == live_.end()) return nullptr;
    Remembered& known = found->second;
    if (!fresh(known, now)) {
      live_.erase(found);
      return nullptr;
    }
    known.seen = now;
    who = known.who;
    if (now - known.stored < touch_every) return who;
    known.stored = now;
  }
  touch(token, now);
  return who;
}

/// Where it cannot be written down, the session ends a little early at worst: no reason to refuse.
void Sessions::touch(const std::string& token, Instant now) try {
  journal_.note([&](db::Tx& tx) { access::touch_session(tx, token, now); });
} catch (const db::Error& error) {
  if (fault_) fault_("session_touch", error.what());
}

std::string Sessions::token_of(const Request& request) {
  return crypto::stored_token(request.cookie(cookie_name(request)).value_or(""));
}

std::shared_ptr<const SignedIn> Sessions::still(const std::string& token) {
  const Instant now = journal_.clock().now();
  {
    const std::lock_guard lock(mutex_);
    const auto found = live_.find(token);
    if (found != live_.end() && fresh(found->second, now)) return found->second.who;
  }
  return stored(token, now);
}

Result<Done> Sessions::genuine(const Request& request, const SignedIn& who) {
  const auto origin = request.header("origin");
  if (origin) {
    const auto host = request.header("host");
    const auto scheme = origin->find("://");
    if (!host || scheme == std::string_view::npos || origin->substr(scheme + 3) != *host)
      return foreign_origin;
  }
  const auto token = request.header("x-csrf-token");
  if (!token || !crypto::same_secret(*token, who.session.csrf)) return csrf_missing;
  return Done{};
}

Response Sessions::sign_in(const Request& request) {
  const auto type = request.header("content-type");
  if (!type || !type->starts_with("application/json"))
    return problem_response(Problem(unsupported_media_type), request);
  const auto given = json::read_text<SignIn>(request.body);
  if (!given) return problem_response(given.problem(), request);
  const access::Credentials credentials{given->user, given->password, request.remote};
  const Instant now = journal_.clock().now();
  const auto candidate =
      journal_.read([&](db::Tx& tx) { return access::candidate(tx, credentials, now); });
  if (!access::fits(candidate, credentials, now)) {
    journal_.note([&](db::Tx& tx) { access::count_failure(tx, credentials, now, policy_); });
    access::Actor tried;
    if (candidate.account) {
      tried.account = candidate.account->id;
      tried.organisation = candidate.account->organisation;
    }
    event(request, "sign-in.refused", tried, {});
    return problem_response(Problem(access::not_signed_in), request);
  }
  const crypto::Token token = crypto::new_token();
  const access::Session wanted{.token_digest = token.stored,
                               .id = 0,
                               .account = candidate.account->id,
                               .csrf = crypto::new_token().text,
                               .started = now,
                               .seen = now,
                               .ended = std::nullopt,
                               .address = request.remote};
  std::optional<Result<access::Session>> session;
  journal_.note([&](db::Tx& tx) {
    session.emplace(access::start_session(tx, wanted, credentials, policy_));
  });
  const Result<access::Session>& started = *session;
  if (!started) return problem_response(started.problem(), request);
  forget();  // the oldest of the account's sessions may have ended
  access::Actor actor;
  actor.person = candidate.account->person;
  actor.account = candidate.account->id;
  actor.organisation = candidate.account->organisation;
  event(request, "sign-in.done", actor, {});
  const bool initial = candidate.account->password_state == access::PasswordState::initial;
  Response response =
      answer_json(json::Object{{"csrf", wanted.csrf}, {"must_change_password", initial}});
  response.headers.push_back({"Set-Cookie", cookie(request, token.text, "")});
  return response;
}

Response Sessions::sign_out(const Request& request) {
  const auto who = of(request);
  if (!who) return problem_response(who.problem(), request);
  if (const auto real = genuine(request, **who); !real)
    return problem_response(real.problem(), request);
  journal_.note([&](db::Tx& tx) {
    access::end_session(tx, (*who)->session.account, (*who)->session.id, journal_.clock().now());
  });
  forget();
  event(request, "sign-out", (*who)->actor, {});
  Response response{.status = 204, .headers = {}, .body = std::string(), .route = "/session"};
  response.headers.push_back({"Set-Cookie", cookie(request, "", "; Max-Age=0")});
  return response;
}

void Sessions::event(const Request& request, std::string_view kind, const access::Actor& actor,
                     std::string_view detail) {
  journal_.note([&](db::Tx& tx) {
    access::add_event(
        tx, {.id = 0,
             .at = journal_.clock().now(),
             .kind = std::string(kind),
             .account = actor.account,
             .organisation = actor.organisation,
             .address = request.remote,
             .request = request.id,
             .detail = detail.empty() ? std::nullopt : std::optional(std::string(detail))});
  });
}

}  // namespace zr::http

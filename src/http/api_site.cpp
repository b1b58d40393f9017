#include "http/api_site.h"

#include <charconv>
#include <stdexcept>

#include "access/party.h"
#include "api/openapi.h"
#include "http/download.h"
#include "http/problem.h"
#include "journal/clock.h"

namespace zr::http {

namespace {

constexpr std::string_view base = "/api/v1";

std::optional<std::int64_t> number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0 || text.empty() ||
      (text.size() > 1 && text.front() == '0'))
    return std::nullopt;
  return value;
}

/// "W/"-less entity tag of a version: "\"17\"".
std::optional<std::int64_t> version_of(const Request& request) {
  auto tag = request.header("if-match").value_or("");
  if (tag.size() < 3 || tag.front() != '"' || tag.back() != '"') return std::nullopt;
  return number(tag.substr(1, tag.size() - 2));
}

Response json_answer(int status, std::string body, std::string route) {
  return {.status = status,
          .headers = {{"Content-Type", "application/json"}},
          .body = std::move(body),
          .route = std::move(route)};
}

}  // namespace

ApiSite::ApiSite(journal::Journal& journal, SiteOptions options)
    : journal_(journal),
      options_(std::move(options)),
      sessions_(journal, options_.fault),
      events_(journal, sessions_, options_.fault) {
  options_.odd.push_back({.method = Method::get,
                          .path = "/events",
                          .right = "",
                          .answer = [this](const Request& request, const SignedIn& who,
                                           std::int64_t) { return events_.open(request, who); }});
  for (const journal::Command& command : journal_.commands()) {
    if (command.traits.callers == journal::Traits::Callers::program) continue;
    add("POST", std::string_view(api::path_of(command)).substr(base.size()),
        {.command = &command, .route = api::path_of(command)});
  }
  for (const api::Read& read : options_.reads)
    add("GET", read.traits.path,
        {.read = &read, .route = std::string(base) + std::string(read.traits.path)});
  for (const OddEndpoint& odd : options_.odd)
    add(name_of(odd.method), odd.path,
        {.odd = &odd, .route = std::string(base) + std::string(odd.path)});
}

void ApiSite::add(std::string_view method, std::string_view path, Target target) {
  std::string key = std::string(method) + std::string(path);
  if (const auto at = key.find("{id}"); at != std::string::npos) key.replace(at, 4, "*");
  if (const auto at = key.find("{key}"); at != std::string::npos) key.replace(at, 5, "?");
  if (!targets_.emplace(key, std::move(target)).second)
    throw std::logic_error("two endpoints answer " + key);
}

std::optional<ApiSite::Match> ApiSite::match(const Request& request) const {
  if (!request.path.starts_with(base)) return std::nullopt;
  std::string key(name_of(request.method));
  std::int64_t id = 0;
  bool numbered = false;
  std::string_view left = std::string_view(request.path).substr(base.size());
  while (!left.empty()) {
    const auto end = left.find('/', 1);
    const std::string_view part = left.substr(0, end);
    if (const auto value = number(part.substr(1)); value && !numbered) {
      id = *value;
      numbered = true;
      key += "/*";
    } else {
      key += part;
    }
    left.remove_prefix(end == std::string_view::npos ? left.size() : end);
  }
  if (const auto found = targets_.find(key); found != targets_.end())
    return Match{.target = &found->second, .id = id};
  // A last part that is any text stands for {key}.
  const auto last = request.path.rfind('/');
  const auto keyed = targets_.find(std::string(name_of(request.method)) +
                                   request.path.substr(base.size(), last + 1 - base.size()) + '?');
  if (keyed == targets_.end()) return std::nullopt;
  return Match{.target = &keyed->second, .id = 0, .key = request.path.substr(last + 1)};
}

Route ApiSite::classify(const Request& request) const {
  const auto found = match(request);
  if (found && found->target->odd)
    return {.lane = Lane::commands, .body = found->target->odd->body};
  return {.lane = request.method == Method::get ? Lane::reads : Lane::commands};
}

Response ApiSite::handle(const Request& request) {
  if (request.path == "/api/v1/session") return session(request);
  const auto who = sessions_.of(request);
  if (!who) return problem_response(who.problem(), request);
  const auto found = match(request);
  if (!found) return problem_response(Problem(not_found), request);
  const SignedIn& actor = **who;
  const bool changing = request.method != Method::get && request.method != Method::head;
  if (changing) {
    if (const auto real = Sessions::genuine(request, actor); !real)
      return refused(request, actor, real.problem(), found->target->route);
  }
  if (actor.actor.gate == access::Gate::must_change_password &&
      !(found->target->command && found->target->command->name() == "accounts.change-password"))
    return problem_response(Problem(must_change_password), request);
  if (found->target->command) return run_command(request, actor, *found);
  if (found->target->read) return run_read(request, actor, *found);
  const OddEndpoint& odd = *found->target->odd;
  if (!odd.right.empty() && !actor.actor.may(odd.right))
    return refused(request, actor, journal::no_right, found->target->route);
  Response response = odd.answer(request, actor, found->id);
  response.route = found->target->route;
  return response;
}

Response ApiSite::session(const Request& request) {
  switch (request.method) {
    case Method::post:
      return sessions_.sign_in(request);
    case Method::delete_:
      return sessions_.sign_out(request);
    case Method::get:
      break;
    default:
      return problem_response(Problem(not_found), request);
  }
  json::Object out{{"city", options_.city},
                   {"business_date", journal_.business_date().text()},
                   {"demo", options_.kind == SiteOptions::Kind::demo}};
  if (const auto who = sessions_.of(request)) {
    const access::Actor& actor = (*who)->actor;
    journal_.read([&](db::Tx& tx) {
      const auto account = access::account(tx, actor.account);
      const auto person = access::person(tx, actor.person);
      const auto home =
          access::party_at(tx, actor.organisation, {.as_of = journal_.business_date()});
      out.emplace_back("user", json::Object{{"id", actor.person},
                                            {"name", person ? person->name : ""},
                                            {"account", account ? account->login : ""}});
      out.emplace_back("organisation", json::Object{{"id", actor.organisation},
                                                    {"name", home ? home->facts.name : ""},
                                                    {"kind", zr::name_of(actor.kind)}});
      return 0;
    });
    json::List rights;
    for (const std::string& right : *actor.rights) rights.emplace_back(right);
    out.emplace_back("rights", std::move(rights));
    out.emplace_back("csrf", (*who)->session.csrf);
    out.emplace_back("must_change_password", actor.gate == access::Gate::must_change_password);
  }
  return json_answer(200, json::write(json::Value(std::move(out))), "/api/v1/session");
}

Response ApiSite::run_command(const Request& request, const SignedIn& who, const Match& match) {
  const journal::Command& command = *match.target->command;
  const std::string name = command.name();
  const auto type = request.header("content-type");
  if (!request.body.empty() && (!type || !type->starts_with("application/json")))
    return refused(request, who, unsupported_media_type, name);
  auto body = request.body.empty() ? Result<json::Value>(json::Value(json::Object{}))
                                   : json::parse(request.body);
  if (!body) return refused(request, who, body.problem(), name);
  if (command.of_one() && body->object()) {
    if (body->find("id")) return refused(request, who, Problem::at("/id", bad_input), name);
    body->set("id", match.id);
  }
  const auto answer =
      journal_.submit({.actor = who.actor,
                       .command = &command,
                       .body = std::move(*body),
                       .key = std::string(request.header("idempotency-key").value_or("")),
                       .expected_version = version_of(request),
                       .sender = sender_of(request)});
  if (!answer) return refused(request, who, answer.problem(), name);
  Response response = json_answer(answer->state == journal::Answer::State::done ? 200 : 202,
                                  answer->body, match.target->route);
  if (answer->origin == journal::Answer::Origin::replayed)
    response.headers.push_back({"Idempotent-Replay", "true"});
  return response;
}

namespace {

/// "/loans/{id}/personal id=7 reason=回访"
std::string asked(const api::Read& read,
                  const std::vector<std::pair<std::string, std::string>>& parameters) {
  std::string text(read.traits.path);
  for (const auto& [name, value] : parameters) text += ' ' + name + '=' + value;
  return text;
}

}  // namespace

Response ApiSite::run_read(const Request& request, const SignedIn& who, const Match& match) {
  const api::Read& read = *match.target->read;
  if (!read.traits.right.empty() && !who.actor.may(read.traits.right))
    return refused(request, who, journal::no_right, read.traits.path);
  std::vector<std::pair<std::string, std::string>> parameters;
  for (const Field& field : request.query) parameters.emplace_back(field.name, field.value);
  if (read.query().find("id")) {
    if (request.parameter("id")) return problem_response(Problem::at("/id", bad_input), request);
    parameters.emplace_back("id", std::to_string(match.id));
  }
  if (!match.key.empty()) parameters.emplace_back("key", match.key);
  const auto query = api::query_from(read, parameters);
  if (!query) return problem_response(query.problem(), request);
  auto answer = journal_.read([&](db::Tx& tx) {
    api::ReadContext in{.tx = tx,
                        .actor = who.actor,
                        .scope = access::scope_of(who.actor),
                        .today = journal_.business_date(),
                        .now = journal_.clock().now(),
                        .language = request.language()};
    return read.run(in, query->get());
  });
  if (!answer) return problem_response(answer.problem(), request);
  if (!read.traits.noted.empty())
    sessions_.event(request, read.traits.noted, who.actor, asked(read, parameters));
  if (answer->file) {
    Response sent = send_download(journal_, request, who, std::move(*answer->file));
    sent.route = match.target->route;
    return sent;
  }
  Response response = json_answer(200, answer->body, match.target->route);
  if (answer->version)
    response.headers.push_back({"ETag", '"' + std::to_string(*answer->version) + '"'});
  return response;
}

Response ApiSite::refused(const Request& request, const SignedIn& who, const Problem& problem,
                          std::string_view action) {
  // What state or rule refuses is a record already; the rest is told to the access log.
  const RefusalKind kind = problem.refusal.kind;
  if (kind == RefusalKind::no_right || kind == RefusalKind::bad_input)
    sessions_.event(request, "refused." + std::string(problem.refusal.code), who.actor, action);
  return problem_response(problem, request);
}

}  // namespace zr::http

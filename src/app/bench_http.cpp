#include <fmt/format.h>

#include <memory>
#include <stdexcept>

#include "access/party.h"
#include "app/bench.h"
#include "app/bench_city.h"
#include "app/bench_client.h"
#include "app/log.h"
#include "http/api_site.h"
#include "json/value.h"

namespace zr::app {

namespace {

constexpr int connections = 16;
constexpr int rounds = 5;

using Handle = std::function<http::Response(const http::Request&)>;

/// A server as `serve` makes it: same pools, same log line.
std::unique_ptr<http::Server> served(Handle handle, http::Lane lane) {
  http::Options options;
  options.handle = std::move(handle);
  options.classify = [lane](const http::Request&) { return http::Route{.lane = lane}; };
  options.log = log_request;
  auto server = http::Server::start(std::move(options));
  if (!server) throw std::runtime_error(std::string(server.problem().refusal.en));
  return std::move(*server);
}

std::string request_text(std::string_view method, std::string_view path, std::string_view headers,
                         std::string_view body = {}) {
  std::string out =
      fmt::format("{} /api/v1{} HTTP/1.1\r\nHost: 127.0.0.1\r\n{}", method, path, headers);
  if (!body.empty())
    out += fmt::format("Content-Type: application/json\r\nContent-Length: {}\r\n", body.size());
  return out + "\r\n" + std::string(body);
}

struct SignedInClient {
  std::string cookie;
  std::string csrf;
};

json::Value body_of(const std::string& answer) {
  auto parsed = json::parse(answer.substr(answer.find("\r\n\r\n") + 4));
  if (!parsed) throw std::runtime_error("the measured server answered no JSON");
  return *std::move(parsed);
}

SignedInClient sign_in(std::uint16_t port, const std::string& password) {
  BenchClient client(port);
  const std::string answer = client.ask(request_text(
      "POST", "/session", "", fmt::format(R"({{"user":"system","password":"{}"}})", password)));
  const auto cookie = answer.find("Set-Cookie: ");
  if (cookie == std::string::npos) throw std::runtime_error("the measured server lets nobody in");
  const json::Value told = body_of(answer);
  return {.cookie = answer.substr(cookie + 12, answer.find(';', cookie) - cookie - 12),
          .csrf = *told.find("csrf")->text()};
}

std::string changing(const SignedInClient& who, const std::string& key) {
  return fmt::format("Cookie: {}\r\nX-CSRF-Token: {}\r\nIdempotency-Key: {}\r\n", who.cookie,
                     who.csrf, key);
}

/// The system administrator past its first password.
SignedInClient administrator(std::uint16_t port, const BenchCity& city) {
  const std::string& first = city.secrets().front().password;
  const std::string chosen = "Luoshu-7-harbour-quilt";
  const SignedInClient begun = sign_in(port, first);
  BenchClient(port).ask(
      request_text("POST", "/accounts/change-password", changing(begun, "first"),
                   fmt::format(R"({{"old_password":"{}","new_password":"{}"}})", first, chosen)));
  return sign_in(port, chosen);
}

std::int64_t add_organisation(journal::Journal& journal, int n) {
  const std::string name = fmt::format("示例银行{}", n);
  const auto answer = journal.submit({.actor = access::Actor::program(),
                                      .command = journal.find("organisations.create"),
                                      .body = json::Object{{"kind", "bank"}, {"name", name}},
                                      .key = name});
  if (!answer) throw std::runtime_error(std::string(answer.problem().refusal.en));
  const auto made = json::parse(answer->body);
  return made ? *made->find("id")->integer() : 0;
}

/// Only the prepared statement and its answer as JSON.
Handle statement_alone(journal::Journal& journal) {
  return [&journal](const http::Request& request) -> http::Response {
    const std::int64_t id = std::stoll(request.path.substr(request.path.rfind('/') + 1));
    const auto party = journal.read(
        [&](db::Tx& tx) { return access::party_at(tx, id, {.as_of = journal.business_date()}); });
    return {.status = party ? 200 : 404,
            .headers = {{"Content-Type", "application/json"}},
            .body = party ? json::write(*party) : std::string(),
            .route = "/organisations/{id}"};
  };
}

Handle echo() {
  return [](const http::Request& request) -> http::Response {
    return {.status = 200, .body = request.path, .route = "/echo"};
  };
}

void measure_reads(BenchCity& city, http::ApiSite& site, std::int64_t n,
                   const SignedInClient& who) {
  std::vector<std::string> requests;
  for (int i = 0; i < 100; ++i)
    requests.push_back(
        request_text("GET", fmt::format("/organisations/{}", add_organisation(city.journal(), i)),
                     fmt::format("Cookie: {}\r\n", who.cookie)));
  const auto whole =
      served([&](const http::Request& request) { return site.handle(request); }, http::Lane::reads);
  const auto statement = served(statement_alone(city.journal()), http::Lane::reads);
  const auto bare = served(echo(), http::Lane::immediate);
  std::vector<double> ours;
  std::vector<double> theirs;
  std::vector<double> echoes;
  std::vector<double> ratios;
  for (int round = 0; round < rounds; ++round) {
    theirs.push_back(run_load(statement->port(), requests, n, connections).server_cpu_us);
    ours.push_back(run_load(whole->port(), requests, n, connections).server_cpu_us);
    echoes.push_back(run_load(bare->port(), requests, n, connections).server_cpu_us);
    ratios.push_back(theirs.back() / ours.back());
  }
  print_measurement("get_record", {{"n", static_cast<double>(n)},
                                   {"cpu_us", median(ours)},
                                   {"statement_alone_cpu_us", median(theirs)},
                                   {"echo_cpu_us", median(echoes)},
                                   {"ratio", median(ratios)},
                                   {"least_ratio", 0.6}});
}

void measure_commands(http::Server& server, std::int64_t n, const SignedInClient& who) {
  std::vector<std::string> requests;
  for (std::int64_t i = 0; i < n; ++i)
    requests.push_back(
        request_text("POST", "/organisations",
                     fmt::format("Cookie: {}\r\nX-CSRF-Token: {}\r\nIdempotency-Key: http-{}\r\n",
                                 who.cookie, who.csrf, i),
                     fmt::format(R"({{"kind":"bank","name":"示例银行网{}"}})", i)));
  const Load load = run_load(server.port(), requests, n, 64);
  print_measurement("submit_http",
                    {{"n", static_cast<double>(n)},
                     {"cpu_us_a_command", load.server_cpu_us},
                     {"commands_a_second", static_cast<double>(n) / load.wall_ms * 1e3}});
}

}  // namespace

void bench_http(std::int64_t n, const std::string& data_folder) {
  if (n == 0) n = 10'000;
  BenchCity city(data_folder);
  http::ApiSite site(city.journal(), {.reads = reads(), .odd = {}, .city = "示例市"});
  const auto server = served([&](const http::Request& request) { return site.handle(request); },
                             http::Lane::commands);
  const SignedInClient who = administrator(server->port(), city);
  measure_reads(city, site, n, who);
  measure_commands(*server, n, who);
}

}  // namespace zr::app

#include "app/serve.h"

#include <fmt/format.h>
#include <signal.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "api/openapi.h"
#include "app/anchoring.h"
#include "app/calculate.h"
#include "app/city_facts.h"
#include "app/clocks.h"
#include "app/erasing.h"
#include "app/export.h"
#include "app/log.h"
#include "app/upload_file.h"
#include "files/files.h"
#include "http/api_site.h"
#include "http/problem.h"
#include "http/static_files.h"

namespace zr::app {

namespace {

struct Address {
  std::string host;
  std::uint16_t port;
};

Result<Address> address_of(const std::string& listen) {
  const auto colon = listen.rfind(':');
  const int port = colon == std::string::npos ? 0 : std::atoi(listen.c_str() + colon + 1);
  if (port < 0 || port > 65535 || colon == std::string::npos) return bad_input;
  return Address{listen.substr(0, colon), static_cast<std::uint16_t>(port)};
}

bool loopback(const std::string& host) {
  return host.starts_with("127.") || host == "localhost" || host == "[::1]" || host == "::1";
}

http::Response document(std::string type, std::string body, std::string route) {
  return {.status = 200,
          .headers = {{"Content-Type", std::move(type)}},
          .body = std::move(body),
          .route = std::move(route)};
}

/// Everything the server answers: API, OpenAPI, health, the page.
class Site {
 public:
  Site(journal::Journal& journal, http::SiteOptions options, http::StaticFiles files)
      : openapi_(api::openapi(journal.commands(), options.reads, calculator_questions())),
        api_(journal, std::move(options)),
        files_(std::move(files)) {}

  http::Response handle(const http::Request& request) {
    if (request.path.starts_with("/api/v1/")) return api_.handle(request);
    if (request.path == "/api/openapi.json" && request.method == http::Method::get)
      return document("application/json", openapi_, "/api/openapi.json");
    if (request.path == "/healthz" && request.method == http::Method::get)
      return document("application/json", R"({"ok":true})", "/healthz");
    if (auto file = files_.answer(request)) return std::move(*file);
    return http::problem_response(Problem(not_found), request);
  }

  http::Route classify(const http::Request& request) const {
    if (request.path.starts_with("/api/v1/")) return api_.classify(request);
    return {.lane = http::Lane::immediate};
  }

 private:
  std::string openapi_;
  http::ApiSite api_;
  http::StaticFiles files_;
};

/// Blocks the ending signals in every thread that starts from here on.
sigset_t block_ending_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGPIPE, SIG_IGN);
  return signals;
}

std::vector<http::OddEndpoint> odd_endpoints(journal::Journal& journal, const Settings& settings) {
  auto all = calculator_endpoints(journal);
  all.push_back(export_endpoint(journal, settings));
  all.push_back(upload_endpoint(journal));
  return all;
}

/// Has the program been told to end?
bool ending() {
  sigset_t pending;
  sigpending(&pending);
  return sigismember(&pending, SIGTERM) == 1 || sigismember(&pending, SIGINT) == 1;
}

/// The most that a start waits for another writer to go.
constexpr std::chrono::seconds writer_patience{10};

bool written_by_another(const Result<std::unique_ptr<journal::Journal>>& journal) {
  return !journal && journal.problem().refusal.code == db::second_writer.code;
}

/// PostgreSQL ends a statement before it notices that its client was killed: the writer before may
/// hold the lock for a while after its death.
Result<std::unique_ptr<journal::Journal>> open_patiently(const db::Url& url, journal::Clock& clock,
                                                         const access::SignInPolicy& policy) {
  auto journal = open_city(url, clock, policy);
  if (url.engine != db::Engine::postgresql || !written_by_another(journal)) return journal;
  log_event("waiting_for_writer", {{"code", db::second_writer.code},
                                   {"at_most_seconds", std::int64_t{writer_patience.count()}}});
  const auto until = std::chrono::steady_clock::now() + writer_patience;
  while (written_by_another(journal) && std::chrono::steady_clock::now() < until && !ending()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    journal = open_city(url, clock, policy);
  }
  return journal;
}

Result<Done> may_serve(const CityFacts& facts, Serving serving, const Address& address) {
  if (!facts.begun) return not_begun;
  if (serving == Serving::demo && facts.mode == Mode::production) return not_a_demo;
  if (facts.mode == Mode::demo && (serving != Serving::demo || !loopback(address.host)))
    return demo_needs_loopback;
  return Done{};
}

Result<Done> may_begin(journal::Journal& journal, const CityFacts& facts, const Settings& settings,
                       const Address& address) {
  if (settings.clock.empty()) return Done{};
  return journal.read([&](db::Tx& tx) {
    return may_begin_at(tx, facts, journal.clock().now(),
                        loopback(address.host) ? Listening::loopback : Listening::beyond);
  });
}

/// A key that is named must be there, and one that is there must be the city's: else its anchors
/// would stop without anybody noticing. Only where nobody named one and none lies in the usual
/// place is the city served without, and the log says that nobody signs anchors.
Result<std::vector<Consumer>> consumers_of(journal::Journal& journal, const db::Url& url,
                                           const Settings& settings) {
  std::vector<Consumer> all{erasing(journal, url), jobs(journal, day_ends(), ending)};
  auto key = journal.read([&](db::Tx& tx) { return city_key(tx, settings.key_file); });
  const bool named = settings.key_file != Settings{}.key_file;
  if (key)
    all.push_back(anchoring(journal, std::move(*key), anchors_file(settings)));
  else if (named || std::filesystem::exists(settings.key_file))
    return key.problem();
  else
    log_event("no_anchors", {{"code", key.problem().refusal.code}});
  return all;
}

/// The figures of the running server, on an address of their own.
Result<std::unique_ptr<http::Server>> serve_metrics(const std::shared_ptr<http::Metrics>& metrics,
                                                    const Address& address) {
  http::Options options;
  options.address = address.host;
  options.port = address.port;
  options.handle = [metrics](const http::Request& request) {
    return http::metrics_response(*metrics, request);
  };
  options.classify = [](const http::Request&) {
    return http::Route{.lane = http::Lane::immediate};
  };
  return http::Server::start(options);
}

}  // namespace

Result<Done> serve(const Settings& settings, Serving serving) {
  const sigset_t signals = block_ending_signals();
  const auto url = db::parse_url(settings.db);
  if (!url) return url.problem();
  const auto address = address_of(settings.listen);
  const auto metrics_address = address_of(settings.metrics_listen);
  if (!address || !metrics_address) return bad_input;

  const auto clock = clock_of(settings.clock);
  if (!clock) return clock.problem();
  auto journal = open_patiently(*url, **clock, settings.policy);
  if (!journal) return journal.problem();
  const CityFacts facts = (*journal)->read([](db::Tx& tx) { return city_facts(tx); });
  if (const auto fine = may_serve(facts, serving, *address); !fine) return fine.problem();
  if (const auto fine = may_begin(**journal, facts, settings, *address); !fine)
    return fine.problem();
  auto files = http::StaticFiles::load(settings.web_folder);
  if (!files) return files.problem();

  files::set_home(files::Folder(files_folder(settings)));
  files::home().prepare();
  Site site(**journal,
            {.reads = reads(settings),
             .odd = odd_endpoints(**journal, settings),
             .city = facts.city,
             .kind = facts.mode == Mode::demo ? http::SiteOptions::Kind::demo
                                              : http::SiteOptions::Kind::production,
             .fault =
                 [](std::string_view what, std::string_view why) {
                   log_event("fault", {{"what", what}, {"error", why}});
                 }},
            std::move(*files));
  // Nobody is let in on a business day that should have been closed.
  const auto consumers = consumers_of(**journal, *url, settings);
  if (!consumers) return consumers.problem();
  for (const Consumer& consumer : *consumers)
    if (consumer.name == "jobs") consumer.catch_up();

  auto metrics = std::make_shared<http::Metrics>();
  metrics->gauge({"zhirong_record_head", "Sequence of the last record", {}},
                 [&] { return (*journal)->head(); });
  http::Options options;
  options.address = address->host;
  options.port = address->port;
  options.proxies = settings.proxies;
  options.handle = [&](const http::Request& request) { return site.handle(request); };
  options.classify = [&](const http::Request& request) { return site.classify(request); };
  options.log = log_request;
  options.clock = [&] { return (*clock)->now(); };
  options.metrics = metrics;
  options.upload_directory = files::home().incoming();
  const auto server = http::Server::start(options);
  if (!server) return server.problem();

  const auto metrics_server = serve_metrics(metrics, *metrics_address);
  if (!metrics_server) return metrics_server.problem();

  const Consumers reading_along(**journal, *consumers);

  log_event("listening",
            {{"port", (*server)->port()}, {"metrics_port", (*metrics_server)->port()}});
  int ended_by = 0;
  sigwait(&signals, &ended_by);
  log_event("stopping", {{"signal", ended_by}});
  (*metrics_server)->stop(std::chrono::seconds(1));
  (*server)->stop(std::chrono::seconds(10));
  return Done{};
}

}  // namespace zr::app

#include "app/people_verbs.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "access/people.h"
#include "app/city.h"
#include "app/record_verbs.h"
#include "crypto/random.h"
#include "journal/clock.h"

namespace zr::app {

Result<OneTimeSecret> reset_person(const Settings& settings, const std::string& login) {
  const auto url = db::parse_url(settings.db);
  if (!url) return url.problem();
  journal::MachineClock clock;
  auto journal = open_city(*url, clock);
  if (!journal) return journal.problem();
  const auto account =
      (*journal)->read([&](db::Tx& tx) { return access::account_by_login(tx, login); });
  if (!account) return not_found;
  const std::string secret = crypto::one_time_secret();
  const auto done =
      (*journal)->submit({.actor = access::Actor::program(),
                          .command = (*journal)->find("people.reset"),
                          .body = json::Object{{"id", account->id}, {"password", secret}},
                          .key = "people.reset " + std::to_string(account->id) + ' ' +
                                 std::to_string(account->version),
                          .expected_version = account->version});
  if (!done) return done.problem();
  return OneTimeSecret{.role = {}, .login = login, .password = secret, .account = account->id};
}

void add_people_verbs(CLI::App& app, Settings& settings, int& exit_code) {
  auto* people = app.add_subcommand("people", "who may sign in")->require_subcommand(1);
  auto* resetting = city_verb(
      *people, settings, {"reset", "a new one-time secret for a login; no server may run"}, {});
  const auto login = std::make_shared<std::string>();
  resetting->add_option("LOGIN", *login, "whose")->required();
  resetting->callback([&, login] {
    const auto secret = reset_person(settings, *login);
    if (secret) std::cout << secret->login << "\t" << secret->password << "\n";
    exit_code = secret ? 0 : report(secret.problem());
  });
}

}  // namespace zr::app

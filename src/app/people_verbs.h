#pragma once
/// `zhirong people reset`: the way back in for an administrator whom nobody else may help (ADR 9).
/// The record names the program as its maker; the city is closed meanwhile, which nobody overlooks.
#include "app/init.h"
#include "app/options.h"

namespace CLI {
class App;
}

namespace zr::app {

/// A new one-time secret for an account, which it also makes active again.
Result<OneTimeSecret> reset_person(const Settings& settings, const std::string& login);

void add_people_verbs(CLI::App& app, Settings& settings, int& exit_code);

}  // namespace zr::app

#pragma once
/// `zhirong demo`: an invented city made of real commands under the virtual clock. The same day and
/// the same seed give the same dump on either engine.
#include "app/options.h"

namespace CLI {
class App;
}

namespace zr::app {

void add_demo_verb(CLI::App& app, Settings& settings, int& exit_code);

}  // namespace zr::app

#pragma once
/// `zhirong backup FILE`, while the city is served; `zhirong restore FILE`, into an empty city of
/// either engine, proved before anything is kept and verified afterwards.

namespace CLI {
class App;
}

namespace zr::app {

struct Settings;

void add_backup_verbs(CLI::App& app, Settings& settings, int& exit_code);

}  // namespace zr::app

#pragma once
/// The verbs about the record: `verify`, `keys check|rotate`, `journal export`; and what every verb
/// that opens a city shares.
#include <string>

#include "app/options.h"

namespace CLI {
class App;
}

namespace zr::app {

/// A problem as JSON on standard error; answers the exit code.
int report(const Problem& problem);
/// The problem as one line of JSON.
std::string problem_text(const Problem& problem);
int exit_code_of(const Problem& problem);

struct Verb {
  const char* name;
  const char* help;
};
/// A verb that opens a city: takes --db.
CLI::App* city_verb(CLI::App& whole, Settings& settings, const Verb& verb);
void take_key(CLI::App& verb, Settings& settings);
void take_anchors(CLI::App& verb, Settings& settings);
void take_files(CLI::App& verb, Settings& settings);

/// `exit_code` is what the verb that was given answers.
void add_record_verbs(CLI::App& app, Settings& settings, int& exit_code);

}  // namespace zr::app

#pragma once
/// The verbs about the record: `verify`, `keys check|rotate`, `journal export`; and how every verb
/// tells a problem.
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

/// `exit_code` is what the verb that was given answers.
void add_record_verbs(CLI::App& app, Settings& settings, int& exit_code);

}  // namespace zr::app

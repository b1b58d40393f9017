#pragma once
/// The calculators from outside: `zhirong calc NAME` reads JSON or JSON Lines, POST
/// /calculators/NAME one question. Both are the platform's own function; nothing is stored, so no
/// idempotency key is asked for and no record is made.
#include <iosfwd>
#include <string>
#include <vector>

#include "api/openapi.h"
#include "app/options.h"
#include "http/api_site.h"

namespace CLI {
class App;
}

namespace zr::app {

inline constexpr Refusal no_such_calculator{"no_such_calculator", "没有这个计算器",
                                            "There is no such calculator", RefusalKind::bad_input};
inline constexpr Refusal no_question{"no_question", "标准输入中没有内容",
                                     "There is nothing on standard input", RefusalKind::bad_input};
inline constexpr Refusal question_too_long{"question_too_long", "输入内容过大，请分批计算",
                                           "The input is too long; split it",
                                           RefusalKind::too_large};

struct Calculation {
  std::string name;
  std::string data_folder;
  Date today;
};
/// One answer for one JSON value; else one line for each line, in order, a refused line answered by
/// its problem. The exit code is the highest. What refuses the whole goes to standard error too.
int calculate(const Calculation& wanted, std::istream& questions, std::ostream& answers);

/// POST /calculators/NAME for whoever is signed in, by the tables that the city has published.
std::vector<http::OddEndpoint> calculator_endpoints(journal::Journal& journal);
/// The same for OpenAPI.
std::vector<api::Question> calculator_questions();

void add_calc_verb(CLI::App& app, Settings& settings, int& exit_code);

}  // namespace zr::app

#include "app/calculate.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "app/city.h"
#include "app/data_files.h"
#include "app/first_rules.h"
#include "app/record_verbs.h"
#include "http/problem.h"
#include "journal/clock.h"
#include "rulebook/rulebook.h"

namespace zr::app {

namespace {

using rulebook::Answering;
using rulebook::Calculator;

/// All of standard input that is looked at; a line has the limit of any JSON text.
constexpr std::size_t input_limit = std::size_t{256} << 20;

Result<std::string> all_of(std::istream& in) {
  std::string text;
  char part[1 << 16];
  while (in.read(part, sizeof part) || in.gcount() > 0) {
    text.append(part, static_cast<std::size_t>(in.gcount()));
    if (text.size() > input_limit) return question_too_long;
  }
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) return no_question;
  return text;
}

Result<std::string> answer_text(const Answering& answer, std::string_view text) {
  const auto question = json::parse(text);
  return question ? answer(*question) : question.problem();
}

int answer_one(const Answering& answer, std::string_view text, std::ostream& out) {
  const auto answered = answer_text(answer, text);
  out << (answered ? *answered : problem_text(answered.problem())) << "\n";
  return answered ? 0 : report(answered.problem());
}

int answer_lines(const Answering& answer, std::string_view text, std::ostream& out) {
  int exit_code = 0;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto answered = answer_text(answer, text.substr(0, end));
    out << (answered ? *answered : problem_text(answered.problem())) << "\n";
    if (!answered) exit_code = std::max(exit_code, exit_code_of(answered.problem()));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return exit_code;
}

/// A single JSON value, however many lines it is printed on, or a single line of whatever.
bool single(std::string_view text) {
  const auto end = text.find('\n');
  return end == std::string_view::npos || end + 1 == text.size() || json::parse(text);
}

http::Response answer_request(const Calculator& calculator, journal::Journal& journal,
                              const http::Request& request) {
  const auto type = request.header("content-type");
  if (!type || !type->starts_with("application/json"))
    return http::problem_response(Problem(http::unsupported_media_type), request);
  const auto question = json::parse(request.body);
  if (!question) return http::problem_response(question.problem(), request);
  const Date today = journal.business_date();
  const auto answer = journal.read([&](db::Tx& tx) -> Result<std::string> {
    const auto prepared = calculator.prepare(
        {.tables =
             [&](std::string_view code) { return rulebook::content(tx, code, {.as_of = today}); },
         .today = today});
    return prepared ? (*prepared)(*question) : prepared.problem();
  });
  if (!answer) return http::problem_response(answer.problem(), request);
  return {.status = 200,
          .headers = {{"Content-Type", "application/json"}},
          .body = *answer,
          .route = {}};
}

}  // namespace

int calculate(const Calculation& wanted, std::istream& questions, std::ostream& answers) {
  const auto all = calculators();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Calculator& each) { return each.name == wanted.name; });
  if (found == all.end()) return report(no_such_calculator);
  const auto answer =
      found->prepare({.tables = tables_in(wanted.data_folder), .today = wanted.today});
  if (!answer) return report(answer.problem());
  const auto text = all_of(questions);
  if (!text) return report(text.problem());
  return single(*text) ? answer_one(*answer, *text, answers)
                       : answer_lines(*answer, *text, answers);
}

std::vector<http::OddEndpoint> calculator_endpoints(journal::Journal& journal) {
  std::vector<http::OddEndpoint> endpoints;
  for (const Calculator& each : calculators())
    endpoints.push_back({.method = http::Method::post,
                         .path = each.path,
                         .right = "",
                         .answer = [each, &journal](const http::Request& request,
                                                    const http::SignedIn&, std::int64_t) {
                           return answer_request(each, journal, request);
                         }});
  return endpoints;
}

std::vector<api::Question> calculator_questions() {
  std::vector<api::Question> questions;
  for (const Calculator& each : calculators())
    questions.push_back({.path = each.path,
                         .zh = each.zh,
                         .en = each.en,
                         .input = each.input,
                         .output = each.output});
  return questions;
}

void add_calc_verb(CLI::App& app, Settings& settings, int& exit_code) {
  auto* verb = app.add_subcommand("calc", "answers questions from standard input");
  const auto name = std::make_shared<std::string>();
  verb->add_option("name", *name, "the calculator")->required();
  take(*verb, settings, {"data"});
  verb->callback([&settings, &exit_code, name] {
    const journal::MachineClock clock;
    exit_code = calculate({.name = *name,
                           .data_folder = data_folder(settings.data_folder),
                           .today = clock.now().date()},
                          std::cin, std::cout);
  });
}

}  // namespace zr::app

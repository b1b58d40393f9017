#pragma once
/// A calculator 计算器: one described question, one described answer, and the rule between them.
/// The command line, the API and the page ask the same function as the platform itself. Tables of
/// law come in through a source, so that a calculator never knows whether a city is open.
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "json/describe.h"

namespace zr::rulebook {

/// The content of a published set by its code; refused where there is none.
using TableSource = std::function<Result<json::Value>(std::string_view code)>;

/// What the answers rest on besides the questions.
struct Footing {
  TableSource tables;
  Date today;  ///< Limits in force on this day are applied.
};

/// Answers one question, as canonical JSON.
using Answering = std::function<Result<std::string>(const json::Value& question)>;

struct Calculator {
  std::string_view name;
  std::string_view path;  ///< "/calculators/identifier"
  std::string_view zh;
  std::string_view en;
  const json::Struct& (*input)();
  const json::Struct& (*output)();
  /// Reads its tables once; then every question costs the rule alone.
  std::function<Result<Answering>(const Footing&)> prepare;
};

/// A question read with all its faults at once, answered by `answer`.
template <class In, class Out, class Answer>
Answering answering(Answer answer) {
  return [answer = std::move(answer)](const json::Value& question) -> Result<std::string> {
    const auto input = json::read<In>(question);
    if (!input) return input.problem();
    const Result<Out> output = answer(*input);
    if (!output) return output.problem();
    return json::write(*output);
  };
}

/// How a calculator is called, and what it answers by.
struct CalculatorName {
  std::string_view path;
  std::string_view zh;
  std::string_view en;
};
template <class In, class Out>
Calculator calculator(CalculatorName name,
                      const std::function<Result<Answering>(const Footing&)>& prepare) {
  return {.name = name.path.substr(name.path.rfind('/') + 1),
          .path = name.path,
          .zh = name.zh,
          .en = name.en,
          .input = []() -> const json::Struct& { return json::struct_of<In>(); },
          .output = []() -> const json::Struct& { return json::struct_of<Out>(); },
          .prepare = prepare};
}

}  // namespace zr::rulebook

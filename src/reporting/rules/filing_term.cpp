#include "reporting/rules/filing_term.h"

#include <charconv>

namespace zr::reporting {

namespace {

std::optional<FilingTerm> term_in(std::string_view side) {
  constexpr std::string_view from = "meta.quarter_end + ";
  if (!side.starts_with(from)) return std::nullopt;
  side.remove_prefix(from.size());
  FilingTerm term;
  const auto [end, error] = std::from_chars(side.data(), side.data() + side.size(), term.amount);
  if (error != std::errc() || term.amount < 1) return std::nullopt;
  side.remove_prefix(static_cast<std::size_t>(end - side.data()));
  if (!side.starts_with(' ')) return std::nullopt;
  const auto unit = value_named<rulebook::TimeUnit>(side.substr(1));
  if (!unit) return std::nullopt;
  term.unit = *unit;
  return term;
}

}  // namespace

std::optional<FilingTerm> filing_term(const std::vector<forms::FormRule>& rules) {
  for (const forms::FormRule& rule : rules)
    if (rule.severity == forms::Severity::late_flag && rule.comparison == "<=")
      if (const auto term = term_in(rule.right)) return term;
  return std::nullopt;
}

}  // namespace zr::reporting

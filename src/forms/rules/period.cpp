#include "forms/rules/period.h"

#include <fmt/format.h>

namespace zr::forms {

namespace {

std::optional<Period> quarter_period(std::string_view text) {
  const auto quarter = Quarter::parse(text);
  if (!quarter) return std::nullopt;
  return Period{.text = std::string(text),
                .first = quarter->first(),
                .last = quarter->last(),
                .previous = quarter->previous().text(),
                .quarter = quarter->number};
}

}  // namespace

std::optional<Period> period_of(std::string_view text) {
  if (auto quarter = quarter_period(text)) return quarter;
  // A year or a month is completed to its first day, which must exist.
  const std::string_view rest = "-01-01";
  if (text.size() != 4 && text.size() != 7) return std::nullopt;
  const auto first = Date::parse(std::string(text) + std::string(rest.substr(text.size() - 4)));
  if (!first) return std::nullopt;
  const bool year = text.size() == 4;
  const Date before = first->plus_months(year ? -12 : -1);
  return Period{.text = std::string(text),
                .first = *first,
                .last = first->plus_months(year ? 12 : 1) - 1,
                .previous = before.text().substr(0, text.size())};
}

}  // namespace zr::forms

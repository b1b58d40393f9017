#include "forms/rules/evaluation.h"

#include <algorithm>

namespace zr::forms {

namespace {

constexpr Wide least = static_cast<Wide>(1) << 127;
constexpr Value overflow{.state = Value::State::overflow};

Value known(Wide number) {
  return {.state = Value::State::known, .number = number};
}

std::int64_t day_number(Date day) {
  return day.days().time_since_epoch().count();
}

std::optional<std::int64_t> in_cells(const Cells* cells, const std::string& id) {
  return cells ? number_in(*cells, id) : std::nullopt;
}

std::optional<std::int64_t> of_submission(const Submission& submission, std::string_view id) {
  if (id == "quarter_end" || id == "period_end") return day_number(submission.period_end);
  if (id == "version") return submission.version;
  if (id == "submitted_on" && submission.submitted_on) return day_number(*submission.submitted_on);
  return std::nullopt;
}

Value combined(Expression::Kind kind, Wide left, Wide right) {
  Wide out = 0;
  bool over = false;
  switch (kind) {
    case Expression::Kind::sum:
      over = __builtin_add_overflow(left, right, &out);
      break;
    case Expression::Kind::difference:
      over = __builtin_sub_overflow(left, right, &out);
      break;
    case Expression::Kind::product:
      over = __builtin_mul_overflow(left, right, &out);
      break;
    case Expression::Kind::quotient:
      if (right == 0) return {};
      if (left == least || right == least) return overflow;  // neither has a positive twin
      return known(half_even(left, right));
    case Expression::Kind::number:
    case Expression::Kind::days:
    case Expression::Kind::name:
    case Expression::Kind::rounded:
    case Expression::Kind::empty:
    case Expression::Kind::each:
      return {};
  }
  return over ? overflow : known(out);
}

}  // namespace

std::optional<std::int64_t> value_of(const Reference& name, const Evidence& evidence) {
  switch (name.of) {
    case Reference::Of::cell:
      return in_cells(evidence.cells, name.id);
    case Reference::Of::previous:
      return in_cells(evidence.previous, name.id);
    case Reference::Of::ledger:
      return in_cells(evidence.ledger, name.id);
    case Reference::Of::submission:
      return of_submission(evidence.submission, name.id);
    case Reference::Of::previous_version:
      return evidence.submission.previous_version;
  }
  return std::nullopt;
}

Value evaluate(const Expression& expression, const Evidence& evidence, Missing missing) {
  switch (expression.kind) {
    case Expression::Kind::number:
    case Expression::Kind::days:
      return known(expression.number);
    case Expression::Kind::name: {
      if (const auto value = value_of(expression.name, evidence)) return known(*value);
      const bool cell = expression.name.of != Reference::Of::submission &&
                        expression.name.of != Reference::Of::previous_version;
      return cell && missing == Missing::is_zero ? known(0) : Value{};
    }
    case Expression::Kind::rounded:
      // The quotient below rounds; it stands nowhere else.
      return evaluate(expression.parts[0], evidence, missing);
    case Expression::Kind::sum:
    case Expression::Kind::difference:
    case Expression::Kind::product:
    case Expression::Kind::quotient: {
      const Value left = evaluate(expression.parts[0], evidence, missing);
      const Value right = evaluate(expression.parts[1], evidence, missing);
      if (left.state == Value::State::missing || right.state == Value::State::missing) return {};
      if (left.state == Value::State::overflow || right.state == Value::State::overflow)
        return overflow;
      return combined(expression.kind, left.number, right.number);
    }
    case Expression::Kind::empty:
    case Expression::Kind::each:
      return {};
  }
  return {};
}

Wide half_even(Wide numerator, Wide denominator) {
  Wide quotient = numerator / denominator;
  const Wide rest = numerator % denominator;
  const Wide positive_rest = rest < 0 ? -rest : rest;
  const Wide positive_denominator = denominator < 0 ? -denominator : denominator;
  const Wide other_part = positive_denominator - positive_rest;
  const bool up = positive_rest > other_part || (positive_rest == other_part && quotient % 2 != 0);
  if (up) quotient += (numerator < 0) == (denominator < 0) ? 1 : -1;
  return quotient;
}

std::string decimal(Wide number, unsigned decimals) {
  const bool negative = number < 0;
  std::string digits;
  // Digit by digit from below, also for the number that has no positive twin.
  do {
    const int digit = static_cast<int>(number % 10);
    digits += static_cast<char>('0' + (digit < 0 ? -digit : digit));
    if (decimals > 0 && digits.size() == decimals) digits += '.';
    number /= 10;
  } while (number != 0 || (decimals > 0 && digits.size() < decimals + 2));
  if (negative) digits += '-';
  std::reverse(digits.begin(), digits.end());
  return digits;
}

}  // namespace zr::forms

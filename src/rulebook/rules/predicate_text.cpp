#include "rulebook/rules/predicate_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/money.h"

namespace zr::rulebook {

namespace {

/// "3.45%" from a number with that many decimals of a percent.
std::string percent(std::int64_t value, int decimals) {
  std::int64_t unit = 1;
  for (int i = 0; i < decimals; ++i) unit *= 10;
  const std::int64_t rest = value % unit;
  std::string text =
      fmt::format("{}{}.{:0{}}", value < 0 ? "-" : "", value < 0 ? -(value / unit) : value / unit,
                  rest < 0 ? -rest : rest, decimals);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text + "%";
}

/// Whole 万元 where the amount is, else yuan to the fen.
Sentence amount(std::int64_t fen) {
  constexpr std::int64_t wan = 1'000'000;
  const std::string yuan = yuan_text(Money{fen});
  if (fen != 0 && fen % wan == 0) return {fmt::format("{} 万元", fen / wan), yuan + " yuan"};
  return {yuan + " 元", yuan + " yuan"};
}

Sentence number(std::int64_t value, json::Kind kind) {
  if (kind == json::Kind::money) return amount(value);
  std::string text = fmt::format("{}", value);
  if (kind == json::Kind::ppm) text = percent(value, 4);
  if (kind == json::Kind::share) text = percent(value, 2);
  return {text, text};
}

Sentence constant_text(const Constant& constant, const Fact& fact) {
  if (const bool* truth = std::get_if<bool>(&constant))
    return *truth ? Sentence{"是", "yes"} : Sentence{"否", "no"};
  if (const auto* value = std::get_if<std::int64_t>(&constant)) return number(*value, fact.kind);
  const std::string& text = std::get<std::string>(constant);
  for (const Name& row : fact.names)
    if (row.name == text) return {std::string(row.zh), std::string(row.en)};
  if (fact.kind == json::Kind::text) return {"“" + text + "”", "\"" + text + "\""};
  return {text, text};
}

/// Days are earlier and later, not smaller and larger.
Sentence op_text(Op op, json::Kind kind) {
  const bool day =
      kind == json::Kind::date || kind == json::Kind::instant || kind == json::Kind::quarter;
  if (day && op == Op::less) return {"早于", "is before"};
  if (day && op == Op::at_most) return {"不晚于", "is not after"};
  if (day && op == Op::more) return {"晚于", "is after"};
  if (day && op == Op::at_least) return {"不早于", "is not before"};
  for (const Name& row : names_of(op))
    if (row.value == static_cast<std::int64_t>(op))
      return {std::string(row.zh), std::string(row.en)};
  return {};
}

/// A blank stands between Chinese and a number or a Latin word, none between Chinese and Chinese.
bool latin(std::string_view text) {
  return !text.empty() && static_cast<unsigned char>(text.front()) < 0x80;
}

Sentence yes_or_no(const Fact& fact, bool yes) {
  const Sentence word = constant_text(yes, fact);
  return {fmt::format("{}：{}", fact.zh, word.zh), fmt::format("{}: {}", fact.en, word.en)};
}

Sentence comparison_text(const Comparison& comparison, std::span<const Fact> facts) {
  const auto found = std::find_if(facts.begin(), facts.end(),
                                  [&](const Fact& each) { return each.name == comparison.fact; });
  const Fact fact = found != facts.end() ? *found
                                         : Fact{.name = comparison.fact,
                                                .kind = json::Kind::integer,
                                                .zh = comparison.fact,
                                                .en = comparison.fact};
  Sentence values;
  for (const Constant& each : comparison.values) {
    const Sentence one = constant_text(each, fact);
    values.zh += (values.zh.empty() ? "" : "、") + one.zh;
    values.en += (values.en.empty() ? "" : ", ") + one.en;
  }
  const bool* truth =
      comparison.values.empty() ? nullptr : std::get_if<bool>(&comparison.values[0]);
  if (truth && fact.kind == json::Kind::boolean)
    return yes_or_no(fact, *truth == (comparison.op == Op::equal));
  const Sentence op = op_text(comparison.op, fact.kind);
  if (comparison.op == Op::in)
    return {fmt::format("{}属于（{}）", fact.zh, values.zh),
            fmt::format("{} is one of ({})", fact.en, values.en)};
  return {fact.zh + op.zh + (latin(values.zh) ? " " : "") + values.zh,
          fmt::format("{} {} {}", fact.en, op.en, values.en)};
}

bool is_group(const Predicate& predicate) {
  return (predicate.kind == Predicate::Kind::all || predicate.kind == Predicate::Kind::any) &&
         predicate.parts.size() > 1;
}

Sentence group_text(const Predicate& predicate, std::span<const Fact> facts) {
  const bool all = predicate.kind == Predicate::Kind::all;
  Sentence out;
  for (const Predicate& part : predicate.parts) {
    Sentence one = sentence(part, facts);
    if (is_group(part) && predicate.parts.size() > 1)
      one = {"（" + one.zh + "）", "(" + one.en + ")"};
    out.zh += (out.zh.empty() ? "" : all ? "，且" : "，或") + one.zh;
    out.en += (out.en.empty() ? "" : all ? " and " : " or ") + one.en;
  }
  return out;
}

}  // namespace

std::optional<Sentence> datum_text(const json::Scalar& datum, const Fact& fact) {
  if (const auto* text = std::get_if<std::string>(&datum)) return constant_text(*text, fact);
  const auto* value = std::get_if<std::int64_t>(&datum);
  if (!value) return std::nullopt;
  if (fact.kind == json::Kind::boolean) return constant_text(*value != 0, fact);
  return constant_text(*value, fact);
}

Sentence sentence(const Predicate& predicate, std::span<const Fact> facts) {
  switch (predicate.kind) {
    case Predicate::Kind::always:
      return {"任何情况", "always"};
    case Predicate::Kind::never:
      return {"从不", "never"};
    case Predicate::Kind::comparison:
      return comparison_text(predicate.comparison, facts);
    case Predicate::Kind::all:
    case Predicate::Kind::any:
      return group_text(predicate, facts);
    case Predicate::Kind::negation: {
      const Sentence inner =
          predicate.parts.empty() ? Sentence{} : sentence(predicate.parts[0], facts);
      return {"并非（" + inner.zh + "）", "not (" + inner.en + ")"};
    }
  }
  return {};
}

}  // namespace zr::rulebook

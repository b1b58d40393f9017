#include "forms/rules/sentence.h"

#include <fmt/format.h>

#include <chrono>

namespace zr::forms {

namespace {

constexpr std::size_t named_at_most = 5;

Dimension of_cell(const FormCell& cell) {
  switch (kind_of(cell)) {
    case CellKind::amount:
      return Dimension::amount;
    case CellKind::ratio:
      return Dimension::ratio;
    case CellKind::count:
      return Dimension::count;
    case CellKind::date:
    case CellKind::choice:
    case CellKind::text:
    case CellKind::file:
      break;
  }
  return Dimension::text;
}

Sentence submission_title(std::string_view id) {
  if (id == "submitted_on") return {"报送日期", "the day of submission"};
  if (id == "version") return {"版次", "the version"};
  return {"报告期末日", "the last day of the period"};
}

Sentence title(const Form& form, const Reference& name) {
  if (name.of == Reference::Of::submission) return submission_title(name.id);
  if (name.of == Reference::Of::previous_version) return {"上一版次", "the version before"};
  const FormCell* cell = form.cell(name.id);
  Sentence out = cell ? Sentence{cell->title_zh, cell->title_en} : Sentence{name.id, name.id};
  if (name.of == Reference::Of::previous) out = {"上期" + out.zh, out.en + " of the period before"};
  if (name.of == Reference::Of::ledger) out = {"台账" + out.zh, out.en + " by the ledger"};
  return out;
}

/// An expression in titles. Products never come here but as formulas of a ratio.
Sentence said(const Form& form, const Expression& expression) {
  using enum Expression::Kind;
  const auto joined = [&](std::string_view zh, std::string_view en) {
    const Sentence left = said(form, expression.parts[0]), right = said(form, expression.parts[1]);
    return Sentence{left.zh + std::string(zh) + right.zh, left.en + std::string(en) + right.en};
  };
  switch (expression.kind) {
    case number:
      return {std::to_string(expression.number), std::to_string(expression.number)};
    case days:
      return {fmt::format("{}日", expression.number), fmt::format("{} days", expression.number)};
    case name:
      return title(form, expression.name);
    case sum:
      return joined("＋", " + ");
    case difference:
      return joined("－", " - ");
    case product:
      // A ratio's scale is not part of what is said.
      if (expression.parts[0].kind == number && expression.parts[0].number == 1'000'000)
        return said(form, expression.parts[1]);
      return joined("×", " x ");
    case quotient:
      return joined("÷", " / ");
    case rounded:
      return said(form, expression.parts[0]);
    case empty:
      return {"空", "empty"};
    case each:
      return {"各项", "each cell"};
  }
  return {};
}

struct Words {
  std::string_view zh;
  std::string_view en;
};
Words words_of(Comparison comparison, Dimension dimension) {
  if (dimension == Dimension::date && comparison == Comparison::at_most)
    return {"不晚于", "be no later than"};
  if (dimension == Dimension::date && comparison == Comparison::at_least)
    return {"不早于", "be no earlier than"};
  for (const Name& row : names_of(comparison))
    if (row.value == static_cast<std::int64_t>(comparison)) return {row.zh, row.en};
  return {};
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

/// "甲 1.00元、乙 2.00元": at most five, then how many more.
Sentence listed(const std::vector<Sentence>& items) {
  Sentence out;
  for (std::size_t i = 0; i < items.size() && i < named_at_most; ++i) {
    out.zh += (i > 0 ? "、" : "") + items[i].zh;
    out.en += (i > 0 ? ", " : "") + items[i].en;
  }
  if (items.size() > named_at_most) {
    out.zh += fmt::format("等{}项", items.size());
    out.en += fmt::format(" and {} more", items.size() - named_at_most);
  }
  return out;
}

/// The cells of a rule whose sides have no unit, each with its value.
Sentence with_values(const Form& form, const CompiledRule& rule, const Evidence& evidence) {
  std::vector<Sentence> items;
  for (const Reference& name : rule.names) {
    const FormCell* cell = form.cell(name.id);
    const auto value = value_of(name, evidence);
    if (!cell || !value) continue;
    const Sentence what = title(form, name), amount = shown(*value, of_cell(*cell));
    items.push_back({what.zh + amount.zh, what.en + " " + amount.en});
  }
  return listed(items);
}

}  // namespace

std::string plain_text(Wide value, Dimension dimension) {
  if (dimension != Dimension::date) return decimal(value, 0);
  return Date(std::chrono::sys_days(std::chrono::days(static_cast<int>(value)))).text();
}

Sentence shown(Wide value, Dimension dimension) {
  switch (dimension) {
    case Dimension::amount:
      return {decimal(value, 2) + "元", decimal(value, 2) + " yuan"};
    case Dimension::ratio:
      return {decimal(value, 4) + "%", decimal(value, 4) + "%"};
    case Dimension::plain:
    case Dimension::count:
    case Dimension::date:
    case Dimension::days:
    case Dimension::text:
    case Dimension::mixed:
      break;
  }
  return {plain_text(value, dimension), plain_text(value, dimension)};
}

Sentence says_holds() {
  return {"校验通过。", "Holds."};
}

Sentence says_not_applicable(const Form&, const FormRule&) {
  return {"本次不适用。", "Does not apply here."};
}

Sentence says_missing(const Form& form, const std::vector<Reference>& missing) {
  std::vector<Sentence> items;
  for (const Reference& name : missing) items.push_back(title(form, name));
  const Sentence all = listed(items);
  return {fmt::format("缺少{}，无法校验；没有发生的请填0。", all.zh),
          fmt::format("Cannot be checked without {}; enter 0 for what did not happen.", all.en)};
}

Sentence says_no_quotient() {
  return {"除数为0，无法校验，请核对余额。", "Cannot be checked: the divisor is 0."};
}

Sentence says_overflow() {
  return {"数值过大，无法计算，请核对单位是否为元、万元混用。",
          "The figures are too large to compute with: check their units."};
}

Sentence says_not_empty(const Form& form, const CompiledRule& rule, Wide value) {
  const Sentence what = title(form, rule.left.name);
  const FormCell* cell = form.cell(rule.left.name.id);
  const Sentence amount = shown(value, cell ? of_cell(*cell) : Dimension::plain);
  return {fmt::format("{}应为空，现为{}，请清空。", what.zh, amount.zh),
          fmt::format("{} must be empty but is {}: clear it.", what.en, amount.en)};
}

Sentence says_broken(const Form& form, const FormRule& rule, const CompiledRule& compiled,
                     const Evidence& evidence, Wide left, Wide right) {
  if (compiled.dimension == Dimension::mixed) {
    const Sentence values = with_values(form, compiled, evidence);
    return {fmt::format("{}。现{}，请核对。", rule.title_zh, values.zh),
            fmt::format("{}: {}. Check these cells.", rule.title_en, values.en)};
  }
  const Sentence first = said(form, compiled.left), second = said(form, compiled.right);
  const Words words = words_of(compiled.comparison, compiled.dimension);
  const Sentence one = shown(left, compiled.dimension), two = shown(right, compiled.dimension);
  Sentence out{
      fmt::format("{}应{}{}。现前者为{}，后者为{}", first.zh, words.zh, second.zh, one.zh, two.zh),
      fmt::format("{} must {} {}: now {} against {}", capital(first.en), words.en, second.en,
                  one.en, two.en)};
  if (compiled.dimension != Dimension::date && compiled.comparison != Comparison::multiple_of) {
    const Wide apart = left > right ? left - right : right - left;
    out.zh += "，相差" + shown(apart, compiled.dimension).zh;
    out.en += ", " + shown(apart, compiled.dimension).en + " apart";
  }
  return {out.zh + "，请核对。", out.en + ". Check these cells."};
}

Sentence says_broken_each(const Form& form, const CompiledRule& rule, Wide right,
                          const std::vector<std::string>& offenders, const Cells& cells) {
  std::vector<Sentence> items;
  for (const std::string& id : offenders) {
    const FormCell* cell = form.cell(id);
    const Sentence amount = shown(number_in(cells, id).value_or(0), of_cell(*cell));
    items.push_back({fmt::format("{}（{}）", cell->title_zh, amount.zh),
                     fmt::format("{} ({})", cell->title_en, amount.en)});
  }
  const Sentence all = listed(items), limit = shown(right, rule.dimension);
  if (rule.comparison == Comparison::multiple_of)
    return {fmt::format("以下指标应为{}的整数倍：{}，请核对。", limit.zh, all.zh),
            fmt::format("Each must be a multiple of {}: {}. Check these cells.", limit.en, all.en)};
  const Words words = words_of(rule.comparison, rule.dimension);
  return {fmt::format("以下指标应{}{}：{}，请核对。", words.zh, limit.zh, all.zh),
          fmt::format("Each must {} {}: {}. Check these cells.", words.en, limit.en, all.en)};
}

}  // namespace zr::forms

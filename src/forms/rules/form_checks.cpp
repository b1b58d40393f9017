#include "forms/rules/form_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "forms/rules/dimension.h"
#include "forms/rules/grammar.h"
#include "rulebook/rules/predicate_json.h"

namespace zr::forms {

namespace {

constexpr std::size_t cell_limit = 500;

using CellsById = std::map<std::string_view, const FormCell*>;

class Checker {
 public:
  Checker(const FormTables& tables, std::vector<FieldError>& errors)
      : tables_(tables), errors_(errors) {
    for (const FormCell& cell : tables.cells) by_id_.emplace(cell.id, &cell);
  }

  CompiledForm compile() {
    twice(tables_.cells, "cells");
    twice(tables_.rules, "rules");
    if (tables_.cells.size() > cell_limit)
      fault("/cells", "too_many", fmt::format("最多 {} 项指标", cell_limit),
            fmt::format("At most {} cells", cell_limit));
    CompiledForm made{.rules = {}, .formulas = {}, .facts = facts(), .never_negative = {}};
    for (std::size_t i = 0; i < tables_.cells.size(); ++i) cell(i, made);
    for (std::size_t i = 0; i < tables_.rules.size(); ++i) rule(i, made);
    order(made.formulas);
    return made;
  }

 private:
  void fault(std::string pointer, std::string_view code, std::string zh, std::string en) {
    errors_.push_back({std::move(pointer), std::string(code), std::move(zh), std::move(en)});
  }
  template <class Row>
  void twice(const std::vector<Row>& rows, std::string_view table) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (!seen.insert(rows[i].id).second)
        fault(fmt::format("/{}/{}/id", table, i), "id_twice", "编号重复", "This id stands twice");
  }

  /// What a condition may ask: cells that are numbers, and the words of the grammar.
  std::vector<rulebook::Fact> facts() const {
    std::vector<rulebook::Fact> out;
    for (const FormCell& each : tables_.cells)
      if (is_number(kind_of(each)))
        out.push_back({.name = each.id,
                       .kind = json::Kind::integer,
                       .zh = each.title_zh,
                       .en = each.title_en});
    const auto word = [&](std::string_view name, json::Kind kind, std::string_view zh,
                          std::string_view en) {
      out.push_back(
          {.name = std::string(name), .kind = kind, .zh = std::string(zh), .en = std::string(en)});
    };
    word(condition_word::quarter, json::Kind::integer, "季度", "Quarter");
    word(condition_word::has_previous, json::Kind::boolean, "有上期报表", "Has a period before");
    word(condition_word::resubmission, json::Kind::boolean, "重报", "Is a resubmission");
    word(condition_word::bank_file, json::Kind::boolean, "自报表格", "Is an own table");
    word(condition_word::has_ledger_rows, json::Kind::boolean, "有台账", "Has ledger rows");
    return out;
  }

  void cell(std::size_t i, CompiledForm& made) {
    const FormCell& each = tables_.cells[i];
    const auto at = [&](std::string_view field) { return fmt::format("/cells/{}/{}", i, field); };
    if (each.filter) {
      const auto predicate = rulebook::read_predicate(each.filter->value, at("filter"));
      if (!predicate)
        for (const FieldError& error : predicate.problem().errors) errors_.push_back(error);
    }
    if (kind_of(each) == CellKind::choice && !each.choices)
      fault(at("choices"), "required", "请列出选项", "List the choices");
    if (origin_of(each) != CellOrigin::formula) return;
    if (!each.field) {
      fault(at("field"), "required", "请填写公式", "Write the formula");
      return;
    }
    auto value = side(*each.field, at("field"));
    if (!value) return;
    if (each.measure == Measure::ratio) value = in_ppm(std::move(*value), at("field"));
    for (const Reference& name : references_of(*value))
      if (name.of != Reference::Of::cell)
        fault(at("field"), "not_a_cell",
              fmt::format("公式只能使用本表指标，不能使用 {}", text_of(name)),
              fmt::format("A formula is over cells only, not {}", text_of(name)));
    check_shape(*value, at("field"));
    made.formulas.push_back({.cell = each.id, .value = std::move(*value)});
  }
  /// "a / b" as parts of a million, half even.
  Expression in_ppm(Expression quotient, const std::string& pointer) {
    if (quotient.kind != Expression::Kind::quotient) {
      fault(pointer, "no_quotient", "比率应写为 分子 / 分母", "A ratio is written a / b");
      return quotient;
    }
    Expression scaled{.kind = Expression::Kind::product};
    scaled.parts.push_back({.kind = Expression::Kind::number, .number = 1'000'000});
    scaled.parts.push_back(std::move(quotient.parts[0]));
    quotient.parts[0] = std::move(scaled);
    Expression rounded{.kind = Expression::Kind::rounded};
    rounded.parts.push_back(std::move(quotient));
    return rounded;
  }

  std::optional<Expression> side(std::string_view text, const std::string& pointer) {
    auto parsed = parse_side(text);
    if (const auto* wrong = std::get_if<SyntaxFault>(&parsed)) {
      syntax(*wrong, pointer);
      return std::nullopt;
    }
    auto& expression = std::get<Expression>(parsed);
    std::size_t before = errors_.size();
    for (const Reference& name : references_of(expression)) known(name, pointer);
    for (const std::string& id : expression.except) known({.id = id}, pointer);
    if (errors_.size() > before) return std::nullopt;
    return std::move(expression);
  }
  void syntax(const SyntaxFault& wrong, const std::string& pointer) {
    fault(pointer, "syntax", fmt::format("第 {} 个字符处写法有误：{}", wrong.at, wrong.zh),
          fmt::format("At character {}: {}", wrong.at, wrong.en));
  }
  void known(const Reference& name, const std::string& pointer) {
    const bool of_cells = name.of == Reference::Of::cell || name.of == Reference::Of::previous ||
                          name.of == Reference::Of::ledger;
    if (of_cells ? by_id_.contains(name.id) : submission_dimension(name).has_value()) return;
    fault(pointer, "unknown_cell", fmt::format("报表中没有 {}", text_of(name)),
          fmt::format("The return has no {}", text_of(name)));
  }
  /// A quotient stands only where it is rounded: everything else is exact.
  void check_shape(const Expression& expression, const std::string& pointer) {
    for (const Expression& part : expression.parts) {
      if (part.kind == Expression::Kind::quotient && expression.kind != Expression::Kind::rounded)
        fault(pointer, "not_rounded", "除法须写在 round( ) 之内", "A quotient stands in round( )");
      check_shape(part, pointer);
    }
    if (expression.kind == Expression::Kind::rounded &&
        expression.parts[0].kind != Expression::Kind::quotient)
      fault(pointer, "nothing_to_round", "round( ) 之内应为除法", "Only a quotient is rounded");
  }

  void rule(std::size_t i, CompiledForm& made) {
    const FormRule& each = tables_.rules[i];
    const auto at = [&](std::string_view field) { return fmt::format("/rules/{}/{}", i, field); };
    auto when = condition(each.when, at("when"), made.facts);
    auto left = side(each.left, at("left"));
    auto right = side(each.right, at("right"));
    const auto comparison = value_named<Comparison>(each.comparison);
    if (!comparison) fault(at("operator"), "enum", "不在可选范围内", "Is not one of the choices");
    if (!when || !left || !right || !comparison) return;
    check_shape({.kind = Expression::Kind::sum, .parts = {*left}}, at("left"));
    check_shape({.kind = Expression::Kind::sum, .parts = {*right}}, at("right"));
    CompiledRule rule{.when = std::move(*when),
                      .left = std::move(*left),
                      .comparison = *comparison,
                      .right = std::move(*right)};
    const auto dimension = dimension_of(rule, by_id_);
    if (!dimension) {
      fault(at("right"), "sides_differ", "两边不能这样比较", "The sides cannot be compared so");
      return;
    }
    rule.dimension = *dimension;
    rule.names = references_of(rule.left);
    for (Reference& name : references_of(rule.right))
      if (std::find(rule.names.begin(), rule.names.end(), name) == rule.names.end())
        rule.names.push_back(std::move(name));
    note_never_negative(rule, made);
    made.rules.push_back(std::move(rule));
  }
  std::optional<rulebook::Condition> condition(std::string_view text, const std::string& pointer,
                                               const std::vector<rulebook::Fact>& facts) {
    auto parsed = parse_condition(text);
    if (const auto* wrong = std::get_if<SyntaxFault>(&parsed)) {
      syntax(*wrong, pointer);
      return std::nullopt;
    }
    auto made = rulebook::Condition::of(std::get<rulebook::Predicate>(std::move(parsed)), facts);
    if (made) return std::move(*made);
    for (const FieldError& error : made.problem().errors)
      fault(pointer, error.code, error.zh, error.en);
    return std::nullopt;
  }
  void note_never_negative(const CompiledRule& rule, CompiledForm& made) const {
    if (rule.left.kind != Expression::Kind::each || rule.comparison != Comparison::at_least ||
        rule.right.kind != Expression::Kind::number || rule.right.number < 0)
      return;
    for (const FormCell& cell : tables_.cells)
      if (in_range(rule.left, cell)) made.never_negative.insert(cell.id);
  }

  /// Formulas after those they need; a circle is a fault of every cell on it.
  void order(std::vector<CompiledFormula>& formulas) {
    std::vector<CompiledFormula> ordered;
    std::vector<CompiledFormula> waiting = std::move(formulas);
    while (!waiting.empty()) {
      std::set<std::string> open;
      for (const CompiledFormula& each : waiting) open.insert(each.cell);
      const auto needs_open = [&](const CompiledFormula& each) {
        const auto names = references_of(each.value);
        return std::any_of(names.begin(), names.end(),
                           [&](const Reference& name) { return open.contains(name.id); });
      };
      const auto ready = std::stable_partition(waiting.begin(), waiting.end(), needs_open);
      if (ready == waiting.end()) break;
      std::move(ready, waiting.end(), std::back_inserter(ordered));
      waiting.erase(ready, waiting.end());
    }
    for (const CompiledFormula& each : waiting) circle(each.cell);
    formulas = std::move(ordered);
  }
  void circle(const std::string& id) {
    for (std::size_t i = 0; i < tables_.cells.size(); ++i)
      if (tables_.cells[i].id == id)
        fault(fmt::format("/cells/{}/field", i), "formula_circle", "公式互相引用，成了循环",
              "The formulas go in a circle");
  }

  const FormTables& tables_;
  std::vector<FieldError>& errors_;
  CellsById by_id_;
};

}  // namespace

CompiledForm compile(const FormTables& tables, std::vector<FieldError>& errors) {
  return Checker(tables, errors).compile();
}

}  // namespace zr::forms
